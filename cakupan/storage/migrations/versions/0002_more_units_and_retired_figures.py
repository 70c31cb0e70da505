"""Money, claims, months and places as units, and figures that hold no more."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_UNITS = ("person", "firm", "ratio")
_MORE_UNITS = ("case", "child", "idr", "month", "year", "place", "entrant")
_MATURITIES = ("final", "provisional", "sample", "disputed")


def upgrade() -> None:
    _widen("origin", "unit", _UNITS, (*_UNITS, *_MORE_UNITS))
    _widen("figure", "maturity", _MATURITIES, (*_MATURITIES, "retired"))


def _widen(table: str, column: str, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """Let a column hold more words."""
    if op.get_bind().dialect.name == "sqlite":
        _rewrite(table, _one_of(column, old), _one_of(column, new))
        return
    name = f"ck_{table}_{column}"
    op.drop_constraint(op.f(name), table, type_="check")
    op.create_check_constraint(op.f(name), table, _one_of(column, new))


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return " OR ".join(f"{column} = '{value}'" for value in values)


def _rewrite(table: str, old: str, new: str) -> None:
    """Change a check in the text of a table, the way https://sqlite.org/lang_altertable.html shows.

    SQLite has no statement for it. A table made anew would copy every figure, and could not take
    the place of one that others refer to.
    """
    connection = op.get_bind()
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    changed = connection.execute(
        sa.text(
            "UPDATE sqlite_master SET sql = replace(sql, :old, :new)"
            " WHERE type = 'table' AND name = :name AND instr(sql, :old) > 0"
        ),
        {"old": old, "new": new, "name": table},
    )
    if changed.rowcount != 1:
        raise RuntimeError(f"the table {table} has no check {old}")
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    # Read anew from the text: this connection still has the old table in mind.
    connection.execute(sa.text("PRAGMA writable_schema = RESET"))
