"""What persons decided about red flags."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_VERDICTS = ("accepted", "excluded", "reopened")


def upgrade() -> None:
    op.create_table(
        "flag_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("flag", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            " OR ".join(f"verdict = '{verdict}'" for verdict in _VERDICTS),
            name=op.f("ck_flag_decision_verdict"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag_decision")),
    )
