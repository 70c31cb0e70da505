"""Regions, loads and their events, figures with their series and origins, and the data version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_region()
    _create_load()
    _create_load_event()
    _create_series()
    _create_origin()
    _create_figure()
    _create_data_version()


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    allowed = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(allowed, name=op.f(f"ck_{table}_{column}"))


def _create_region() -> None:
    op.create_table(
        "region",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("bps_code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_region"),
        _one_of("region", "kind", "nation", "province", "kabupaten", "kota"),
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
        _one_of("load", "state", "current", "withdrawn"),
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


def _create_load_event() -> None:
    op.create_table(
        "load_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("done_by", sa.Text(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_load_event"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_load_event_load_id"),
        _one_of("load_event", "event", "loaded", "withdrawn", "restored"),
    )


def _create_series() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        _one_of("series", "segment", "total", "PU", "BPU", "JAKON", "PMI"),
        _one_of("series", "basis", "", "registration", "domicile"),
        sa.UniqueConstraint(
            *("measure", "basis", "publisher", "segment", "programme", "group_name"),
            name="uq_series",
        ),
    )


def _create_origin() -> None:
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("rounding_unit", sa.Text(), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_origin"),
        _one_of("origin", "unit", "person", "firm", "ratio"),
    )


def _create_figure() -> None:
    op.create_table(
        "figure",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("scale", sa.SmallInteger(), nullable=False),
        sa.Column("maturity", sa.Text(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figure"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_figure_series_id"),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name="fk_figure_region_code"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_figure_load_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name="fk_figure_origin_id"),
        _one_of("figure", "maturity", "final", "provisional", "sample", "disputed"),
    )
    key = ["series_id", "region_code", "period"]
    op.create_index(
        "uq_figure_current_key",
        "figure",
        key,
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
        postgresql_where=sa.text("is_current"),
    )
    op.create_index(
        "ix_figure_other_versions",
        "figure",
        key,
        sqlite_where=sa.text("is_current = 0"),
        postgresql_where=sa.text("NOT is_current"),
    )
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
