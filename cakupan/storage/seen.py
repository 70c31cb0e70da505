"""What of each table a scope may see, as conditions of a query: figures, loads, the audit log."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, String, cast, false, literal, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from cakupan.domain.acting import actor
from cakupan.domain.people import Scope
from cakupan.storage.tables import AuditRow, FigureRow, LoadEventRow, LoadRow

# Where a line of the audit log names regions, but for those of a load: it knows its figures.
_NAMING = ("region", "regions", "scope", "scope_before")


def _figure_is_seen(figure: FromClause, scope: Scope) -> ColumnElement[bool]:
    return _region_is_seen(figure.c.region_code, scope)


def _load_is_seen(load: FromClause, scope: Scope) -> ColumnElement[bool]:
    return _states_what_is_seen(load.c.id, scope)


def _event_is_seen(event: FromClause, scope: Scope) -> ColumnElement[bool]:
    return _states_what_is_seen(event.c.load_id, scope)


def _states_what_is_seen(load_id: ColumnElement[int], scope: Scope) -> ColumnElement[bool]:
    """Of a load is known whoever sees any of its figures."""
    stated = FigureRow.__table__.alias("stated")
    seen = select(stated.c.id).where(stated.c.load_id == load_id)
    return seen.where(_region_is_seen(stated.c.region_code, scope)).exists()


def _region_is_seen(code: ColumnElement[str], scope: Scope) -> ColumnElement[bool]:
    """What ``Scope.sees`` asks. A range rather than LIKE, because an index serves it."""
    parts = [code.between(f"{prefix}.", f"{prefix}.z") for prefix in sorted(scope.prefixes)]
    return or_(false(), code.in_(sorted(scope.named)), *parts)


def _line_is_seen(line: FromClause, scope: Scope) -> ColumnElement[bool]:
    """Ones own lines, those of loads that are seen, and those that name a region of the scope.

    What speaks of no region is for those who see all.
    """
    load, by = _detail(line, "load"), actor().name
    return or_(
        false() if not by else line.c.by == by,
        _states_what_is_seen(cast(load, Integer), scope),
        load.is_(None) & or_(*(_names_of(_detail(line, name), scope) for name in _NAMING)),
    )


def _names_of(codes: ColumnElement[str], scope: Scope) -> ColumnElement[bool]:
    """Whether any of these codes, with spaces between, lies in the scope: ``Scope.covers``."""
    spaced = literal(" ").concat(codes).concat(" ")
    found = (
        spaced.contains(f" {prefix}{end}", autoescape=True)
        for prefix in sorted(scope.prefixes)
        for end in (" ", ".")
    )
    return or_(false(), *found)


class _Detail(FunctionElement[str]):
    """A text of a JSON object; NULL where it is not in it. Each engine has a name of its own."""

    type = String()
    inherit_cache = True


@compiles(_Detail, "sqlite")
def _by_sqlite(element: _Detail, compiler: SQLCompiler, **options: Any) -> str:
    text, name = (compiler.process(part, **options) for part in element.clauses)
    return f"json_extract({text}, '$.' || {name})"


@compiles(_Detail, "postgresql")
def _by_postgresql(element: _Detail, compiler: SQLCompiler, **options: Any) -> str:
    text, name = (compiler.process(part, **options) for part in element.clauses)
    return f"(CAST({text} AS json) ->> {name})"


def _detail(line: FromClause, name: str) -> ColumnElement[str]:
    return _Detail(line.c.details, literal(name))


SEEN: Mapping[str, Callable[[FromClause, Scope], ColumnElement[bool]]] = {
    FigureRow.__tablename__: _figure_is_seen,
    LoadRow.__tablename__: _load_is_seen,
    LoadEventRow.__tablename__: _event_is_seen,
    AuditRow.__tablename__: _line_is_seen,
}
"""What speaks of regions, by its table. What stands in none of these speaks of no region."""
