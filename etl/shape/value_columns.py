"""Columns of numbers beside each other: which one adds up others, and what a bare unit counts."""

from collections.abc import Sequence

from cakupan.domain.measures import ADD_OVER_PROGRAMMES, Basis, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, replace
from etl.habits import Habits
from etl.vocabulary import Scale

# Units that say what is counted only where a table's titles or other columns say it too.
_PEOPLE = {Unit.PERSON, Unit.FIRM, Unit.RATIO, None}


class ValueColumn(Record, frozen=True):
    """A column of numbers and what its header says of them.

    ``month`` stands without its year, 0 for none; ``sums_row`` adds up the row's segments.
    """

    index: int
    header: str
    measure: Measure | None = None
    segment: Segment | None = None
    period: Period | None = None
    month: int = 0
    scale: Scale | None = None
    group: str = ""
    programme: str = ""
    basis: Basis | None = None
    sums_row: bool = False


def with_row_sums(values: Sequence[ValueColumn]) -> tuple[ValueColumn, ...]:
    """Beside columns a segment, a bare "Jumlah" of the same period and measure is their sum.

    So it is beside columns a programme of claims, for each claim is one of a single programme.
    """
    split = {(column.measure, column.period, column.month) for column in values if _is_part(column)}
    measures = {measure for measure, _, _ in split}
    if len(measures) == 1:
        # "Jumlah" beside "Peserta aktif" over PU and BPU says no measure of its own.
        split |= {(None, period, month) for _, period, month in split}
    return tuple(
        replace(column, sums_row=True)
        if not _is_part(column) and (column.measure, column.period, column.month) in split
        else column
        for column in values
    )


def with_units(
    values: Sequence[ValueColumn], about: Measure | None, habits: Habits
) -> tuple[list[ValueColumn], list[ValueColumn]]:
    """The columns, each with the measure that its unit means, and those whose unit means none.

    Beside cases of claims, and under a title that speaks of claims, "Nominal (Rp)" is what was paid
    for them.
    """
    measures = [column.measure for column in values if column.measure is not None]
    around = dict.fromkeys([*measures, *([about] if about else [])])
    known: list[ValueColumn] = []
    homeless: list[ValueColumn] = []
    for column in values:
        unit = column.scale.unit if column.scale else None
        if unit is None or unit in _PEOPLE:
            known.append(column)
            continue
        near = [column.measure] if column.measure else around
        meant = {habits.in_unit(measure, unit) for measure in near}
        fitting = [measure for measure in meant if habits[measure].unit is unit]
        if len(fitting) == 1:
            known.append(replace(column, measure=fitting[0]))
        else:
            (known if column.measure else homeless).append(column)
    return known, homeless


def _is_part(column: ValueColumn) -> bool:
    by_programme = column.measure is None or column.measure in ADD_OVER_PROGRAMMES
    return column.segment is not None or (bool(column.programme) and by_programme)
