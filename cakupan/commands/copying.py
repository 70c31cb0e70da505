"""``python -m cakupan copy``: everything to another address, proved equal; it can be resumed."""

from typing import Annotated

import typer

from cakupan.commands.help_text import help_of
from cakupan.domain.language import Language
from cakupan.settings import people_of
from cakupan.storage.audit import check_chain
from cakupan.storage.engine import open_database, open_reader, shown
from cakupan.storage.errors import CopyDiffersError
from cakupan.storage.moving import Moved, move, move_people
from cakupan.storage.tables import AuditRow
from cakupan.texts import words
from cakupan.texts.number_format import count
from etl.exit_codes import OK, USAGE
from etl.options import Chosen

Source = Annotated[str, typer.Option("--from", metavar="URL", help=help_of("copying.help.source"))]
Target = Annotated[str, typer.Option("--to", metavar="URL", help=help_of("copying.help.target"))]


def copy(*, source: Source, target: Target, language: Chosen = Language.ID) -> int:
    """Copy figures, loads, decisions, releases, the audit log and people."""
    say = words(language)
    if source == target:
        typer.echo(say("copying.same"), err=True)
        return USAGE

    def told(table: Moved) -> None:
        rows = count(table.rows, language)
        print(say("copying.table", table=table.table, rows=rows, sha256=table.sha256[:12]))

    here, there = open_reader(source), open_database(target)
    try:
        move(here, there, told=told)
        with there.begin() as connection:
            if check_chain(connection) is not None:
                raise CopyDiffersError(table=AuditRow.__tablename__)
    finally:
        for engine in (here, there):
            engine.dispose()
    people = move_people(people_of(source), people_of(target))
    if people:
        print(say("copying.people", people=count(people, language)))
    print(say("copying.done", source=shown(source), target=shown(target)))
    return OK
