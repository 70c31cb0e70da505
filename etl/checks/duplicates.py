"""Duplicates: two numbers of one file that claim to be the same figure."""

from collections.abc import Iterator

from cakupan.domain.figure_columns import Figures
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.regions import RegionDirectory
from etl.finding_codes import Code, found


def check_duplicates(figures: Figures, directory: RegionDirectory) -> Iterator[Finding]:
    """A finding at every number whose key stood in the file before."""
    for first, place in figures.repeated:
        figure, before = figures[place], figures[first]
        yield found(
            _code(figure),
            sheet=figure.sheet,
            cell=figure.cell,
            value=f"{figure.value:f}",
            region=directory[figure.key.region_code].name,
            first_sheet=before.sheet,
            first_cell=before.cell,
            judge=figure.key.publisher,
            nominee=figure.key.programme or directory[figure.key.region_code].name,
        )


def _code(figure: Figure) -> Code:
    is_score = figure.key.measure is Measure.AWARD_SCORE
    return Code.JUDGE_TWICE if is_score else Code.DUPLICATE_FIGURE
