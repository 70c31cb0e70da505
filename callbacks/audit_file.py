"""The audit log as a file for a spreadsheet: all lines that an address asks for."""

from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy import Engine

from cakupan.domain.audit import AuditLine
from cakupan.exports.column_files import columns_csv
from cakupan.exports.column_table import ColumnTable
from cakupan.storage.queries.audit import audit_lines
from cakupan.storage.reading import scoped
from cakupan.texts import Words
from layouts.columns_of import ColumnsOf
from layouts.jejak.asked import wanted

_ALL = 1_000_000_000


def audit_file(engine: Engine) -> Callable[[Callable[[str], str], Words], bytes]:
    """Gives a function from what an address says and the reader's words to a CSV file."""
    return partial(_written, engine)


def _written(engine: Engine, said: Callable[[str], str], say: Words) -> bytes:
    with engine.connect() as connection:
        lines = audit_lines(scoped(connection), most=_ALL, wanted=wanted(said))
    return columns_csv(_table(lines, say), say.language)


def _table(lines: Sequence[AuditLine], say: Words) -> ColumnTable:
    columns = ColumnsOf(say, "jejak.column")
    details = (" · ".join(f"{key}: {value}" for key, value in one.details.items()) for one in lines)
    return ColumnTable(
        title=say("jejak.title"),
        notes=(),
        columns=(
            columns.text("number", (str(one.number) for one in lines)),
            columns.text("when", (one.at.isoformat() for one in lines)),
            columns.text("who", (one.by for one in lines)),
            columns.text("source", (one.source for one in lines)),
            columns.text("what", (say(f"audit.kind.{one.kind}") for one in lines)),
            columns.text("details", details),
            columns.text("hash", (one.hash for one in lines)),
        ),
    )
