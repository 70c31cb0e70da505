"""Criterion and stage in the key of a figure, and scores and states as units."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_UNITS = (
    *("person", "firm", "ratio"),
    *("case", "child", "idr", "month", "year", "place", "entrant"),
)
_MORE_UNITS = ("state", "score")
_KEY = ("measure", "basis", "publisher", "segment", "programme", "group_name")
_MORE_KEY = ("aspect", "stage")


def upgrade() -> None:
    for name in _MORE_KEY:
        column = sa.Column(name, sa.Text(), server_default="", nullable=False)
        op.add_column("series", column)
    units = _one_of("unit", _UNITS), _one_of("unit", (*_UNITS, *_MORE_UNITS))
    if op.get_bind().dialect.name == "sqlite":
        _rewrite("origin", [units])
        _rewrite(
            "series",
            [
                (f"UNIQUE ({', '.join(_KEY)})", f"UNIQUE ({', '.join((*_KEY, *_MORE_KEY))})"),
                # A column that is added stands on the line of the one before it.
                *((f", {name} TEXT", f", \n\t{name} TEXT") for name in _MORE_KEY),
            ],
        )
        # The index behind the constraint has the new columns by name, not yet in its pages.
        op.execute(sa.text("REINDEX series"))
        return
    op.drop_constraint("uq_series", "series", type_="unique")
    op.create_unique_constraint("uq_series", "series", [*_KEY, *_MORE_KEY])
    name = op.f("ck_origin_unit")
    op.drop_constraint(name, "origin", type_="check")
    op.create_check_constraint(name, "origin", units[1])


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return " OR ".join(f"{column} = '{value}'" for value in values)


def _rewrite(table: str, changes: list[tuple[str, str]]) -> None:
    """Change the text of a table, as revision 0002 does, whose reasons hold here too."""
    connection = op.get_bind()
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    for old, new in changes:
        changed = connection.execute(
            sa.text(
                "UPDATE sqlite_master SET sql = replace(sql, :old, :new)"
                " WHERE type = 'table' AND name = :name AND instr(sql, :old) > 0"
            ),
            {"old": old, "new": new, "name": table},
        )
        if changed.rowcount != 1:
            raise RuntimeError(f"the table {table} does not say {old}")
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    # Read anew from the text: this connection still has the old table in mind.
    connection.execute(sa.text("PRAGMA writable_schema = RESET"))
