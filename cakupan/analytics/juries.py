"""Scores of judges: mean and spread, and who differs most. Exact up to the square root."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import sqrt

from cakupan.domain.awards import Stage
from cakupan.domain.juries import Dossier
from cakupan.domain.records import Record


class Spread(Record, frozen=True):
    """Mean, lowest and highest, and the standard deviation of all of them (divided by n)."""

    mean: Fraction
    low: Fraction
    high: Fraction
    deviation: float


def spread(values: Sequence[Fraction]) -> Spread:
    """How far values lie apart; ``ValueError`` without any."""
    if not values:
        raise ValueError("no value, no spread")
    mean = sum(values, Fraction(0)) / len(values)
    variance = sum(((value - mean) ** 2 for value in values), Fraction(0)) / len(values)
    return Spread(mean, min(values), max(values), sqrt(variance))


def judge_means(dossier: Dossier, stage: Stage) -> dict[str, Fraction]:
    """The mean that each judge gave in a stage, over the criteria the judge scored."""
    given: dict[str, list[Fraction]] = {}
    for score in dossier.scores:
        if score.stage is stage:
            given.setdefault(score.judge, []).append(Fraction(score.value))
    return {judge: sum(values, Fraction(0)) / len(values) for judge, values in given.items()}


def furthest_judge(means: Mapping[str, Fraction]) -> tuple[str, Fraction] | None:
    """Who lies furthest from the mean of the others, and how far; None below three judges.

    Of two judges both lie as far from each other, so neither stands out.
    """
    if len(means) < _STANDING_OUT:
        return None
    whole = sum(means.values(), Fraction(0))
    away = {
        judge: mean - (whole - mean) / (len(means) - 1) for judge, mean in sorted(means.items())
    }
    judge = max(away, key=lambda name: abs(away[name]))
    return (judge, away[judge]) if away[judge] else None


_STANDING_OUT = 3
