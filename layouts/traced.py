"""The figures a card rests on, traced to their cells: one list of columns for every reader."""

from collections.abc import Iterable, Sequence

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Maturity, Measure, Segment, Unit, unit_of
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.domain.shown import Behind
from cakupan.texts import Words, date_format
from cakupan.texts.figure_words import group_name, programme_name
from layouts.columns_of import ColumnsOf
from layouts.records import FromFile, Origin
from layouts.view import localized, publisher_name, wall_clock


class Traced(Record, frozen=True):
    """Figures of one measure and period, as far as they are known."""

    behind: Behind
    figures: Sequence[Origin]

    @property
    def measure(self) -> Measure:
        """What all of them count."""
        return self.behind.measure


class Glanced(Record, frozen=True):
    """Figures of a measure at a glance: the first of them, how many there are, what states them."""

    measure: Measure
    first: Sequence[Traced]
    count: int
    files: Sequence[FromFile]
    citations: Sequence[str]


def source_columns(
    traced: Iterable[Traced], reference: Reference, words: Words
) -> tuple[Column, ...]:
    """A row for each figure: what it is, its value, its cell, and who loaded it when."""
    rows = [(one, figure) for one in traced for figure in one.figures]
    columns, language = ColumnsOf(words, "card.column"), words.language
    figures = [figure for _, figure in rows]
    return (
        columns.text("measure", (measure_name(one.measure, words) for one, _ in rows)),
        columns.text("period", (_when(one.behind, words) for one, _ in rows)),
        columns.text("code", (figure.region_code for figure in figures)),
        columns.text("region", (_region(figure, reference) for figure in figures)),
        columns.text("segment", (_part(one.measure, it, reference, words) for one, it in rows)),
        *_values(rows, columns),
        columns.text(
            "publisher", (publisher_name(it.publisher, reference, language) for it in figures)
        ),
        columns.text("maturity", (_maturity(figure, words) for figure in figures)),
        columns.text("file", (figure.file_name for figure in figures)),
        columns.text("sheet", (figure.sheet for figure in figures)),
        columns.text("cell", (figure.cell for figure in figures)),
        columns.text("loaded_by", (figure.loaded_by for figure in figures)),
        columns.text("loaded_at", (wall_clock(figure.loaded_at, language) for figure in figures)),
        columns.text("citation", (figure.citation for figure in figures)),
    )


def measure_name(measure: Measure, words: Words) -> str:
    """What a measure is called."""
    return words(f"ringkasan.measure.{measure.value}")


def _values(rows: Sequence[tuple[Traced, Origin]], columns: ColumnsOf) -> tuple[Column, ...]:
    """Counts, and beside them ratios where there are any: a column has one kind of number."""
    ratios = [unit_of(one.measure) is Unit.RATIO for one, _ in rows]
    values = [float(figure.value) for _, figure in rows]
    kinds = []
    if not all(ratios) or not ratios:
        counts = [None if ratio else value for ratio, value in zip(ratios, values, strict=True)]
        kinds.append(columns.number("value", ColumnKind.COUNT, counts))
    if any(ratios):
        shares = [value if ratio else None for ratio, value in zip(ratios, values, strict=True)]
        kinds.append(columns.number("ratio", ColumnKind.SHARE, shares))
    return tuple(kinds)


def _when(behind: Behind, words: Words) -> str:
    return date_format.period(Period(behind.period_text), words.language, short=True)


def _region(figure: Origin, reference: Reference) -> str:
    return reference.directory[figure.region_code].short_name


def _part(measure: Measure, figure: Origin, reference: Reference, words: Words) -> str:
    """The segment, programme and group it is stated for, or that it is of all."""
    segments = {info.segment: info for info in reference.segments}
    segment = segments.get(figure.segment)
    told = figure.segment is not Segment.TOTAL and segment is not None
    parts = (
        localized(segment, "short", words.language) if told else "",
        figure.programme and programme_name(figure.programme, measure, reference, words.language),
        figure.group and group_name(figure.group, measure, reference, words.language),
    )
    return " · ".join(part for part in parts if part) or words("card.origin.whole")


def _maturity(figure: Origin, words: Words) -> str:
    return words(f"ringkasan.maturity.{Maturity(figure.maturity).value}")
