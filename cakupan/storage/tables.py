"""The tables as typed models: regions, loads, figures, decisions, weights, releases, the log.

A figure's row is short because its key and its origin, which hundreds share, are rows of their own.
The conditions of partial indexes are SQLite's; PostgreSQL's stand in the migrations, for naming
them here would import its dialect into every process.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import (
    DDL,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cakupan.domain.flags import Verdict
from cakupan.domain.loads import LoadEventKind, LoadState
from cakupan.domain.measures import Basis, Maturity, Segment, Unit
from cakupan.domain.regions import RegionKind
from cakupan.storage.columns import UtcDateTime, one_of

# What tells series apart, in the order that finds them by measure.
SERIES_COLUMNS = (
    *("measure", "basis", "publisher", "segment", "programme", "group_name", "aspect", "stage"),
)

ORIGIN_COLUMNS = ("sheet", "unit", "rounding_unit", "citation", "note")

# What a figure is about: two rows that agree in these are two versions of one thing.
KEY_COLUMNS = ("series_id", "region_code", "period")


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
    __table_args__ = (one_of("kind", RegionKind),)

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    bps_code: Mapped[str]


class LoadRow(Base):
    """One file that entered. Rows are never deleted; withdrawing changes the state."""

    __tablename__ = "load"
    __table_args__ = (
        one_of("state", LoadState),
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


class LoadEventRow(Base):
    """What happened to a load, by whom and when. Append-only: the past is read from here."""

    __tablename__ = "load_event"
    __table_args__ = (one_of("event", LoadEventKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))
    event: Mapped[str]
    done_by: Mapped[str]
    done_at: Mapped[datetime]


class SeriesRow(Base):
    """A figure's key but for region and period; a file states a handful of them.

    Parts that do not apply are ``''``, not NULL: two NULLs would count as different. Measures grow
    with the product, so no constraint lists them.
    """

    __tablename__ = "series"
    __table_args__ = (
        one_of("segment", Segment),
        one_of("basis", Basis),
        UniqueConstraint(*SERIES_COLUMNS, name="uq_series"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    measure: Mapped[str]
    basis: Mapped[str]
    publisher: Mapped[str]
    segment: Mapped[str]
    programme: Mapped[str]
    group_name: Mapped[str]
    aspect: Mapped[str] = mapped_column(server_default="")
    stage: Mapped[str] = mapped_column(server_default="")


class OriginRow(Base):
    """How and where figures of a load are stated, but for the cell."""

    __tablename__ = "origin"
    __table_args__ = (one_of("unit", Unit),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sheet: Mapped[str]
    unit: Mapped[str]
    rounding_unit: Mapped[str]
    citation: Mapped[str]
    note: Mapped[str]


class FigureRow(Base):
    """One value as one load states it; the exact decimal is ``value / 10**scale``.

    Append-only but for ``is_current``.
    """

    __tablename__ = "figure"
    __table_args__ = (
        one_of("maturity", Maturity),
        # Current versions and all others have an index each: what is shown can only be read through
        # the first, however long the history, and a new figure is entered into one of them.
        Index(
            "uq_figure_current_key",
            *KEY_COLUMNS,
            unique=True,
            sqlite_where=text("is_current = 1"),
            postgresql_where=text("is_current"),
        ),
        Index(
            "ix_figure_other_versions",
            *KEY_COLUMNS,
            sqlite_where=text("is_current = 0"),
            postgresql_where=text("NOT is_current"),
        ),
        Index("ix_figure_load_id", "load_id"),
        # What is provisional, disputed, retired or a sample is found without reading all the rest.
        Index(
            "ix_figure_not_final",
            "maturity",
            *KEY_COLUMNS,
            sqlite_where=text("is_current = 1 AND maturity <> 'final'"),
            postgresql_where=text("is_current AND maturity <> 'final'"),
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    period: Mapped[str]
    value: Mapped[int] = mapped_column(BigInteger)
    scale: Mapped[int] = mapped_column(SmallInteger)
    maturity: Mapped[str]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))
    origin_id: Mapped[int] = mapped_column(ForeignKey("origin.id"))
    cell: Mapped[str]
    is_current: Mapped[bool]


class FlagDecisionRow(Base):
    """What a person decided about a red flag. Append-only; the newest of a flag is in force."""

    __tablename__ = "flag_decision"
    __table_args__ = (one_of("verdict", Verdict),)

    id: Mapped[int] = mapped_column(primary_key=True)
    flag: Mapped[str]
    verdict: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[str]
    decided_at: Mapped[datetime]


class WeightVersionRow(Base):
    """Weights of an award under a name, one version a row. Append-only; ``weights`` is JSON."""

    __tablename__ = "weight_version"
    __table_args__ = (UniqueConstraint("preset", "number", name="uq_weight_version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    preset: Mapped[int]
    number: Mapped[int]
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    name: Mapped[str]
    weights: Mapped[str]
    note: Mapped[str]
    is_retired: Mapped[bool]
    saved_by: Mapped[str]
    saved_at: Mapped[datetime]


class ReleaseRow(Base):
    """Figures frozen under an id, in a package of their own. Append-only.

    The package stands last, so that a list of releases is read without it.
    """

    __tablename__ = "release"

    id: Mapped[str] = mapped_column(primary_key=True)
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    note: Mapped[str]
    embargo_until: Mapped[datetime | None]
    figures: Mapped[int]
    revision: Mapped[str]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class AuditRow(Base):
    """A line of the audit log. The hash covers the texts as they stand here, the time included."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    by: Mapped[str]
    at: Mapped[str]
    source: Mapped[str]
    details: Mapped[str]
    hash: Mapped[str]


for _event in ("UPDATE", "DELETE"):
    event.listen(
        AuditRow.__table__,
        "after_create",
        DDL(  # type: ignore[no-untyped-call] # the library leaves it so
            f"CREATE TRIGGER audit_no_{_event.lower()} BEFORE {_event} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit log can only grow'); END"
        ).execute_if(dialect="sqlite"),
    )


class AuditHeadRow(Base):
    """One row: the number and the hash of the last line."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str]


class DataVersionRow(Base):
    """One row, counted up by every transaction that changes what a page could show."""

    __tablename__ = "data_version"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
