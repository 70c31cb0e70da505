"""What stands above the table in a file: which regions, when, from which source, and its notes."""

from layouts.captions import caption, region_and_period
from layouts.wilayah.regions_view import RegionsView
from layouts.wilayah.table_card import table_notes


def file_title(regions: RegionsView) -> str:
    """Wilayah: Banten, Oktober 2025."""
    return regions.view.words("wilayah.heading", place=region_and_period(regions.view))


def file_notes(regions: RegionsView) -> list[str]:
    """Source, cut-off date, denominator, "Data contoh", and how gaps are counted."""
    return [caption(regions.view), *table_notes(regions)]


def file_stem(regions: RegionsView) -> str:
    """wilayah_36_2025-10: safe on every system."""
    view = regions.view
    return f"wilayah_{view.region.code}_{view.summary.headline.period.text}"
