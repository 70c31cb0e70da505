"""Which figures were put right by hand, what did files say of them, and what could be put right?"""

from collections.abc import Collection
from decimal import Decimal
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import aliased

from cakupan.domain.corrections import FAMILY, Correction
from cakupan.domain.figures import Figure
from cakupan.domain.measures import Measure
from cakupan.storage.queries.figures import figure_of, whole_figures
from cakupan.storage.queries.loads import loads_of_family
from cakupan.storage.queries.past import Past, Version, all_versions
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow
from cakupan.storage.winners import same_key


def corrections(reader: Reader, *, most: int) -> list[Correction]:
    """The newest corrections, those that were undone too."""
    loads = loads_of_family(reader, FAMILY, most=most)
    of_loads = FigureRow.load_id.in_([load.id for load in loads])
    made = {row.load_id: row for row in reader.execute(whole_figures().where(of_loads))}
    versions = _versions(reader, made)
    past = Past.of(reader, {row.load_id for row in chain.from_iterable(versions.values())})
    files_now = past.now - past.corrections

    def value(load_id: int, loads: Collection[int]) -> Decimal | None:
        rows = past.standing(versions[load_id], loads)
        return from_scaled(rows[0].value, rows[0].scale) if rows else None

    before = {
        load_id: (value(load_id, then), value(load_id, then - past.corrections))
        for load_id, then in past.before(made)
    }
    return [
        Correction(
            load=load,
            figure=figure_of(made[load.id]),
            before=before[load.id][0],
            stated=before[load.id][1],
            stated_now=value(load.id, files_now),
            holds=made[load.id].is_current,
        )
        for load in loads
        if load.id in made
    ]


def _versions(reader: Reader, load_ids: Collection[int]) -> dict[int, list[Version]]:
    """For each correction what any load states under its key."""
    mine, version = aliased(FigureRow), aliased(FigureRow)
    states = [getattr(version, column.name) for column in FigureRow.__table__.columns]
    statement = (
        select(*states, mine.load_id.label("correction"))
        .join_from(mine, version, same_key(version, mine))
        .where(mine.load_id.in_(load_ids))
    )
    found: dict[int, list[Version]] = {load_id: [] for load_id in load_ids}
    for row in all_versions(reader, version, statement):
        found[row.correction].append(row)
    return found


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
