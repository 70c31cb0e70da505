"""Regions, loads, figures and the data version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_region()
    _create_load()
    _create_figure()
    _create_data_version()


def _create_region() -> None:
    op.create_table(
        "region",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("bps_code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_region"),
        sa.CheckConstraint(
            "kind IN ('nation', 'province', 'kabupaten', 'kota')", name=op.f("ck_region_kind")
        ),
    )


def _create_load() -> None:
    op.create_table(
        "load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("loaded_by", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_load"),
        sa.CheckConstraint("state IN ('current', 'withdrawn')", name=op.f("ck_load_state")),
        sa.CheckConstraint(
            "(state = 'withdrawn') = (withdrawn_at IS NOT NULL)", name=op.f("ck_load_withdrawn")
        ),
    )
    op.create_index(
        "uq_load_current_sha256",
        "load",
        ["sha256"],
        unique=True,
        sqlite_where=sa.text("state = 'current'"),
        postgresql_where=sa.text("state = 'current'"),
    )


def _create_figure() -> None:
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("scale", sa.SmallInteger(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("rounding_unit", sa.Text(), nullable=False),
        sa.Column("maturity", sa.Text(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figure"),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name="fk_figure_region_code"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_figure_load_id"),
        *_figure_checks(),
    )
    _index_figure()


def _figure_checks() -> list[sa.CheckConstraint]:
    allowed = {
        "segment": "'total', 'PU', 'BPU', 'JAKON', 'PMI'",
        "basis": "'', 'registration', 'domicile'",
        "precision": "'day', 'month', 'year'",
        "unit": "'person', 'firm', 'ratio'",
        "maturity": "'final', 'provisional', 'sample', 'disputed'",
    }
    return [
        sa.CheckConstraint(f"{column} IN ({values})", name=op.f(f"ck_figure_{column}"))
        for column, values in allowed.items()
    ]


def _index_figure() -> None:
    op.create_index(
        "uq_figure_current_key",
        "figure",
        [
            "measure",
            "region_code",
            "period",
            "segment",
            "programme",
            "group_name",
            "basis",
            "publisher",
        ],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
        postgresql_where=sa.text("is_current"),
    )
    op.create_index("ix_figure_versions", "figure", ["period", "region_code", "measure"])
    op.create_index("ix_figure_load_id", "figure", ["load_id"])


def _create_data_version() -> None:
    table = op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_data_version"),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_version_single")),
    )
    op.bulk_insert(table, [{"id": 1, "version": 0}])
