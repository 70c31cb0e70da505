"""What a command begins with: the settings, and everything that is made of them."""

from collections.abc import Sequence

from rich.console import Console

from cakupan.domain.language import Language
from cakupan.domain.loads import Load
from cakupan.settings import Settings
from cakupan.storage.queries.loads import history
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
        return [] if connection is None else history(connection)
