"""What decisions mean for rankings: whose coverage counts, and whose does not.

A coverage above 1 may be real, but says more about where people are registered than about who is
protected: it takes no rank until a person has accepted it. A figure that a person excluded takes
none whatever it says.
"""

from collections.abc import Collection, Iterable, Mapping

import numpy as np

from cakupan.analytics.kinds import breaks_passed
from cakupan.analytics.months import month_number
from cakupan.domain.flags import Decision, Exclusion, FlagCode, Verdict
from cakupan.domain.periods import Period
from cakupan.domain.records import Record


class Rulings(Record, frozen=True):
    """Decisions as rankings need them, for one denominator.

    ``accepted`` are regions whose coverage above 1 counts; ``excluded`` are regions with the month
    that is left out, or None for every month; ``real_breaks`` are regions with the month after a
    break that a person called a real change.
    """

    accepted: frozenset[str] = frozenset()
    excluded: frozenset[tuple[str, int | None]] = frozenset()
    real_breaks: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def of(cls, decisions: Iterable[Decision], *, denominator_id: str) -> "Rulings":
        """Out of the decisions in force. One about another denominator says nothing here."""
        accepted, excluded, real = set(), set(), set()
        for decision in decisions:
            key = decision.flag
            if joins(decision, denominator_id):
                real.add((key.region_code, month_number(Period(key.period).end)))
            if not _concerns_ranks(decision, denominator_id):
                continue
            if decision.verdict is Verdict.EXCLUDED:
                month = month_number(Period(key.period).end) if key.period else None
                excluded.add((key.region_code, month))
            elif key.code == FlagCode.COVERAGE_ABOVE_ONE and key.subject == denominator_id:
                accepted.add(key.region_code)
        return cls(frozenset(accepted), frozenset(excluded), frozenset(real))

    def ranked(self, coverage: np.ndarray, *, codes: list[str], first_month: int) -> np.ndarray:
        """Where a coverage may take a rank. ``coverage`` is codes × months from ``first_month``."""
        above = np.array([code in self.accepted for code in codes])[:, None]
        ranked: np.ndarray = ~np.isnan(coverage) & ((coverage <= 1) | above)
        for code, month in self.excluded:
            if code in codes:
                row = codes.index(code)
                columns = slice(None) if month is None else [month - first_month]
                if month is None or 0 <= month - first_month < coverage.shape[1]:
                    ranked[row, columns] = False
        return ranked

    def passed(
        self, columns: Mapping[str, np.ndarray], *, codes: list[str], first_month: int
    ) -> np.ndarray:
        """``breaks_passed`` of the regions with a break that is real; NaN for all others."""
        passed: np.ndarray = np.full(columns["coverage"].shape, np.nan, "float32")
        for code in {code for code, _ in self.real_breaks} & set(codes):
            real = {month - first_month for each, month in self.real_breaks if each == code}
            row = codes.index(code)
            passed[row] = breaks_passed(columns, row, real)
        return passed


def joins(decision: Decision, denominator_id: str) -> bool:
    """Whether it says of a break, in this base or whatever the base, that the change is real."""
    key = decision.flag
    return (
        key.code == FlagCode.SERIES_BREAK
        and decision.verdict is Verdict.ACCEPTED
        and key.subject in {"", denominator_id}
    )


def joined(
    decisions: Iterable[Decision],
    codes: Collection[str],
    *,
    denominator_id: str,
    after: Period | None,
    until: Period,
) -> list[Decision]:
    """Breaks of these regions that were called real, between two months; by region."""
    first = -1 if after is None else month_number(after.end)
    found = [
        one
        for one in decisions
        if one.flag.region_code in codes
        and joins(one, denominator_id)
        and first < month_number(Period(one.flag.period).end) <= month_number(until.end)
    ]
    return sorted(found, key=lambda one: (one.flag.region_code, one.flag.period))


def ruled(
    decisions: Iterable[Decision], codes: Collection[str], *, denominator_id: str, period: Period
) -> list[Decision]:
    """What must be said beside a ranking of these regions: decisions that changed it, by region.

    Exclusions in the month, and coverage above 1 that was accepted.
    """
    found = [
        one
        for one in decisions
        if one.flag.region_code in codes
        and _concerns_ranks(one, denominator_id)
        and (one.verdict is Verdict.EXCLUDED or one.flag.code == FlagCode.COVERAGE_ABOVE_ONE)
        and (not one.flag.period or _same_month(Period(one.flag.period), period))
    ]
    return sorted(found, key=lambda one: (one.flag.region_code, one.at))


def _concerns_ranks(decision: Decision, denominator_id: str) -> bool:
    """Whether it is about computed coverage, and about this denominator or all of them."""
    key = decision.flag
    known = key.code in set(FlagCode)
    return (
        known
        and FlagCode(key.code).excludes is Exclusion.RANK
        and key.subject in {"", denominator_id}
    )


def _same_month(one: Period, other: Period) -> bool:
    return month_number(one.end) == month_number(other.end)
