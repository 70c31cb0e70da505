"""The sentence over a map, by what it is coloured by."""

from collections.abc import Sequence

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
    # Nothing else of the table is needed, and each column would be sorted along.
    known = frame.loc[frame["value"].notna(), ["name", "value"]].sort_values("value", kind="stable")
    if coloured is Coloured.GROWTH:
        return _growth_message(known, words)
    return _gap_message(known, aim, words)


def _gap_message(known: pd.DataFrame, aim: TargetGap | None, words: Words) -> str:
    """Who lacks most to the target."""
    if aim is None:
        return words("charts.map.no_aim")
    if known.empty:
        return words("charts.map.no_gap")
    target = round_percent(float(aim.target.ratio), words.language)
    largest = known.iloc[-1]
    if largest["value"] == 0:
        return words("charts.map.all_reached", target=target, total=len(known))
    people = people_in_words(int(largest["value"]), words)
    return words("charts.map.gap", name=largest["name"], people=people, target=target)


def _growth_message(known: pd.DataFrame, words: Words) -> str:
    """Whose participants grow fastest, and how many fall."""
    if known.empty:
        return words("charts.moves.none")
    fastest = known.iloc[-1]
    fields = {"name": fastest["name"], "growth": growth(fastest["value"], words.language)}
    falling = int((known["value"] < 0).sum())
    if not falling:
        return words("charts.map.growth", **fields)
    return words("charts.map.growth_falling", falling=falling, total=len(known), **fields)
