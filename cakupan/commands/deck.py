"""``python -m cakupan deck|refresh``: decks for PowerPoint without a browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated
from urllib.parse import urlencode

import typer

from cakupan.commands.help_text import help_of
from cakupan.commands.opened import opened_source
from cakupan.domain.language import Language
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.report import SlideReport
from cakupan.settings import Settings
from cakupan.storage.boundaries import OURS, read_boundaries
from cakupan.storage.deck_templates import TemplateStore
from cakupan.texts import Words, words
from callbacks.decks import Decks
from callbacks.regions_reading import Atlas
from callbacks.showing import Showing
from etl.exit_codes import OK, REFUSED
from etl.options import Chosen


def _option(name: str, *flags: str, metavar: str) -> object:
    return typer.Option(*flags, help=help_of(f"slides.help.{name}"), metavar=metavar)


Region = Annotated[str, _option("region", "--region", metavar="KODE")]
Out = Annotated[Path, _option("out", "--out", metavar="BERKAS")]
Period = Annotated[str, _option("period", "--period", metavar="BULAN")]
Denominator = Annotated[str, _option("denominator", "--denominator", metavar="PENYEBUT")]
TemplateFile = Annotated[Path | None, _option("template", "--template", metavar="BERKAS")]
Release = Annotated[str, _option("release", "--release", metavar="RILIS")]
Old = Annotated[Path, typer.Argument(metavar="BERKAS", help=help_of("slides.help.old"))]


def deck(
    region: Region,
    out: Out,
    *,
    period: Period = "",
    denominator: Denominator = "",
    template: TemplateFile = None,
    release: Release = "",
    language: Chosen = Language.ID,
) -> int:
    """Write the summary deck of a region."""
    given = {
        "wilayah": region,
        "periode": period,
        "penyebut": denominator,
        "rilis": release,
        "bahasa": language.value,
    }
    search = "?" + urlencode({name: text for name, text in given.items() if text})

    def make(say: Words) -> None:
        _look_at_folder(out)
        own = _read(template) if template is not None else None
        with _decks() as decks:
            made = decks.summary(search, own=own)
        _write(out, made.content)
        print(say("slides.cli.written", file=out, count=made.cards))

    return _told(make, language)


def refresh(
    old: Old,
    out: Out,
    *,
    period: Period = "",
    release: Release = "",
    language: Chosen = Language.ID,
) -> int:
    """Give a deck that was edited by hand the figures of today, and list what changed."""
    choices = {"rilis": release} | ({"periode": period} if period else {})

    def make(say: Words) -> None:
        _look_at_folder(out)
        with _decks() as decks:
            made = decks.refresh(_read(old), old.name, choices=choices)
        _write(out, made.done.content)
        changed = [one for one in made.done.slides if one.changes]
        print(say("slides.cli.refreshed", file=out, count=len(changed)))
        for report in made.done.slides:
            _list(report, say)

    return _told(make, language)


def _told(make: Callable[[Words], None], language: Language) -> int:
    """Do it; a fault is told in one sentence, and what is missing line by line."""
    say = words(language)
    try:
        make(say)
    except DeckFaultError as fault:
        typer.echo(fault.sentence(say), err=True)
        for line in fault.lacking(say):
            typer.echo(f"- {line}", err=True)
        return REFUSED
    return OK


def _list(report: SlideReport, say: Words) -> None:
    if report.changes or report.kept or report.problem:
        print(say("slides.cli.slide", number=report.number, title=report.title))
    if report.problem:
        print("  " + say(f"slides.problem.{report.problem}"))
    for change in report.changes:
        print("  " + say("slides.cli.change", what=change.what, old=change.old, new=change.new))
    for text in report.kept:
        print("  " + say("slides.cli.kept", text=text))


@contextmanager
def _decks() -> Iterator[Decks]:
    """What makes decks, on the figures of the settings."""
    settings = Settings.from_env()
    with opened_source(settings) as source:
        ours, own = settings.reference_dir / OURS, settings.boundaries
        outlines = cache(partial(read_boundaries, ours, source.reference, own=own))
        atlas = Atlas.of(outlines, source.reference, prefix="/")
        showing = Showing.of(source, atlas=atlas, faults=())
        clock = partial(datetime.now, UTC)
        yield Decks(showing, source, TemplateStore(settings.templates_dir), clock)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise DeckFaultError("not_readable", file=path) from fault


def _look_at_folder(path: Path) -> None:
    """Nobody waits for a deck that cannot be written."""
    if not path.parent.is_dir() or path.is_dir():
        raise DeckFaultError("not_writable", file=path)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: what stood there stays until the new file is complete."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".cakupan-", delete=False) as written:
            written.write(content)
        Path(written.name).replace(path)
    except OSError as fault:
        raise DeckFaultError("not_writable", file=path) from fault
