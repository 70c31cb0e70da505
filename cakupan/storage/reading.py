"""The reader: how every question is asked, and the regions whoever asks may see.

A question cannot reach the database but through it, and it narrows whatever it is given. So no
query can forget to.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVarTuple

from sqlalchemy import (
    Alias,
    ColumnElement,
    Connection,
    CursorResult,
    FromClause,
    Join,
    Select,
    Table,
)
from sqlalchemy.sql import visitors

from cakupan.domain.acting import actor
from cakupan.domain.people import EVERYWHERE, Scope
from cakupan.domain.records import Record, replace
from cakupan.storage.bulk import fetch_columns
from cakupan.storage.seen import SEEN

_Columns = TypeVarTuple("_Columns")


class Reader(Record, frozen=True):
    """One state of the database as far as ``scope`` may see it: its regions, and their wholes."""

    connection: Connection
    scope: Scope

    def execute(self, statement: Select[*_Columns]) -> CursorResult[*_Columns]:
        """The rows of an answer, without those of regions that are not to be seen."""
        return self.connection.execute(self._narrowed(statement))

    def fetch(self, statement: Select[*tuple[Any, ...]]) -> Sequence[list[Any]]:
        """The same column by column, which is faster for many."""
        return fetch_columns(self.connection, self._narrowed(statement))

    def unscoped(self) -> "Reader":
        """The same state whole, to make sums of that anybody may see."""
        return replace(self, scope=EVERYWHERE)

    def _narrowed(self, statement: Select[*_Columns]) -> Select[*_Columns]:
        return statement if self.scope == EVERYWHERE else narrowed(statement, self.scope)


def unscoped(connection: Connection) -> Reader:
    """Reads all there is: for commands, for what is written, and for nobody who asks from afar."""
    return Reader(connection, EVERYWHERE)


def scoped(connection: Connection) -> Reader:
    """Reads what whoever is acting may see."""
    return Reader(connection, actor().scope)


def narrowed(statement: Select[*_Columns], scope: Scope) -> Select[*_Columns]:
    """The statement, and each that stands within it, of the regions of a scope alone."""

    def narrow(inner: Select[*tuple[Any, ...]]) -> None:
        seen = tuple(_conditions(inner, scope))
        inner._where_criteria += seen  # noqa: SLF001  a clone of ours: where() would make another

    visit = {"select": narrow}
    return visitors.cloned_traverse(statement, {}, visit)


def _conditions(statement: Select[*tuple[Any, ...]], scope: Scope) -> Iterator[ColumnElement[bool]]:
    for source in statement.get_final_froms():
        for table in _tables(source):
            behind = table.element if isinstance(table, Alias) else table
            if isinstance(behind, Table) and behind.name in SEEN:
                yield SEEN[behind.name](table, scope)


def _tables(source: FromClause) -> Iterator[FromClause]:
    if isinstance(source, Join):
        yield from _tables(source.left)
        yield from _tables(source.right)
    else:
        yield source
