"""Regions of Indonesia and the directory that knows their order.

A code is text: ``"00"`` the nation, ``"36"`` a province, ``"36.03"`` a kabupaten or kota
(Kemendagri, dotted). A code never becomes a number: 32.10 would turn into 32.1.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from cakupan.domain.records import Record

NATION_CODE = "00"


class RegionKind(StrEnum):
    """What a region is; kabupaten and kota are ranked together or apart."""

    NATION = "nation"
    PROVINCE = "province"
    KABUPATEN = "kabupaten"
    KOTA = "kota"


class Region(Record, frozen=True):
    """One region; ``bps_code`` is BPS's own code (``"3603"``), which may name another region."""

    code: str
    name: str
    kind: RegionKind
    bps_code: str

    @property
    def parent_code(self) -> str | None:
        """Code of the region this one is a part of; the nation has none."""
        if self.kind is RegionKind.NATION:
            return None
        return NATION_CODE if self.kind is RegionKind.PROVINCE else self.code[:2]

    @property
    def short_name(self) -> str:
        """``Kab. Tangerang`` for ``Kabupaten Tangerang``; other names stay whole."""
        return self.name.replace("Kabupaten ", "Kab. ", 1)


class RegionAlias(Record, frozen=True):
    """One spelling seen in the wild and the region it means."""

    spelling: str
    code: str


class RegionDirectory:
    """All regions in code order, with their parts.

    The directory is immutable and handed in by the entry points; no module keeps one.
    """

    __slots__ = ("_by_code", "_parts", "regions")

    def __init__(self, regions: Iterable[Region]) -> None:
        ordered = tuple(sorted(regions, key=lambda region: region.code))
        parts: dict[str, list[Region]] = {}
        for region in ordered:
            if region.parent_code is not None:
                parts.setdefault(region.parent_code, []).append(region)
        self.regions: Final = ordered
        self._by_code: Final = {region.code: region for region in ordered}
        self._parts: Final = {code: tuple(rows) for code, rows in parts.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RegionDirectory) and self.regions == other.regions

    def __hash__(self) -> int:
        return hash(self.regions)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Region]:
        return iter(self.regions)

    def __getitem__(self, code: str) -> Region:
        """The region of this code; ``KeyError`` where there is none."""
        return self._by_code[code]

    def parts(self, code: str) -> tuple[Region, ...]:
        """What it is made of: the nation of provinces, a province of kabupaten and kota."""
        return self._parts.get(code, ())

    def provinces(self) -> tuple[Region, ...]:
        """The 38 provinces in code order."""
        return self.parts(NATION_CODE)
