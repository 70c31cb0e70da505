"""How a column names its regions, told by all of its rows: what a bare name of two regions means.

Such a name is only settled by what the column itself proves; else it stays open.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cakupan.domain.regions import RegionDirectory, RegionKind
from etl.region_match import MatchProblem, RegionMatch, RegionMatcher

# So many sure names of one province, and none of another, say where the rest lies.
_ENOUGH = 3
_PARTS = (RegionKind.KABUPATEN, RegionKind.KOTA)


class NamedRow(NamedTuple):
    """A row's number, the name in it, and what else tells it from other rows: year, measure."""

    number: int
    name: str
    beside: Hashable


@dataclass(frozen=True, slots=True)
class Naming:
    """What the names of a column prove.

    ``taken`` are regions that a name of their own stands for, with what stands beside it.
    ``heads`` are rows of provinces, each of which heads the rows up to the next; empty where they
    do not. ``province`` is the one province of all names, empty where there are several.
    """

    taken: frozenset[tuple[Hashable, str]] = frozenset()
    heads: tuple[tuple[int, str], ...] = ()
    province: str = ""

    def settle(self, match: RegionMatch, row: NamedRow) -> RegionMatch:
        """The one region that the column leaves of several; the match itself where it does not.

        "Kediri" beside "Kota Kediri" of the same year is the kabupaten: one row cannot be both.
        """
        if match.problem is not MatchProblem.AMBIGUOUS:
            return match
        province = self.province or self._province_above(row.number)
        left = set(match.candidates)
        left = {code for code in left if code[:2] == province} or left
        left = {code for code in left if (row.beside, code) not in self.taken} or left
        return RegionMatch(left.pop()) if len(left) == 1 else match

    def _province_above(self, number: int) -> str:
        place = bisect_right(self.heads, (number, ""))
        return self.heads[place - 1][1] if place else ""


def naming_of(
    rows: Iterable[NamedRow], matcher: RegionMatcher, directory: RegionDirectory
) -> Naming:
    """What the names of a column prove together."""
    matches: dict[str, str | None] = {}
    sure: list[tuple[NamedRow, str]] = []
    for row in rows:
        if row.name not in matches:
            matches[row.name] = matcher.by_name(row.name).code
        code = matches[row.name]
        if code is not None:
            sure.append((row, code))
    parts = {code for _, code in sure if directory[code].kind in _PARTS}
    homes = {code[:2] for code in parts}
    return Naming(
        taken=frozenset((row.beside, code) for row, code in sure if code in parts),
        heads=_heads(sure, directory),
        province=homes.pop() if len(homes) == 1 and len(parts) >= _ENOUGH else "",
    )


def _heads(
    sure: Sequence[tuple[NamedRow, str]], directory: RegionDirectory
) -> tuple[tuple[int, str], ...]:
    """The rows of provinces, if all sure names below each lie in it."""
    heads: list[tuple[int, str]] = []
    for row, code in sure:
        kind = directory[code].kind
        if kind is RegionKind.PROVINCE:
            heads.append((row.number, code))
        elif kind in _PARTS and heads and code[:2] != heads[-1][1]:
            # Provinces follow their parts, or stand anywhere: they head nothing.
            return ()
    return tuple(heads)
