"""The tables as typed models: regions, loads, figures and the data version. No queries here."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    SmallInteger,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cakupan.domain.loads import LoadState
from cakupan.domain.measures import Basis, Maturity, Segment, Unit
from cakupan.domain.periods import Precision
from cakupan.domain.regions import RegionKind


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  the base class hands it in
        """Refuse a naive time rather than guess its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  the base class hands it in
        """Aware again, and in UTC whatever the session's zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# What a figure is about. Measure and region stand first, so that the index which guards the key
# also answers the pages.
KEY_COLUMNS = (
    "measure",
    "region_code",
    "period",
    "segment",
    "programme",
    "group_name",
    "basis",
    "publisher",
)


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    allowed = ", ".join(f"'{member.value}'" for member in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


class Base(DeclarativeBase):
    """Constraints have fixed names, so that a migration can find them again."""

    metadata = MetaData(
        naming_convention={
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: Text, datetime: UtcDateTime}


class RegionRow(Base):
    """A region figures may speak of; kept in step with data/reference/regions.csv."""

    __tablename__ = "region"
    __table_args__ = (_one_of("kind", RegionKind),)

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    bps_code: Mapped[str]


class LoadRow(Base):
    """One file that entered. Rows are never deleted; withdrawing changes the state."""

    __tablename__ = "load"
    __table_args__ = (
        _one_of("state", LoadState),
        CheckConstraint("(state = 'withdrawn') = (withdrawn_at IS NOT NULL)", name="withdrawn"),
        Index(
            "uq_load_current_sha256",
            "sha256",
            unique=True,
            sqlite_where=text("state = 'current'"),
            postgresql_where=text("state = 'current'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    sha256: Mapped[str]
    family: Mapped[str]
    loaded_by: Mapped[str]
    loaded_at: Mapped[datetime]
    figures: Mapped[int]
    new: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    state: Mapped[str]
    withdrawn_by: Mapped[str | None]
    withdrawn_at: Mapped[datetime | None]


class FigureRow(Base):
    """One value as one load states it; the exact decimal is ``value / 10**scale``.

    Append-only but for ``is_current``. Parts of the key that do not apply are ``''``, not NULL:
    two NULLs would count as different keys. Measures grow with the product, so no constraint
    lists them.
    """

    __tablename__ = "figure"
    __table_args__ = (
        _one_of("segment", Segment),
        _one_of("basis", Basis),
        _one_of("precision", Precision),
        _one_of("unit", Unit),
        _one_of("maturity", Maturity),
        Index(
            "uq_figure_current_key",
            *KEY_COLUMNS,
            unique=True,
            sqlite_where=text("is_current = 1"),
            postgresql_where=text("is_current"),
        ),
        # Finds older versions when a load is withdrawn. In another order than the key, or the
        # planner would read pages through it, old versions and all.
        Index("ix_figure_versions", "period", "region_code", "measure"),
        Index("ix_figure_load_id", "load_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    measure: Mapped[str]
    segment: Mapped[str]
    programme: Mapped[str]
    group_name: Mapped[str]
    basis: Mapped[str]
    period: Mapped[str]
    precision: Mapped[str]
    period_start: Mapped[date]
    period_end: Mapped[date]
    publisher: Mapped[str]
    value: Mapped[int] = mapped_column(BigInteger)
    scale: Mapped[int] = mapped_column(SmallInteger)
    unit: Mapped[str]
    rounding_unit: Mapped[str]
    maturity: Mapped[str]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))
    sheet: Mapped[str]
    cell: Mapped[str]
    citation: Mapped[str]
    note: Mapped[str]
    is_current: Mapped[bool]


class DataVersionRow(Base):
    """One row, counted up by every transaction that changes what a page could show."""

    __tablename__ = "data_version"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
