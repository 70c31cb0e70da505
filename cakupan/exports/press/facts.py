"""Up to five facts in a line each: the parts of the region, its place, its segments, its course."""

from collections.abc import Iterator
from itertools import islice

import pandas as pd

from cakupan.charts.messages import ranking_message
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.exports.press.matter import PressMatter
from cakupan.exports.press.told import Term, Told, told
from cakupan.texts import date_format
from cakupan.texts.number_format import count, percent, points

MOST_FACTS = 5
_MOST_PLACES = 2


def facts(matter: PressMatter) -> tuple[Told, ...]:
    """The weightiest first, as many as there are numbers for."""
    return tuple(islice(_every(matter), MOST_FACTS))


def _every(matter: PressMatter) -> Iterator[Told]:
    yield from _completeness(matter)
    yield from _places(matter)
    yield from _parts(matter)
    yield from _mover(matter)
    yield from _segments(matter)
    yield from _course(matter)
    yield from _a_year_before(matter)


def _places(matter: PressMatter) -> Iterator[Told]:
    """Of a region among its peers."""
    for place in matter.places[:_MOST_PLACES]:
        sentence = matter.words(
            "press.fact.place" if place.complete else "press.fact.place_of_known",
            region=matter.region.name,
            rank=count(place.rank, matter.language),
            ranked=count(place.ranked, matter.language),
            group=place.group,
        )
        yield told(sentence, Term.RANK, Term.COVERAGE)


def _parts(matter: PressMatter) -> Iterator[Told]:
    """How many are past the next target; the highest and the lowest of those with a rank."""
    frame, words = matter.ranking, matter.words
    ranked = frame[frame["rank"].notna()]
    if len(ranked) > 1:
        gaps = matter.summary.gaps
        message = ranking_message(frame, gaps, parts=matter.parts_word, words=words)
        if gaps:
            yield told(f"{message}.", Term.COVERAGE)
        for key, row in (("highest", ranked.iloc[0]), ("lowest", ranked.iloc[-1])):
            yield told(_part(key, row, matter), Term.COVERAGE, Term.PARTICIPANTS, Term.BASE)


def _part(key: str, row: pd.Series, matter: PressMatter) -> str:
    return matter.words(
        f"press.fact.{key}",
        name=row["name"],
        coverage=percent(row["coverage"], matter.language),
        participants=count(row["participants"], matter.language),
        workers=count(row["workers"], matter.language),
    )


def _mover(matter: PressMatter) -> Iterator[Told]:
    """Who gained most in a year; where all lost, who lost least is no news: who lost most."""
    moved = matter.ranking[matter.ranking["points"].notna()].sort_values("points")
    if len(moved) > 1 and moved["points"].any():
        rising = moved["points"].iloc[-1] > 0
        row = moved.iloc[-1 if rising else 0]
        size = points(abs(float(row["points"])), matter.language).removeprefix("+")
        key = "press.fact.most_up" if rising else "press.fact.most_down"
        yield told(matter.words(key, name=row["name"], points=size), Term.POINTS)


def _segments(matter: PressMatter) -> Iterator[Told]:
    frame = matter.summary.segments
    parted = frame[(frame["segment"] != Segment.TOTAL.value) & (frame["participants"] > 0)]
    if len(parted) > 1:
        shares = "; ".join(
            matter.words(
                "press.fact.share",
                segment=matter.segments[Segment(segment)],
                share=percent(share, matter.language),
            )
            for segment, share in zip(parted["segment"], parted["share"], strict=True)
        )
        yield told(matter.words("press.fact.segments", shares=shares), Term.SEGMENTS)


def _course(matter: PressMatter) -> Iterator[Told]:
    """From the first month known to this one, unless the series broke on the way."""
    trend = matter.summary.trend
    known = trend[trend["coverage"].notna()]
    if len(known) > 1 and not matter.summary.breaks:
        first, last = known.iloc[0], known.iloc[-1]
        sentence = matter.words(
            "press.fact.course",
            since=date_format.period(Period(first["period"]), matter.language),
            first=percent(first["coverage"], matter.language),
            until=date_format.period(Period(last["period"]), matter.language),
            last=percent(last["coverage"], matter.language),
        )
        yield told(sentence, Term.COVERAGE)


def _a_year_before(matter: PressMatter) -> Iterator[Told]:
    """The same month of the year before, whatever became of the change between them."""
    trend, before = matter.summary.trend, matter.summary.year_on_year.from_period
    for _, row in trend[(trend["period"] == before.text) & trend["coverage"].notna()].iterrows():
        sentence = matter.words(
            "press.fact.before",
            before=date_format.period(before, matter.language),
            coverage=percent(row["coverage"], matter.language),
            participants=count(row["participants"], matter.language),
            workers=count(row["workers"], matter.language),
        )
        yield told(sentence, Term.COVERAGE, Term.PARTICIPANTS, Term.BASE)


def _completeness(matter: PressMatter) -> Iterator[Told]:
    headline = matter.summary.headline
    if 0 < headline.parts_with_data < headline.parts_expected:
        sentence = matter.words(
            "press.fact.known",
            known=headline.parts_with_data,
            total=headline.parts_expected,
            parts=matter.parts_word,
        )
        yield told(sentence)
