"""Which figures were put right by hand, what did files say of them, and what could be put right?"""

from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from cakupan.domain.corrections import FAMILY, Correction
from cakupan.domain.figures import Figure
from cakupan.domain.loads import Load
from cakupan.domain.measures import Measure
from cakupan.storage.queries.as_of import in_force, in_force_before
from cakupan.storage.queries.figures import figure_of, whole_figures
from cakupan.storage.queries.loads import loads_of_family
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow
from cakupan.storage.winners import CORRECTIONS, same_key, wins


def corrections(reader: Reader, *, most: int) -> list[Correction]:
    """The newest corrections, those that were undone too."""
    loads = loads_of_family(reader, FAMILY, most=most)
    of_loads = FigureRow.load_id.in_([load.id for load in loads])
    made = {row.load_id: row for row in reader.execute(whole_figures().where(of_loads))}
    return [
        _correction(reader, load, figure_of(made[load.id]), holds=made[load.id].is_current)
        for load in loads
        if load.id in made
    ]


def standing_figures(
    reader: Reader,
    *,
    region_code: str,
    measures: Collection[Measure],
    period_texts: Collection[str],
) -> list[tuple[Figure, str]]:
    """What counts of a region in these periods, from whomever, each with its file."""
    rows = reader.execute(
        whole_figures()
        .add_columns(LoadRow.file_name)
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .where(
            FigureRow.is_current,
            FigureRow.region_code == region_code,
            FigureRow.period.in_(period_texts),
            SeriesRow.measure.in_([measure.value for measure in measures]),
        )
        .order_by(
            *(SeriesRow.measure, FigureRow.period, SeriesRow.segment, SeriesRow.publisher),
            FigureRow.series_id,
        )
    )
    return [(figure_of(row), row.file_name) for row in rows]


def _correction(reader: Reader, load: Load, figure: Figure, *, holds: bool) -> Correction:
    then = in_force_before(load.id)
    return Correction(
        load=load,
        figure=figure,
        before=_value(reader, load.id, then),
        stated=_value(reader, load.id, _files(then)),
        stated_now=_value(reader, load.id, _files(in_force(None))),
        holds=holds,
    )


def _files(loads: Select[int]) -> Select[int]:
    """Of loads those that came from files."""
    return select(LoadRow.id).where(LoadRow.id.in_(loads), LoadRow.id.not_in(CORRECTIONS))


def _value(reader: Reader, load_id: int, loads: Select[int]) -> Decimal | None:
    """What counts under the key of a correction while these loads are in force."""
    mine, version = aliased(FigureRow), aliased(FigureRow)
    found = (
        select(version.value, version.scale)
        .join(mine, same_key(version, mine))
        .where(mine.load_id == load_id, wins(version, loads))
    )
    # Current versions and all others have an index each.
    for one in (version.is_current, ~version.is_current):
        row = reader.execute(found.where(one)).first()
        if row is not None:
            return from_scaled(row.value, row.scale)
    return None
