"""The workbook of real BPS workforce figures, with a sheet of what was left out and why."""

from collections.abc import Callable, Iterator

from cakupan.domain.regions import NATION_CODE, Region, RegionDirectory
from cakupan.domain.sheets import Cell, SampleBook, SampleSheet
from etl.samples.facts import Facts
from etl.samples.wording import Wording

# Rows of the source that were permuted: one falls below employed people, its partner far above.
_DOUBTED = {"suspect", "partner"}
_LISTED = ("suspect", "partner", "no_survey", "relabelled")

Value = Callable[[str, int], int | None]


def workforce_book(facts: Facts, directory: RegionDirectory, wording: Wording) -> SampleBook:
    """Employed people and labour force, 514 regions by year."""
    years = sorted({year for _, year in facts.workforce})
    labour_force = _trusted_labour_force(facts, directory)

    def wide(key: str, regions: list[Region], value: Value) -> SampleSheet:
        totals = [place for place, region in enumerate(regions) if directory.parts(region.code)]
        rows = [
            (
                region.code,
                wording.total_name(region) if place in totals else region.name,
                *(value(region.code, year) for year in years),
            )
            for place, region in enumerate(regions)
        ]
        return wording.sheet(key, rows, total_rows=totals)

    nation = directory[NATION_CODE]
    everywhere = [region for region in directory if region is not nation] + [nation]
    provinces = [*directory.provinces(), nation]
    return wording.book(
        "bps",
        wide("employed", everywhere, lambda code, year: facts.workforce[code, year].employed),
        wide("labour_force", everywhere, labour_force),
        wide(
            "labour_force_provinces",
            provinces,
            lambda code, year: facts.workforce[code, year].labour_force,
        ),
        wording.sheet("left_out", list(_left_out(facts, directory, wording))),
    )


def _trusted_labour_force(facts: Facts, directory: RegionDirectory) -> Value:
    """Labour force without doubted rows, and without the totals that such a row is a part of."""
    doubted = {key for key, row in facts.workforce.items() if row.status in _DOUBTED}
    without_total = {(directory[code].parent_code, year) for code, year in doubted}
    without_total |= {(NATION_CODE, year) for _, year in doubted}

    def value(code: str, year: int) -> int | None:
        if (code, year) in doubted or (code, year) in without_total:
            return None
        return facts.workforce[code, year].labour_force

    return value


def _left_out(
    facts: Facts, directory: RegionDirectory, wording: Wording
) -> Iterator[tuple[Cell, ...]]:
    for status in _LISTED:
        for (code, year), row in sorted(facts.workforce.items()):
            if row.status == status:
                yield (
                    code,
                    directory[code].name,
                    str(year),
                    row.labour_force,
                    row.employed,
                    wording.word("treatments", status),
                    wording.word("reasons", status),
                )
