"""What decisions mean for rankings: whose coverage counts, and whose does not.

A coverage above 1 may be real, but says more about where people are registered than about who is
protected: it takes no rank until a person has accepted it. A figure that a person excluded takes
none whatever it says.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from cakupan.analytics.months import month_number
from cakupan.domain.flags import Decision, Exclusion, FlagCode, Verdict
from cakupan.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions as rankings need them, for one denominator.

    ``accepted`` are regions whose coverage above 1 counts; ``excluded`` are regions with the month
    that is left out, or None for every month.
    """

    accepted: frozenset[str] = frozenset()
    excluded: frozenset[tuple[str, int | None]] = frozenset()

    @classmethod
    def of(cls, decisions: Iterable[Decision], *, denominator_id: str) -> "Rulings":
        """Out of the decisions in force. One about another denominator says nothing here."""
        accepted, excluded = set(), set()
        for decision in decisions:
            key = decision.flag
            if not _concerns_ranks(decision, denominator_id):
                continue
            if decision.verdict is Verdict.EXCLUDED:
                month = month_number(Period(key.period).end) if key.period else None
                excluded.add((key.region_code, month))
            elif key.code == FlagCode.COVERAGE_ABOVE_ONE and key.subject == denominator_id:
                accepted.add(key.region_code)
        return cls(frozenset(accepted), frozenset(excluded))

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
