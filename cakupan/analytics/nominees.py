"""Nominees ranked by what judges gave: means by criterion, weighted, and how far judges differ.

Only nominees of one category and year are compared, and only in the furthest stage that any of them
was scored in. Exact up to the square root of a spread.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from cakupan.analytics.juries import Spread, scored_stage, spread
from cakupan.domain.awards import Stage
from cakupan.domain.juries import Dossier


class Unplaced(StrEnum):
    """Why a nominee has no rank."""

    NOT_SCORED = "not_scored"
    EARLIER_STAGE = "earlier_stage"
    CRITERION_MISSING = "criterion_missing"
    NO_WEIGHTS = "no_weights"


@dataclass(frozen=True, slots=True)
class Placed:
    """A nominee among those of its category and year; scores from 0 to 100.

    ``means`` are by criterion, of those with a weight that were scored in ``stage``; ``parts`` are
    what each adds to the score. ``judges`` is the spread of the scores that single judges alone
    would give, of those who scored every criterion. Ties share a rank; where there is none,
    ``why`` says why.
    """

    dossier: Dossier
    stage: Stage | None
    means: Mapping[str, Spread]
    parts: Mapping[str, Fraction]
    score: Fraction | None
    rank: int | None
    judges: Spread | None
    why: Unplaced | None


def weighted_mean(values: Mapping[str, Fraction], weights: Mapping[str, int]) -> Fraction:
    """``Σ wₖ·xₖ ÷ Σ wₖ`` over the criteria with a weight, each of which has a value."""
    return sum(_weighted_parts(values, weights).values(), Fraction(0))


def _weighted_parts(
    values: Mapping[str, Fraction], weights: Mapping[str, int]
) -> dict[str, Fraction]:
    """What each criterion adds to the score; ``ValueError`` where no weight is above 0."""
    used = {name: weight for name, weight in weights.items() if weight > 0}
    if not used:
        raise ValueError("one weight at least is above 0")
    total = sum(used.values())
    return {name: values[name] * weight / total for name, weight in used.items()}


def rank_nominees(dossiers: Iterable[Dossier], weights: Mapping[str, int]) -> list[Placed]:
    """All nominees: the newest year first, by category, the best first, those without rank last.

    ``weights`` are by id of a criterion; nobody is ranked where none is above 0.
    """
    used = {name: weight for name, weight in weights.items() if weight > 0}
    ordered = sorted(dossiers, key=_group)
    return [
        placed for _, group in groupby(ordered, key=_group) for placed in _ranked([*group], used)
    ]


def _group(dossier: Dossier) -> tuple[int, str]:
    return (-dossier.nominee.award_year, dossier.nominee.category)


def _ranked(group: Sequence[Dossier], weights: Mapping[str, int]) -> list[Placed]:
    stages = {scored_stage(one) for one in group} - {None}
    stage = next((one for one in reversed(Stage) if one in stages), None)
    found = [_placed(one, stage, weights) for one in group]
    scores = [one.score for one in found if one.score is not None]
    ranked = [
        _with_rank(one, 1 + sum(other > one.score for other in scores))
        for one in found
        if one.score is not None
    ]
    ranked.sort(key=lambda one: (one.rank or 0, one.dossier.nominee))
    return [*ranked, *(one for one in found if one.score is None)]


def _with_rank(one: Placed, rank: int) -> Placed:
    return Placed(
        *(one.dossier, one.stage, one.means, one.parts, one.score, rank, one.judges, None)
    )


def _placed(dossier: Dossier, stage: Stage | None, weights: Mapping[str, int]) -> Placed:
    given: dict[str, dict[str, Fraction]] = {}
    for one in dossier.scores:
        if one.stage is stage and one.criterion in weights:
            given.setdefault(one.criterion, {})[one.judge] = Fraction(one.value)
    means = {name: spread([*values.values()]) for name, values in given.items()}
    if not weights or set(means) != set(weights):
        why = _reason(dossier, stage) if weights else Unplaced.NO_WEIGHTS
        return Placed(dossier, stage, means, {}, None, None, None, why)
    parts = _weighted_parts({name: one.mean for name, one in means.items()}, weights)
    score = sum(parts.values(), Fraction(0))
    return Placed(dossier, stage, means, parts, score, None, _by_judge(given, weights), None)


def _reason(dossier: Dossier, stage: Stage | None) -> Unplaced:
    own = scored_stage(dossier)
    if own is None:
        return Unplaced.NOT_SCORED
    return Unplaced.CRITERION_MISSING if own is stage else Unplaced.EARLIER_STAGE


def _by_judge(
    given: Mapping[str, Mapping[str, Fraction]], weights: Mapping[str, int]
) -> Spread | None:
    """How far the scores lie apart that each judge alone would give; None where none gave all."""
    complete = set.intersection(*(set(values) for values in given.values()))
    scores = [
        weighted_mean({name: values[judge] for name, values in given.items()}, weights)
        for judge in sorted(complete)
    ]
    return spread(scores) if scores else None
