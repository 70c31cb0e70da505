"""The sample's vulnerable workers by group: how many there are, how many are registered."""

from collections.abc import Mapping
from zlib import crc32

from etl.samples.apportion import apportion
from etl.samples.eligible import Base
from etl.samples.facts import Facts

GROUPS = ("nelayan", "petani", "buruh_tani", "pedagang", "ojek_daring", "art", "lainnya")
YEARS = (2024, 2025)
Counts = Mapping[str, tuple[int, int]]
"""(how many, registered) by group."""

_IN_KABUPATEN = (110, 300, 230, 150, 20, 60, 130)
_IN_KOTA = (30, 20, 30, 330, 240, 190, 160)
_FIRST_KOTA = "71"
# Permille of the eligible base that is vulnerable, and of those the share that is registered.
_UNIVERSE = {"kabupaten": 190, "kota": 70}
_REGISTERED_FROM, _REGISTERED_SPREAD, _YEARLY_GAIN = 160, 180, 45


def vulnerable(code: str, year: int, base: Base, facts: Facts) -> Counts:
    """Groups of one kabupaten or kota; what was published of it is met exactly."""
    kind = "kota" if code.partition(".")[2] >= _FIRST_KOTA else "kabupaten"
    stated = facts.vulnerable.get((code, year))
    universe = base[code, year] * _UNIVERSE[kind] // 1000 // 10 * 10
    share = _REGISTERED_FROM + _noise(code) + _YEARLY_GAIN * (year - YEARS[0])
    registered = universe * share // 1000
    if stated:
        universe, registered = stated
    mix = dict(zip(GROUPS, _IN_KOTA if kind == "kota" else _IN_KABUPATEN, strict=True))
    by_group = apportion(universe, mix)
    reached = apportion(registered, {group: by_group[group] for group in GROUPS})
    return {group: (by_group[group], reached[group]) for group in GROUPS}


def _noise(code: str) -> int:
    return crc32(f"{code} rentan".encode()) % _REGISTERED_SPREAD
