"""Who did what, when and from where: a log that can only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_APPEND_ONLY = "BEGIN SELECT RAISE(ABORT, 'the audit log can only grow'); END"


def upgrade() -> None:
    texts = ("kind", "by", "at", "source", "details", "hash")
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_single")),
    )
    op.bulk_insert(head, [{"id": 1, "number": 0, "hash": "0" * 64}])
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            name = f"audit_no_{event.lower()}"
            op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON audit {_APPEND_ONLY}")
