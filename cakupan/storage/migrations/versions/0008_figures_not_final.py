"""An index of current figures that are not final, by what they are."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_index(
        "ix_figure_not_final",
        "figure",
        ["maturity", "series_id", "region_code", "period"],
        sqlite_where=sa.text("is_current = 1 AND maturity <> 'final'"),
        postgresql_where=sa.text("is_current AND maturity <> 'final'"),
    )
