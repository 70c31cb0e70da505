"""What a command begins with: the settings, and everything that is made of them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.console import Console

from cakupan.domain.language import Language
from cakupan.domain.loads import Load
from cakupan.domain.moments import moment_of
from cakupan.settings import Settings
from cakupan.storage.queries.loads import history
from cakupan.storage.reading import unscoped
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from etl.families import read_families
from etl.options import answers_of
from etl.session import Session


def opened(
    database: str | None,
    language: Language,
    *,
    people_read_stderr: bool = False,
    answer: Sequence[str] | None = None,
) -> Session:
    """Everything a command needs. Where machines read stdout, people are told on stderr."""
    settings = Settings.from_env()
    return Session(
        database_url=database or settings.database_url,
        reference=read_reference(settings.reference_dir),
        families=read_families(settings.reference_dir / "sources", settings.families_dir),
        learned_dir=settings.families_dir,
        answers=answers_of(answer),
        say=words(language),
        console=Console(stderr=people_read_stderr),
        watch=Console(stderr=True),
    )


def loads_of(session: Session) -> list[Load]:
    """All loads, newest first; none where there is no database yet."""
    with session.reader() as connection:
        return [] if connection is None else history(unscoped(connection))


def moment_of_option(text: str, session: Session) -> datetime | None:
    """The moment that ``--as-of`` names, today's end being now; None, and the user is told why.

    What will be current on a day to come nobody knows.
    """
    now = datetime.now(UTC)
    try:
        named = moment_of(text.strip())
    except ValueError:
        session.report.line(session.say("cli.current.no_moment", text=text))
        return None
    if named.astimezone().date() > now.astimezone().date():
        session.report.line(session.say("cli.current.to_come", text=text))
        return None
    return min(named, now)
