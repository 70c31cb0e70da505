"""The workbooks of sample figures: participants of a province by month, and the eligible base."""

from collections.abc import Mapping

from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region, RegionDirectory
from cakupan.domain.sheets import Cell, SampleBook
from cakupan.texts.date_format import period
from etl.samples.eligible import YEARS, Base
from etl.samples.participants import SEGMENTS, Cells
from etl.samples.wording import Wording


def participants_book(
    province: Region,
    by_month: Mapping[Period, Cells],
    directory: RegionDirectory,
    wording: Wording,
) -> SampleBook:
    """A block a month: the province's total, then its kabupaten/kota."""
    rows: list[tuple[Cell, ...]] = []
    totals: list[int] = []
    for month, cells in by_month.items():
        named = period(month, Language.ID, short=True)
        parts = {
            part: tuple(cells[part.code, segment] for segment in SEGMENTS)
            for part in directory.parts(province.code)
        }
        whole = tuple(sum(column) for column in zip(*parts.values(), strict=True))
        totals.append(len(rows))
        rows.append((province.code, wording.total_name(province), named, *whole, sum(whole)))
        rows.extend(
            (part.code, part.name, named, *counts, sum(counts)) for part, counts in parts.items()
        )
    sheet = wording.sheet(
        "participants", rows, total_rows=totals, sample=True, province=province.name
    )
    return wording.book(f"participants_{province.code}", sheet)


def eligible_book(
    bases: Mapping[Region, Base], directory: RegionDirectory, wording: Wording
) -> SampleBook:
    """All sample provinces in one sheet: the province's total, then its kabupaten/kota."""
    rows: list[tuple[Cell, ...]] = []
    totals: list[int] = []
    for province, base in bases.items():
        totals.append(len(rows))
        for region in (province, *directory.parts(province.code)):
            name = wording.total_name(region) if region is province else region.name
            rows.append((region.code, name, *(base[region.code, year] for year in YEARS)))
    sheet = wording.sheet("eligible", rows, total_rows=totals, sample=True)
    return wording.book("eligible", sheet)
