"""The sentence over a map, by what it is coloured by."""

from collections.abc import Sequence
from math import isnan
from operator import itemgetter

import pandas as pd

from cakupan.analytics.summary import TargetGap
from cakupan.charts.map_scales import Coloured
from cakupan.charts.messages import movers_message, people_in_words, ranking_message
from cakupan.charts.target_marks import round_percent
from cakupan.texts import Words
from cakupan.texts.number_format import growth


def map_message(
    frame: pd.DataFrame,
    coloured: Coloured,
    *,
    gaps: Sequence[TargetGap],
    aim: TargetGap | None,
    words: Words,
) -> str:
    """``frame`` is the table of regions, best first, with name and value (NaN is no data)."""
    parts = words("charts.parts.regencies")
    if coloured is Coloured.COVERAGE:
        return ranking_message(frame, gaps, parts=parts, words=words)
    if coloured is Coloured.POINTS:
        return movers_message(frame, parts=parts, words=words)
    told = zip(frame["value"].tolist(), frame["name"].tolist(), strict=True)
    known = sorted((one for one in told if not isnan(one[0])), key=itemgetter(0))
    if coloured is Coloured.GROWTH:
        return _growth_message(known, words)
    return _gap_message(known, aim, words)


def _gap_message(known: Sequence[tuple[float, str]], aim: TargetGap | None, words: Words) -> str:
    """Who lacks most to the target, the last of ``known``."""
    if aim is None:
        return words("charts.map.no_aim")
    if not known:
        return words("charts.map.no_gap")
    target = round_percent(float(aim.target.ratio), words.language)
    lacking, name = known[-1]
    if lacking == 0:
        return words("charts.map.all_reached", target=target, total=len(known))
    people = people_in_words(int(lacking), words)
    return words("charts.map.gap", name=name, people=people, target=target)


def _growth_message(known: Sequence[tuple[float, str]], words: Words) -> str:
    """Whose participants grow fastest, the last of ``known``, and how many fall."""
    if not known:
        return words("charts.moves.none")
    fastest, name = known[-1]
    fields = {"name": name, "growth": growth(fastest, words.language)}
    falling = sum(change < 0 for change, _ in known)
    if not falling:
        return words("charts.map.growth", **fields)
    return words("charts.map.growth_falling", falling=falling, total=len(known), **fields)
