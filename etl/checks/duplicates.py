"""Duplicates: two numbers of one file that claim to be the same figure."""

from collections.abc import Iterator

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding
from cakupan.domain.regions import RegionDirectory
from etl.finding_codes import Code, found


def check_duplicates(figures: Figures, directory: RegionDirectory) -> Iterator[Finding]:
    """A finding at every number whose key stood in the file before."""
    for first, place in figures.repeated:
        figure, before = figures[place], figures[first]
        yield found(
            Code.DUPLICATE_FIGURE,
            sheet=figure.sheet,
            cell=figure.cell,
            value=f"{figure.value:f}",
            region=directory[figure.key.region_code].name,
            first_sheet=before.sheet,
            first_cell=before.cell,
        )
