"""Which region a cell means: exact by code, official name or alias, and otherwise a question.

Near matches are suggested and never taken. No file is read here; the directory is handed in.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from cakupan.domain.records import Record
from cakupan.domain.reference import Lineage
from cakupan.domain.regions import NATION_CODE, RegionAlias, RegionDirectory, RegionKind
from etl.readers.workbook import CellValue
from etl.region_codes import CodeAuthority, codes_by_digits, read_code
from etl.region_names import fold, spellings

__all__ = ["CodeAuthority", "MatchProblem", "RegionMatch", "RegionMatcher"]

_SUGGESTIONS = 3
_SIMILAR_ENOUGH = 75
_LONGEST_NAME = 60
# Against each row whose name contradicts a code system, so many must speak for it.
_MAJORITY = 20


class MatchProblem(StrEnum):
    """Why no region was taken."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    LOOKALIKE = "lookalike"
    CODE_NAME_CONFLICT = "code-name-conflict"


class RegionMatch(Record, frozen=True):
    """A region's code, or the problem and the codes it could have been. Candidates are for people.

    A match with a problem has no code.
    """

    code: str | None
    problem: MatchProblem | None = None
    candidates: tuple[str, ...] = ()


class RegionMatcher:
    """Finds regions by name and by code. Build it once; it does not change."""

    def __init__(
        self,
        directory: RegionDirectory,
        aliases: Iterable[RegionAlias],
        lineage: Iterable[Lineage] = (),
    ) -> None:
        """``lineage`` lets a region also stand under the province it was split from."""
        self._directory = directory
        self._spellings, self._sorted = _names(directory, tuple(aliases))
        self._codes = {one: codes_by_digits(directory, one) for one in CodeAuthority}
        self._former_provinces = {
            (event.code[:2], event.old_code[:2]) for event in lineage if event.old_code
        }
        self._suggested: dict[str, tuple[str, ...]] = {}

    def by_name(
        self,
        text: str,
        *,
        province_code: str | None = None,
        bare_is_kabupaten: bool = False,
        kinds: Collection[RegionKind] | None = None,
    ) -> RegionMatch:
        """The region of this name.

        A name of several regions is narrowed by ``kinds`` (what the column can hold), by
        ``province_code`` and, where the source leaves kabupaten unprefixed, by
        ``bare_is_kabupaten``. A name that only lies outside ``province_code`` is a conflict:
        "Kab. Banjar" in Jawa Barat is a mistaken Kota Banjar, not Banjar in Kalimantan Selatan.
        """
        name = fold(text)
        if name.foreign:
            return RegionMatch(None, MatchProblem.LOOKALIKE, self._suggest(name.key))
        known = self._spellings.get(name.key) or self._spellings.get(name.unnumbered)
        if not known:
            return RegionMatch(None, MatchProblem.UNKNOWN, self._suggest(name.unnumbered))
        codes = {code for code in known if kinds is None or self._directory[code].kind in kinds}
        if not codes:
            return RegionMatch(None, MatchProblem.UNKNOWN, tuple(sorted(known)))
        if province_code not in (None, NATION_CODE):
            inside = {code for code in codes if self._stands_in(code, province_code)}
            if not inside:
                return RegionMatch(None, MatchProblem.CODE_NAME_CONFLICT, tuple(sorted(codes)))
            codes = inside
        if bare_is_kabupaten and len(codes) > 1:
            codes = {code for code in codes if not self._is_kota(code)} or codes
        if len(codes) > 1:
            return RegionMatch(None, MatchProblem.AMBIGUOUS, tuple(sorted(codes)))
        return RegionMatch(codes.pop())

    def by_code(self, value: CellValue, *, authority: CodeAuthority) -> RegionMatch:
        """The region of this code in one authority's system. "32.1" is never completed."""
        code = read_code(value)
        if code is None:
            return RegionMatch(None, MatchProblem.UNKNOWN)
        region = self._codes[authority].get(code.digits)
        if code.lost_zero:
            found = () if region is None else (region,)
            return RegionMatch(None, MatchProblem.AMBIGUOUS, found)
        if region is None:
            return RegionMatch(None, MatchProblem.UNKNOWN)
        return RegionMatch(region)

    def by_code_and_name(
        self, value: CellValue, name: str, *, authority: CodeAuthority
    ) -> RegionMatch:
        """The region of a code whose name stands beside it: the name may not mean another one.

        A name nobody knows does not contradict a code; a name of look-alike letters is refused.
        """
        coded = self.by_code(value, authority=authority)
        if coded.code is None:
            return coded
        named = self.by_name(name)
        if named.problem is MatchProblem.LOOKALIKE:
            return named
        meant = _meant(named)
        if meant and coded.code not in meant:
            candidates = tuple(sorted({coded.code, *meant}))
            return RegionMatch(None, MatchProblem.CODE_NAME_CONFLICT, candidates)
        return coded

    def cut_from(self, text: str) -> frozenset[str]:
        """The regions whose longer names begin with these letters, as if cut at a width."""
        key = fold(text).unnumbered
        longer = self._sorted[bisect_right(self._sorted, key) :]
        cut = takewhile(lambda spelling: spelling.startswith(key), longer) if key else ()
        return frozenset(code for spelling in cut for code in self._spellings[spelling])

    def infer_authority(self, pairs: Iterable[tuple[CellValue, str]]) -> CodeAuthority | None:
        """Whose codes these are, told by the names beside them; None where the names do not tell.

        Where both systems fit every row it does not matter which, and Kemendagri is said.
        """
        named_rows = 0
        fits = dict.fromkeys(CodeAuthority, 0)
        told_apart = dict.fromkeys(CodeAuthority, 0)
        for value, name in pairs:
            meant = _meant(self.by_name(name))
            agreeing = [one for one in CodeAuthority if self._code(value, one) in meant]
            named_rows += bool(meant)
            for authority in agreeing:
                fits[authority] += 1
                told_apart[authority] += len(agreeing) == 1
        best = max(CodeAuthority, key=lambda one: told_apart[one])
        others = sum(told_apart.values()) - told_apart[best]
        sure = 2 * fits[best] > named_rows and told_apart[best] >= _MAJORITY * others
        return best if sure else None

    def _code(self, value: CellValue, authority: CodeAuthority) -> str | None:
        return self.by_code(value, authority=authority).code

    def _stands_in(self, code: str, province_code: str | None) -> bool:
        province = code[:2]
        return province == province_code or (province, province_code) in self._former_provinces

    def _is_kota(self, code: str) -> bool:
        return self._directory[code].kind is RegionKind.KOTA

    def _suggest(self, key: str) -> tuple[str, ...]:
        """The regions whose spellings are nearest, best first."""
        if len(key) > _LONGEST_NAME or key.isnumeric():
            return ()
        if key not in self._suggested:
            from rapidfuzz import fuzz, process  # noqa: PLC0415  few files have a name to guess

            near = process.extract(
                key,
                self._spellings.keys(),
                scorer=fuzz.ratio,
                score_cutoff=_SIMILAR_ENOUGH,
                limit=10 * _SUGGESTIONS,
            )
            codes = [code for spelling, *_ in near for code in sorted(self._spellings[spelling])]
            self._suggested[key] = tuple(dict.fromkeys(codes))[:_SUGGESTIONS]
        return self._suggested[key]


@lru_cache(maxsize=2)
def _names(
    directory: RegionDirectory, aliases: tuple[RegionAlias, ...]
) -> tuple[Mapping[str, Collection[str]], Sequence[str]]:
    """Every spelling with its codes, and all in order: each file needs the same ones anew."""
    known = spellings(directory, aliases)
    return known, sorted(known)


def _meant(named: RegionMatch) -> frozenset[str]:
    """The codes a name may stand for: one, several when ambiguous, none when unknown."""
    if named.code is not None:
        return frozenset({named.code})
    return frozenset(named.candidates if named.problem is MatchProblem.AMBIGUOUS else ())
