"""A finding at a figure: where it stands and which region it is of."""

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.regions import RegionDirectory
from etl.finding_codes import Code, found


def tell(code: Code, figure: Figure, directory: RegionDirectory, **details: str | int) -> Finding:
    """A finding of this code; ``details`` fill the other fields of its sentences."""
    return found(
        code,
        sheet=figure.sheet,
        cell=figure.cell,
        value=f"{figure.value:f}",
        region=directory[figure.key.region_code].name,
        **details,
    )
