"""What is current beside a file's figures? Its neighbours in time, and what it is a part of."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import SQLColumnExpression, and_, func, or_, select

from cakupan.domain.figure_columns import Figures
from cakupan.domain.figures import Figure
from cakupan.domain.measures import OCCASIONAL, Maturity, Measure, Segment
from cakupan.domain.records import Record
from cakupan.storage.queries.figures import figure_of, whole_figures
from cakupan.storage.reading import Reader
from cakupan.storage.tables import (
    FigureRow,
    SeriesRow,
)


class Extent(Record, frozen=True):
    """How far a file reaches: what its figures count, of which regions, and when."""

    measures: frozenset[Measure]
    segments: frozenset[Segment]
    programmes: frozenset[str]
    regions: frozenset[str]
    periods: frozenset[str]

    @classmethod
    def of(cls, figures: Figures) -> "Extent":
        """The extent of these figures."""
        subjects = {one.subject for one in figures.shared}
        return cls(
            measures=frozenset({subject.measure for subject in subjects}),
            segments=frozenset({subject.segment for subject in subjects}),
            programmes=frozenset({subject.programme for subject in subjects}),
            regions=frozenset(figures.regions),
            periods=frozenset({one.period.text for one in figures.shared}),
        )


def current_beside(
    reader: Reader, figures: Collection[Figure], *, related: Collection[Measure]
) -> list[Figure]:
    """Current figures of the file's regions and their provinces that a file can be held against.

    Of ``related`` measures those of the file's periods; of the file's own measures other segments,
    other programmes and provinces in its periods, and the period before it and the newest unless
    they are stated only now and then. No sample stands beside a file of real figures.
    """
    columns = Figures.of(figures)
    extent = Extent.of(columns)
    provinces = {code[:2] for code in extent.regions}
    real = any(one.maturity is not Maturity.SAMPLE for one in columns.shared)
    unwanted = [Maturity.SAMPLE.value] if real else []
    rows = reader.execute(
        whole_figures()
        .where(
            FigureRow.is_current,
            FigureRow.region_code.in_(extent.regions | provinces),
            FigureRow.maturity.not_in(unwanted),
            or_(*_wanted(reader, extent, _beside(related, extent), provinces)),
        )
        .order_by(FigureRow.series_id, FigureRow.region_code, FigureRow.period)
    )
    return [figure_of(row) for row in rows]


def _beside(related: Collection[Measure], extent: Extent) -> set[Measure]:
    """Measures of which all is wanted. Nominees may be listed in part by the file itself."""
    return {one for one in related if one not in extent.measures or one is Measure.AWARD_STAGE}


def _wanted(
    reader: Reader, extent: Extent, related: Collection[Measure], provinces: Collection[str]
) -> Iterator[SQLColumnExpression[bool]]:
    in_periods = FigureRow.period.in_(extent.periods)
    yield and_(SeriesRow.measure.in_(_ids(related)), in_periods)
    own = SeriesRow.measure.in_(_ids(extent.measures))
    yield and_(
        own,
        in_periods,
        or_(
            SeriesRow.segment.not_in(_ids(extent.segments)),
            SeriesRow.programme.not_in(extent.programmes),
            FigureRow.region_code.in_(set(provinces) - extent.regions),
        ),
    )
    for measure in extent.measures - OCCASIONAL:
        edges = _edges(reader, measure, min(extent.periods))
        yield and_(SeriesRow.measure == measure.value, FigureRow.period.in_(edges))


def _edges(reader: Reader, measure: Measure, first: str) -> list[str]:
    """The newest period of a measure before ``first``, and its newest of all."""
    period = func.max(FigureRow.period)
    newest = select(period.filter(FigureRow.period < first), period).join(SeriesRow)
    found = newest.where(FigureRow.is_current, SeriesRow.measure == measure.value)
    return [one for one in reader.execute(found).one() if one is not None]


def _ids(members: Collection[Measure] | Collection[Segment]) -> Sequence[str]:
    return sorted(member.value for member in members)
