"""``figures``: every current figure with the cell it was read from."""

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.regions import RegionDirectory
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Rows, Value
from cakupan.storage.queries.listed import ListedFigure, Wanted, count_figures, listed_figures
from callbacks.api.cells import moment, number
from callbacks.figures import Figures


def figure_rows(figures: Figures, asked: Asked) -> Rows:
    """Figures as they were loaded, in units of their source; disputed and retired ones too."""
    wanted = _wanted(asked)
    total = figures.recent(
        "figures counted",
        tuple(asked[name] for name in asked.resource.filters),
        lambda: count_figures(figures.reader, wanted),
    )
    listed = listed_figures(figures.reader, wanted, limit=asked.limit, offset=asked.offset)
    directory = figures.reference.directory
    return Rows([_row(one, directory) for one in listed], total)


def _wanted(asked: Asked) -> Wanted:
    span = asked.span
    return Wanted(
        region_codes=asked.region_codes,
        region_prefix=asked["provinsi"],
        measure=Measure(asked["ukuran"]) if asked["ukuran"] else None,
        segment=Segment(asked["segmen"]) if asked["segmen"] else None,
        publisher=asked["penerbit"],
        since=span.first.start if span else None,
        until=span.last.end if span else None,
    )


def _row(listed: ListedFigure, directory: RegionDirectory) -> tuple[Value, ...]:
    one = listed.figure
    key = one.key
    return (
        key.region_code,
        directory[key.region_code].name,
        key.measure.value,
        key.period.text,
        key.segment.value,
        key.basis.value,
        *(key.programme, key.group, key.aspect, key.stage, key.publisher),
        number(one.value),
        one.unit.value,
        number(one.rounding_unit),
        one.maturity.value,
        *(one.citation, one.note),
        *(listed.file_name, one.sheet, one.cell, listed.loaded_by),
        moment(listed.loaded_at),
    )
