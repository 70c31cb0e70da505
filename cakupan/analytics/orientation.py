"""Which targets a region is held against: its own, or for orientation those of its province."""

from collections.abc import Sequence

from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Target
from cakupan.domain.regions import Region, RegionKind


class Aims(Record, frozen=True):
    """Targets of one region. ``borrowed_from`` names the region they were set for, if another."""

    targets: tuple[Target, ...]
    borrowed_from: str | None = None


def aims(region: Region, targets: Sequence[Target]) -> Aims:
    """The region's own targets; a kabupaten or kota without any borrows those of its province.

    A borrowed target is written for the region that borrows it; it binds nobody.
    """
    own = tuple(target for target in targets if target.region_code == region.code)
    if own or region.kind not in {RegionKind.KABUPATEN, RegionKind.KOTA}:
        return Aims(own)
    borrowed = tuple(
        replace(target, region_code=region.code)
        for target in targets
        if target.region_code == region.parent_code
    )
    return Aims(borrowed, region.parent_code if borrowed else None)
