"""The sentence over each figure: chosen by rules from texts/, with numbers of the summary only.

Slides and press texts say the same, so the rules stand here and not on the page.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import isnan
from operator import itemgetter

import pandas as pd

from cakupan.analytics.summary import Status, Summary, TargetGap, YearOnYear
from cakupan.charts.target_marks import round_percent
from cakupan.domain.measures import Segment
from cakupan.texts import Words
from cakupan.texts.number_format import decimal, percent, points, short_count

_FRACTIONS = ((1 / 3, "third"), (0.5, "half"), (2 / 3, "two_thirds"), (0.75, "three_quarters"))
_NEARLY = 0.025


def people_in_words(people: int, words: Words) -> str:
    """235 ribu, 1,12 juta, 4.812: as exact as a title can bear."""
    return short_count(people, words.language, 2 if people >= 10**6 else 0)


def goal(gaps: Sequence[TargetGap]) -> TargetGap | None:
    """The dated target furthest ahead, of two in one year the higher: what pace is measured by."""
    dated = [gap for gap in gaps if gap.target.year is not None]
    return max(dated, key=lambda gap: (gap.target.year or 0, gap.target.ratio), default=None)


def gap_message(gaps: Sequence[TargetGap], *, region: str, words: Words) -> str:
    """How many people are missing to the nearest and to the furthest target not yet reached."""
    if not gaps:
        return words("charts.gap.no_target", region=region)
    open_gaps = sorted((gap for gap in gaps if gap.people_needed), key=_ratio)
    if not open_gaps:
        return words("charts.gap.reached", region=region)
    near, far = open_gaps[0], open_gaps[-1]
    people = people_in_words(near.people_needed or 0, words)
    if near is far:
        return words("charts.gap.one", people=people, target=_aim(near, words))
    more = people_in_words(far.people_needed or 0, words)
    return words(
        "charts.gap.two",
        people=people,
        target=_aim(near, words),
        more=more,
        further=_aim(far, words),
    )


def pace_message(summary: Summary, *, region: str, words: Words) -> str:
    """Whether the pace leads to the target in time; without a dated target, the year's change."""
    aim = goal(summary.gaps)
    if aim is None or aim.assessment.status is Status.NOT_ASSESSED:
        return _change_message(summary.year_on_year, region=region, words=words)
    target = round_percent(float(aim.target.ratio), words.language)
    return words(f"charts.pace.{_pace(summary, aim)}", target=target, year=aim.target.year)


def _pace(summary: Summary, aim: TargetGap) -> str:
    status = aim.assessment.status
    if status in {Status.REACHED, Status.FALLING, Status.ON_TRACK}:
        return status.value
    outlook = summary.outlook
    late = outlook is not None and outlook.high < aim.target.ratio
    return "late" if late else "unsure"


def _change_message(change: YearOnYear, *, region: str, words: Words) -> str:
    if change.points is None:
        return words("charts.pace.plain", region=region)
    size = _unsigned_points(change.points, words)
    return words(f"charts.pace.{_direction(change.points)}", region=region, points=size)


def ranking_message(
    frame: pd.DataFrame, gaps: Sequence[TargetGap], *, parts: str, words: Words
) -> str:
    """How many parts are past the nearest target that not all have passed; ``frame`` has names."""
    told = zip(frame["name"].tolist(), frame["coverage"].tolist(), strict=True)
    known = [one for one in told if not isnan(one[1])]
    if not known:
        return words("charts.ranks.none", parts=parts)
    for ratio in sorted({float(gap.target.ratio) for gap in gaps}):
        passed = sum(coverage >= ratio for _, coverage in known)
        if passed < len(known):
            key = "some" if passed else "nobody"
            fields = {"passed": passed, "total": len(known), "parts": parts}
            target = round_percent(ratio, words.language)
            return words(f"charts.ranks.{key}", target=target, **fields)
    if gaps:
        return words("charts.ranks.all", total=len(known), parts=parts)
    (best, _), (worst, _) = known[0], known[-1]
    if len(known) == 1:
        return words("charts.ranks.single", name=best)
    return words("charts.ranks.ends", best=best, worst=worst)


def movers_message(frame: pd.DataFrame, *, parts: str, words: Words) -> str:
    """Who moved most; ``frame`` is the ranking with names, all of it."""
    told = zip(frame["points"].tolist(), frame["name"].tolist(), strict=True)
    moved = sorted((one for one in told if not isnan(one[0])), key=itemgetter(0))
    if not moved:
        return words("charts.moves.none")
    falling = sum(change < 0 for change, _ in moved)
    (least, last), (most, first) = moved[0], moved[-1]
    if not falling:
        return words("charts.moves.all_up", name=first, points=points(most, words.language))
    if falling == len(moved):
        return words("charts.moves.all_down", name=last, points=points(least, words.language))
    return words(
        "charts.moves.mixed",
        name=first,
        falling=falling,
        total=len(moved),
        parts=parts,
    )


def segment_message(frame: pd.DataFrame, names: dict[Segment, str], *, words: Words) -> str:
    """What share the largest segment has, as a plain fraction where it is near one."""
    if frame.empty or not frame["participants"].sum():
        return words("charts.split.none")
    largest = frame["participants"].to_numpy().argsort(kind="stable")[-1]
    name = names[Segment(frame["segment"].iloc[largest])].lower()
    share = float(frame["share"].iloc[largest])
    for fraction, key in _FRACTIONS:
        if abs(share - fraction) <= _NEARLY:
            return words(f"charts.split.{key}", segment=name)
    return words("charts.split.share", segment=name, share=percent(share, words.language, 0))


def pace_ratio(value: float, words: Words) -> str:
    """0,61: actual over required pace, two decimals."""
    return decimal(value, words.language, 2)


def _ratio(gap: TargetGap) -> Decimal:
    return gap.target.ratio


def _aim(gap: TargetGap, words: Words) -> str:
    target = round_percent(float(gap.target.ratio), words.language)
    if gap.target.year is None:
        return target
    return words("charts.gap.by_year", target=target, year=gap.target.year)


def _direction(change: float) -> str:
    return "up" if change > 0 else "down" if change < 0 else "flat"


def _unsigned_points(change: float, words: Words) -> str:
    return points(abs(change), words.language).removeprefix("+")
