"""Nominees ranked by what judges gave: means by criterion, weighted, and how far judges differ.

Only nominees of one category and year are compared, and only in the furthest stage that any of them
was scored in. Exact up to the square root of a spread.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from cakupan.analytics.juries import Spread, furthest_judge, judge_means, spread
from cakupan.domain.awards import Stage
from cakupan.domain.juries import Dossier
from cakupan.domain.records import Record, replace


class Unplaced(StrEnum):
    """Why a nominee has no rank."""

    NOT_SCORED = "not_scored"
    EARLIER_STAGE = "earlier_stage"
    CRITERION_MISSING = "criterion_missing"
    NO_WEIGHTS = "no_weights"


class Placed(Record, frozen=True):
    """A nominee among those of its category and year; scores from 0 to 100.

    ``means`` are by criterion, of those with a weight that were scored in ``stage``; ``parts`` are
    what each adds to the score. ``judges`` is the spread of the scores that single judges alone
    would give, of those who scored every criterion; ``furthest`` who differs most, whatever the
    weights (``furthest_judge``). Ties share a rank; where there is none,
    ``why`` says why.
    """

    dossier: Dossier
    stage: Stage | None
    means: Mapping[str, Spread]
    parts: Mapping[str, Fraction]
    score: Fraction | None
    rank: int | None
    judges: Spread | None
    furthest: tuple[str, Fraction] | None
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


class Judged(Record, frozen=True):
    """A nominee in the stage that its category and year is compared in; scores by criterion.

    ``stage`` is None where nobody of them was scored. ``given`` are the scores of judges in it.
    """

    dossier: Dossier
    stage: Stage | None
    given: Mapping[str, Mapping[str, Fraction]]
    means: Mapping[str, Spread]
    furthest: tuple[str, Fraction] | None


def judged(dossiers: Iterable[Dossier], stages: Collection[Stage]) -> list[list[Judged]]:
    """Nominees in groups that can be compared, the newest year first; each in the furthest stage.

    Only ``stages`` count: juries of provinces and of the nation are not compared with each other.
    """
    ordered = sorted(dossiers, key=_group)
    return [_judged([*group], stages) for _, group in groupby(ordered, key=_group)]


def rank_nominees(groups: Iterable[Sequence[Judged]], weights: Mapping[str, int]) -> list[Placed]:
    """All nominees, group by group: the best first, those without rank last.

    ``weights`` are by id of a criterion; nobody is ranked where none is above 0.
    """
    used = {name: weight for name, weight in weights.items() if weight > 0}
    return [placed for group in groups for placed in _ranked(group, used)]


def _group(dossier: Dossier) -> tuple[int, str]:
    return (-dossier.nominee.award_year, dossier.nominee.category)


def _judged(group: Sequence[Dossier], stages: Collection[Stage]) -> list[Judged]:
    scored = {score.stage for one in group for score in one.scores}
    stage = next((one for one in reversed(Stage) if one in scored and one in stages), None)
    found = []
    for dossier in group:
        given: dict[str, dict[str, Fraction]] = {}
        for one in dossier.scores:
            if one.stage is stage:
                given.setdefault(one.criterion, {})[one.judge] = Fraction(one.value)
        means = {name: spread([*values.values()]) for name, values in given.items()}
        furthest = furthest_judge(judge_means(dossier, stage)) if stage else None
        found.append(Judged(dossier, stage, given, means, furthest))
    return found


def _ranked(group: Sequence[Judged], weights: Mapping[str, int]) -> list[Placed]:
    found = [_placed(one, weights) for one in group]
    scores = sorted((one.score for one in found if one.score is not None), reverse=True)
    # The place of the first of equals.
    ranks = {score: place for place, score in reversed([*enumerate(scores, start=1)])}
    ranked = [replace(one, rank=ranks[one.score]) for one in found if one.score is not None]
    ranked.sort(key=lambda one: (one.rank or 0, one.dossier.nominee))
    return [*ranked, *(one for one in found if one.score is None)]


def _placed(one: Judged, weights: Mapping[str, int]) -> Placed:
    means = {name: mean for name, mean in one.means.items() if name in weights}
    placed = Placed(one.dossier, one.stage, means, {}, None, None, None, one.furthest, None)
    if not weights or set(means) != set(weights):
        return replace(placed, why=_reason(one) if weights else Unplaced.NO_WEIGHTS)
    parts = _weighted_parts({name: mean.mean for name, mean in means.items()}, weights)
    score = sum(parts.values(), Fraction(0))
    return replace(placed, parts=parts, score=score, judges=_by_judge(one, weights))


def _reason(one: Judged) -> Unplaced:
    if not one.dossier.scores:
        return Unplaced.NOT_SCORED
    return Unplaced.CRITERION_MISSING if one.given else Unplaced.EARLIER_STAGE


def _by_judge(one: Judged, weights: Mapping[str, int]) -> Spread | None:
    """How far the scores lie apart that each judge alone would give; None where none gave all."""
    given = {name: one.given[name] for name in weights}
    complete = set.intersection(*(set(values) for values in given.values()))
    scores = [
        weighted_mean({name: values[judge] for name, values in given.items()}, weights)
        for judge in sorted(complete)
    ]
    return spread(scores) if scores else None
