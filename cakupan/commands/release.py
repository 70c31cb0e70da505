"""``python -m cakupan release make|list|show|verify``: releases without a browser.

Whoever sits at this computer may see what is under embargo; it is said to be.
"""

from datetime import UTC, datetime
from typing import Annotated

import typer

from cakupan.commands.help_text import help_of
from cakupan.domain.language import Language
from cakupan.domain.moments import moment_of
from cakupan.domain.releases import NewRelease, Release
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.queries.releases import all_releases, known_release, release_content
from cakupan.storage.reading import unscoped
from cakupan.storage.reference import read_reference
from cakupan.storage.release_package import prove
from cakupan.storage.releasing import make_release
from cakupan.texts import Words, date_format, words
from cakupan.texts.number_format import count
from etl.exit_codes import OK, USAGE
from etl.options import Chosen
from etl.preparation import open_prepared

release = typer.Typer(help=help_of("release.help.release"))

By = Annotated[str, typer.Option("--by", metavar="NAMA", help=help_of("release.help.by"))]
Note = Annotated[str, typer.Option("--note", metavar="TEKS", help=help_of("release.help.note"))]
Until = Annotated[
    str, typer.Option("--embargo", metavar="WAKTU", help=help_of("release.help.embargo"))
]
Id = Annotated[str, typer.Argument(metavar="NOMOR", help=help_of("release.help.id"))]


@release.command(help=help_of("release.help.make"))
def make(*, by: By, note: Note = "", embargo: Until = "", language: Chosen = Language.ID) -> int:
    """Freeze what counts now."""
    say, settings = words(language), Settings.from_env()
    try:
        until = moment_of(embargo) if embargo else None
    except ValueError:
        typer.echo(say("release.fault.embargo_unreadable"), err=True)
        return USAGE
    asked = NewRelease(by, datetime.now(UTC), note, until)
    for fault in asked.faults:
        typer.echo(say(f"release.fault.{fault.value}"), err=True)
    if asked.faults:
        return USAGE
    writer = open_prepared(settings.database_url, read_reference(settings.reference_dir))
    reader = open_reader(settings.database_url)
    made = make_release(writer, reader, reference_dir=settings.reference_dir, asked=asked)
    for engine in (writer, reader):
        engine.dispose()
    print(say("release.made_one", id=made.id, figures=count(made.figures, language)))
    return OK


@release.command(name="list", help=help_of("release.help.list"))
def show_all(*, language: Chosen = Language.ID) -> int:
    """A line for each, newest first."""
    say = words(language)
    reader = open_reader(Settings.from_env().database_url)
    with reader.connect() as connection:
        found = all_releases(unscoped(connection))
    reader.dispose()
    for one in found:
        print(_line(one, say))
    if not found:
        print(say("release.list.none"))
    return OK


@release.command(help=help_of("release.help.show"))
def show(number: Id, *, language: Chosen = Language.ID) -> int:
    """Everything that is written of one."""
    say = words(language)
    reader = open_reader(Settings.from_env().database_url)
    with reader.connect() as connection:
        one = known_release(unscoped(connection), number)
    reader.dispose()
    print(_line(one, say))
    print(say("release.stored", revision=one.revision, sha256=one.sha256))
    return OK


@release.command(help=help_of("release.help.verify"))
def verify(number: Id, *, language: Chosen = Language.ID) -> int:
    """Say whether one is as it was written: its hash, its database, its number of figures."""
    say, settings = words(language), Settings.from_env()
    reader = open_reader(settings.database_url)
    with reader.connect() as connection:
        one = known_release(unscoped(connection), number)
        content = release_content(unscoped(connection), number)
    reader.dispose()
    prove(content, one, shipped=settings.reference_dir)
    print(say("release.whole", id=one.id, figures=count(one.figures, language)))
    return OK


def _line(one: Release, say: Words) -> str:
    """Its id, when and by whom, of how much, what was noted, and until when it waits."""
    until = one.embargo_until if one.is_embargoed(datetime.now(UTC)) else None
    parts = (
        one.id,
        _moment(one.made_at, say),
        one.made_by,
        say("release.of", figures=count(one.figures, say.language)),
        one.note,
        say("release.until", moment=_moment(until, say)) if until else "",
    )
    return " · ".join(part for part in parts if part)


def _moment(when: datetime, say: Words) -> str:
    return date_format.moment(when.astimezone(), say.language)
