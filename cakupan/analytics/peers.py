"""Where a region stands among others that it can fairly be compared with.

Ranks are by coverage alone, as in ranking.py; what a part contributes to a whole is not asked here.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

import numpy as np
import pandas as pd

from cakupan.analytics.panel import Panel
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE, Region, RegionDirectory, RegionKind

SIZE_CLASSES = 5
_FEWEST = 2
_COLUMNS = ("coverage", "ranked", "workers")


class Scope(StrEnum):
    """With whom a region is compared."""

    PROVINCE = "province"
    PROVINCE_KIND = "province_kind"
    NATION_KIND = "nation_kind"
    SIZE = "size"


class Position(Record, frozen=True):
    """``rank`` 1 is the highest of ``ranked`` regions; ``members`` counts those without data too.

    ``below`` is the share of the other ranked regions that have a lower coverage. Neither is known
    of a region that is not ranked; ``below`` needs a second one.
    """

    rank: int | None
    ranked: int
    members: int
    below: Fraction | None


class PeerGroup(Record, frozen=True):
    """``members`` have coverage (NaN without data) and ranked, by region_code."""

    scope: Scope
    members: pd.DataFrame
    position: Position


class Peers(Record, frozen=True):
    """The groups a region belongs to, and its size class with the workers that bound the class.

    ``size_class`` is 1 for the smallest fifth, None without a workforce.
    """

    groups: tuple[PeerGroup, ...]
    size_class: int | None
    smallest: int | None
    largest: int | None


def size_classes(workers: pd.Series) -> pd.Series:
    """Fifths by number of workers, 1 to 5; a region without workers has none (NaN).

    The class of a region is ``1 + floor(5 · smaller / n)``, with ``smaller`` the number of the n
    regions that have fewer workers: of regions with the same workforce none is set apart.
    """
    known = workers.where(workers > 0)
    smaller = known.rank(method="min") - 1
    return 1 + (SIZE_CLASSES * smaller // max(int(known.notna().sum()), 1))


def position(month: pd.DataFrame, code: str) -> Position:
    """Where ``code`` stands among the regions of ``month``, which it is one of.

    ``month`` has coverage and ranked by region_code, as ``Panel.in_month`` gives them.
    """
    coverage = month["coverage"].to_numpy()
    # As rank_by_coverage has it: counted here, for one region, out of plain numbers.
    known = coverage[month["ranked"].to_numpy(dtype="bool") & ~np.isnan(coverage)]
    ranked, members = len(known), len(month)
    place = month.index.get_loc(code)
    own = coverage[place]
    if not month["ranked"].iloc[place] or np.isnan(own):
        return Position(rank=None, ranked=ranked, members=members, below=None)
    return Position(
        rank=1 + int((known > own).sum()),
        ranked=ranked,
        members=members,
        below=Fraction(int((known < own).sum()), ranked - 1) if ranked > 1 else None,
    )


def peers(panel: Panel, *, region: Region, period: Period) -> Peers:
    """The peers of a kabupaten, kota or province at ``period``; the nation has none.

    A group of one is no group.
    """
    level = level_of(region, panel.directory)
    month = panel.in_month(level, period, only=_COLUMNS)
    classes = size_classes(month["workers"])
    own = classes.get(region.code)
    known = own is not None and pd.notna(own)
    fellows = month["workers"][classes == own] if known else month["workers"].iloc[:0]
    scopes = _members(region, panel.directory, level, fellows)
    places = {code: place for place, code in enumerate(level)}
    kept = month[["coverage", "ranked"]]
    return Peers(
        groups=tuple(
            PeerGroup(scope, rows, position(rows, region.code))
            for scope, members in scopes.items()
            if len(members) >= _FEWEST
            # By place: looking 400 codes up by their text takes longer than all else here.
            for rows in (kept.iloc[[places[code] for code in members]],)
        ),
        size_class=int(own) if known and own is not None else None,
        smallest=int(fellows.min()) if known else None,
        largest=int(fellows.max()) if known else None,
    )


def level_of(region: Region, directory: RegionDirectory) -> list[str]:
    """Codes of all regions on one level with this one: provinces, or kabupaten and kota."""
    if region.kind is RegionKind.NATION:
        return [region.code]
    provinces = directory.parts(NATION_CODE)
    if region.kind is RegionKind.PROVINCE:
        return [province.code for province in provinces]
    return [part.code for province in provinces for part in directory.parts(province.code)]


def _members(
    region: Region, directory: RegionDirectory, level: Sequence[str], fellows: pd.Series
) -> Mapping[Scope, Sequence[str]]:
    alike = [code for code in level if directory[code].kind is region.kind]
    members: dict[Scope, Sequence[str]] = {}
    if region.kind in {RegionKind.KABUPATEN, RegionKind.KOTA}:
        near = [part.code for part in directory.parts(region.parent_code or "")]
        members[Scope.PROVINCE] = near
        members[Scope.PROVINCE_KIND] = [code for code in near if code in set(alike)]
        if len(members[Scope.PROVINCE_KIND]) == len(near):
            del members[Scope.PROVINCE_KIND]
    members[Scope.NATION_KIND] = alike
    members[Scope.SIZE] = list(fellows.index)
    return members
