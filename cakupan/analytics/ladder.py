"""The ladder: every target that speaks of a region, each with its distance and its own base."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from cakupan.analytics.gaps import target_gap
from cakupan.analytics.panel import Panel
from cakupan.analytics.standing import Standing, standing
from cakupan.analytics.summary import Headline, TargetGap
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.reference import Target
from cakupan.domain.regions import NATION_CODE, Region, RegionDirectory


class Scope(StrEnum):
    """Whose target it is: the region's own, the nation's for orientation, or that of a part."""

    OWN = "own"
    NATIONAL = "national"
    PART = "part"


class Rung(Record, frozen=True):
    """One target held against the region it is measured on, by the base shown.

    ``by_own_base`` is the same by the base it was stated for, ``own_coverage`` the coverage by it;
    None where that is the base shown, or where there is no figure of it.
    """

    scope: Scope
    region: Region
    headline: Headline
    gap: TargetGap
    by_own_base: TargetGap | None
    own_coverage: float | None


def ladder(
    panels: Mapping[str, Panel],
    *,
    region: Region,
    targets: Sequence[Target],
    denominator_id: str,
    period: Period,
) -> tuple[Rung, ...]:
    """The rungs of ``region`` at ``period``, in the order of ``targets`` within each scope.

    ``panels`` by denominator: that of ``denominator_id`` is there, others as far as they are known.
    A target of the nation is measured on the region shown, one of a part on that part.
    """
    directory = panels[denominator_id].directory
    stands: dict[tuple[str, str], Standing] = {}

    def stand(of: Region, base: str) -> Standing:
        if (of.code, base) not in stands:
            stands[of.code, base] = standing(panels[base], region=of, period=period)
        return stands[of.code, base]

    rungs = []
    for scope, on, target in _applying(targets, region, directory):
        now = stand(on, denominator_id)
        own, own_stand = None, None
        if target.denominator != denominator_id and target.denominator in panels:
            own_stand = stand(on, target.denominator)
            own = _gap(target, own_stand, target.denominator)
        rungs.append(
            Rung(
                scope=scope,
                region=on,
                headline=now.headline,
                gap=_gap(target, now, denominator_id),
                by_own_base=own if own and own.people_needed is not None else None,
                own_coverage=own_stand.headline.coverage if own_stand else None,
            )
        )
    return tuple(rungs)


def _gap(target: Target, now: Standing, denominator_id: str) -> TargetGap:
    return target_gap(target, now=now.headline, marks=now.marks, denominator_id=denominator_id)


def _applying(
    targets: Sequence[Target], region: Region, directory: RegionDirectory
) -> list[tuple[Scope, Region, Target]]:
    """Scope, the region it is measured on, and the target; own ones first, then the nation's."""
    own = [(Scope.OWN, region, one) for one in targets if one.region_code == region.code]
    national = [
        (Scope.NATIONAL, region, one)
        for one in targets
        if one.region_code == NATION_CODE != region.code
    ]
    parts = [
        (Scope.PART, part, one)
        for part in directory.parts(region.code)
        for one in targets
        if one.region_code == part.code
    ]
    # The nation's parts have ladders of their own: all provinces in one list would be no ladder.
    return [*own, *national, *(parts if region.code != NATION_CODE else ())]
