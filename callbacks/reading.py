"""From a request of the browser to a view: which choices, which figures, summed up. No drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from cakupan.analytics.overview import summarise
from cakupan.charts.theme import Style
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference, Target
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.published import published_coverage
from cakupan.storage.queries.sources import FigureSource, figure_sources
from cakupan.storage.queries.workforce import workforce_counts
from cakupan.texts import words
from layouts.choices import ALL_FRAMEWORKS, Choices, parse, settle
from layouts.view import View


@dataclass(frozen=True, slots=True)
class Request:
    """What the browser asks for: a path, the query of choices, and whether its screen is narrow.

    ``key`` tells requests apart; a page hands it back with what it has drawn.
    """

    path: str
    search: str
    compact: bool
    key: str

    @classmethod
    def of(cls, data: object) -> "Request":
        """Read what the store holds; a strange shape is an empty request."""
        given: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        return cls(
            path=str(given.get("path") or "/"),
            search=str(given.get("search") or ""),
            compact=bool(given.get("compact")),
            key=str(given.get("key") or ""),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """Choices that can be shown, the months there are, and what had to be set aside."""

    asked: Choices
    choices: Choices
    ignored: tuple[str, ...]
    periods: tuple[Period, ...]

    @property
    def newest(self) -> bool:
        """Whether the newest month is shown: then it is not remembered, and a newer one follows."""
        return not self.periods or self.choices.period == self.periods[0]


def series_publishers(reference: Reference) -> tuple[str, ...]:
    """Whose figures may stand in one line, in order of preference."""
    return tuple(publisher.id for publisher in reference.publishers if publisher.in_series)


def settled(connection: Connection, request: Request, reference: Reference) -> Settled:
    """The choices of a request, as far as there is data for them; months newest first."""
    parsed = parse(request.search, reference)
    periods = participant_periods(
        connection,
        region_prefix=parsed.choices.region_prefix,
        publishers=series_publishers(reference),
    )
    return Settled(
        asked=parsed.choices,
        choices=settle(parsed.choices, periods, reference),
        ignored=parsed.ignored,
        periods=tuple(periods),
    )


def read_view(
    connection: Connection, choices: Choices, period: Period, reference: Reference, *, compact: bool
) -> View:
    """The view of these choices at a month there is data for."""
    prefix, publishers = choices.region_prefix, series_publishers(reference)
    summary = summarise(
        region=reference.directory[choices.region_code],
        directory=reference.directory,
        participants=participant_counts(connection, region_prefix=prefix, publishers=publishers),
        workforce=_workforce(connection, choices, reference),
        targets=_targets(choices, reference),
        denominator_id=choices.denominator_id,
        period=period,
    )
    return View(
        choices=choices,
        reference=reference,
        style=Style(words(choices.language), choices.theme, compact),
        summary=summary,
        published=published_coverage(connection, region_code=choices.region_code),
        fresh=_fresh(connection, choices, reference),
    )


def read_origins(
    connection: Connection, view: View
) -> tuple[list[FigureSource], list[FigureSource]]:
    """The figures behind numerator and denominator of a view, as far as they are known."""
    headline = view.summary.headline
    figures = partial(
        figure_sources,
        connection,
        region_prefix=view.choices.region_prefix,
        publishers=series_publishers(view.reference),
    )
    base = headline.workers_period
    return (
        figures(measure=Measure.PARTICIPANTS_ACTIVE, period_text=headline.period.text),
        figures(measure=view.denominator.measure, period_text=base.text) if base else [],
    )


def _workforce(connection: Connection, choices: Choices, reference: Reference) -> pd.DataFrame:
    return workforce_counts(
        connection,
        measure=reference.denominator(choices.denominator_id).measure,
        region_prefix=choices.region_prefix,
        publishers=series_publishers(reference),
    )


def _targets(choices: Choices, reference: Reference) -> list[Target]:
    return [
        target
        for target in reference.targets
        if choices.framework in {ALL_FRAMEWORKS, target.framework}
    ]


def _fresh(connection: Connection, choices: Choices, reference: Reference) -> list[Any]:
    """Freshness of the series used; single published figures come and go and are no series."""
    publishers = series_publishers(reference)
    return [
        item
        for item in freshness(connection, region_prefix=choices.region_prefix)
        if item.publisher in publishers and item.measure is not Measure.COVERAGE_PUBLISHED
    ]
