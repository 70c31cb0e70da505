"""``python -m cakupan audit verify|list``: is the log as it was written, and what does it say?"""

from pathlib import Path
from typing import Annotated

import typer

from cakupan.commands.help_text import help_of
from cakupan.domain.audit import AuditLine
from cakupan.domain.language import Language
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.load_log import faults_of_log
from cakupan.storage.queries.audit import audit_lines, count_lines
from cakupan.storage.reading import unscoped
from cakupan.texts import Words, date_format, words
from cakupan.texts.number_format import count
from etl.exit_codes import OK, REFUSED
from etl.options import Chosen

audit = typer.Typer(help=help_of("audit.help.audit"))

Database = Annotated[
    Path | None, typer.Argument(metavar="BERKAS", help=help_of("audit.help.database"))
]
Most = Annotated[int, typer.Option("--most", min=1, max=100_000, help=help_of("audit.help.most"))]


@audit.command(help=help_of("audit.help.verify"))
def verify(database: Database = None, *, language: Chosen = Language.ID) -> int:
    """Say whether any line was edited, deleted or moved, and any loaded figure changed."""
    say = words(language)
    engine = open_reader(_url(database))
    with engine.connect() as connection:
        faults = faults_of_log(connection)
        lines = count_lines(unscoped(connection))
    engine.dispose()
    for one in faults:
        print(say(f"audit.fault.{one.fault.value}", number=one.number))
    if faults:
        return REFUSED
    print(say("audit.whole", lines=count(lines, language)))
    return OK


@audit.command(name="list", help=help_of("audit.help.list"))
def show(*, most: Most = 50, language: Chosen = Language.ID) -> int:
    """Print the newest lines, newest first."""
    say = words(language)
    engine = open_reader(_url(None))
    with engine.connect() as connection:
        lines = audit_lines(unscoped(connection), most=most)
    engine.dispose()
    for line in lines:
        print(_sentence(line, say))
    return OK


def _url(database: Path | None) -> str:
    if database is None:
        return Settings.from_env().database_url
    return f"sqlite:///{database.as_posix()}"


def _sentence(line: AuditLine, say: Words) -> str:
    details = " · ".join(f"{name}={value}" for name, value in line.details.items())
    return say(
        "audit.line",
        number=line.number,
        moment=date_format.moment(line.at.astimezone(), say.language),
        who=line.by,
        kind=say(f"audit.kind.{line.kind}"),
        source=line.source or "-",
        details=details,
    )
