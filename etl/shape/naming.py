"""How a column names its regions, told by all of its rows: what a bare name of two regions means.

Such a name is only settled by what the column itself proves; else it stays open. A name that
stands more often than it can, or in a column cut at a width, may be the beginning of a longer one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from cakupan.domain.records import Record, field
from cakupan.domain.regions import RegionDirectory, RegionKind
from etl.region_match import MatchProblem, RegionMatch, RegionMatcher

# So many sure names of one province, and none of another, say where the rest lies.
_ENOUGH = 3
# So many names that break off at one width say that the column was cut there.
_CUT = 2
_PARTS = (RegionKind.KABUPATEN, RegionKind.KOTA)


class NamedRow(NamedTuple):
    """A row's number, the name in it, and what else tells it from other rows: year, measure.

    ``province`` is what its province's cells say, where it has any.
    """

    number: int
    name: str
    beside: Hashable
    province: Hashable = ()

    @property
    def key(self) -> Hashable:
        """The same for two rows that cannot both be one region."""
        return self.beside, self.province, self.name


class Naming(Record, frozen=True):
    """What the names of a column prove.

    ``taken`` are regions that a name of their own stands for, with what stands beside it.
    ``heads`` are rows of provinces, each of which heads the rows up to the next; empty where they
    do not. ``province`` is the one province of all names, empty where there are several.
    ``times`` says how often a name stands beside the same things, ``longer`` which regions' names
    it is the beginning of; ``cut`` are names that may have been cut there, and ``doubtful`` those
    and the ones that stand several times. ``first`` leads from a row to the first with its name,
    or, of a name that stands several times, to the first of its first, second, … occurrences.
    """

    taken: frozenset[tuple[Hashable, str]] = frozenset()
    heads: tuple[tuple[int, str], ...] = ()
    province: str = ""
    times: Mapping[Hashable, int] = field(default_factory=dict)
    longer: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cut: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    first: Mapping[int, int] = field(default_factory=dict)

    def settle(self, match: RegionMatch, row: NamedRow) -> RegionMatch:
        """The region, or the several, that the column leaves of what a name can mean.

        "Kediri" beside "Kota Kediri" of the same year is the kabupaten: one row cannot be both.
        """
        if match.problem not in (None, MatchProblem.AMBIGUOUS):
            return match
        left = set(match.candidates if match.code is None else (match.code,))
        province = self.province or self._province_above(row.number)
        left = {code for code in left if code[:2] == province} or left
        left = self._free(left, row) or left
        if row.name in self.cut or self.times.get(row.key, 1) > len(left):
            left |= self._free(self.longer.get(row.name, ()), row)
        if len(left) == 1:
            return RegionMatch(left.pop())
        return RegionMatch(None, MatchProblem.AMBIGUOUS, tuple(sorted(left)))

    def _free(self, codes: Iterable[str], row: NamedRow) -> set[str]:
        return {code for code in codes if (row.beside, code) not in self.taken}

    def _province_above(self, number: int) -> str:
        place = bisect_right(self.heads, (number, ""))
        return self.heads[place - 1][1] if place else ""


def naming_of(
    rows: Iterable[NamedRow], matcher: RegionMatcher, directory: RegionDirectory
) -> Naming:
    """What the names of a column prove together."""
    named = list(rows)
    matches = {name: matcher.by_name(name) for name in {row.name for row in named}}
    longer = {
        name: codes for name, match in matches.items() if (codes := _longer(name, match, matcher))
    }
    cut = _cut(matches, longer)
    times = Counter(
        row.key
        for row in named
        if row.name in longer or matches[row.name].problem is MatchProblem.AMBIGUOUS
    )
    doubtful = cut | {row.name for row in named if times.get(row.key, 0) > 1}
    sure = [
        (row, code)
        for row in named
        if (code := matches[row.name].code) is not None and row.name not in doubtful
    ]
    parts = {code for _, code in sure if directory[code].kind in _PARTS}
    homes = {code[:2] for code in parts}
    return Naming(
        taken=frozenset((row.beside, code) for row, code in sure if code in parts),
        heads=_heads(sure, directory),
        province=homes.pop() if len(homes) == 1 and len(parts) >= _ENOUGH else "",
        times=times,
        longer=longer,
        cut=cut,
        doubtful=doubtful,
        first=_first(named, times),
    )


def _longer(name: str, match: RegionMatch, matcher: RegionMatcher) -> frozenset[str]:
    """The regions whose names begin with this one, but for those that it means itself."""
    if match.problem not in (None, MatchProblem.AMBIGUOUS, MatchProblem.UNKNOWN):
        return frozenset()
    own = match.candidates if match.problem is MatchProblem.AMBIGUOUS else (match.code,)
    return frozenset(code for code in matcher.cut_from(name) - set(own) if "." in code)


def _cut(
    matches: Mapping[str, RegionMatch], longer: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Whole names that may be cut as well, where names around them break off at one width."""
    broken = [name for name in longer if matches[name].problem is MatchProblem.UNKNOWN]
    width = max(map(len, broken), default=0)
    # A cut behind a space leaves a name one letter shorter.
    at_width = [name for name in broken if len(name) >= width - 1]
    known = [name for name, match in matches.items() if match.problem is not MatchProblem.UNKNOWN]
    if len(at_width) < _CUT or any(len(name) > width for name in known):
        return frozenset()
    return frozenset(name for name in known if name in longer and len(name) >= width - 1)


def _first(rows: Iterable[NamedRow], times: Mapping[Hashable, int]) -> dict[int, int]:
    """From each row of an open name to the row that a question about it is put at."""
    seen: Counter[Hashable] = Counter()
    firsts: dict[tuple[str, int], int] = {}
    first: dict[int, int] = {}
    for row in rows:
        if row.key in times:
            seen[row.key] += 1
            first[row.number] = firsts.setdefault((row.name, seen[row.key]), row.number)
    return first


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
