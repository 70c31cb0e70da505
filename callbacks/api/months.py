"""Which months of a panel a question is about."""

from collections.abc import Sequence

import numpy as np

from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.periods import Period
from cakupan.exports.api.asked import Asked, BadQuestionError, Span


def known_months(panel: Panel, codes: Sequence[str]) -> list[int]:
    """Numbers of the months in which any of these regions has participants."""
    counted = ~np.isnan(panel.columns["participants"][panel.rows(codes)])
    return [int(place) + panel.first_month for place in np.flatnonzero(counted.any(axis=0))]


def asked_months(panel: Panel, codes: Sequence[str], asked: Asked) -> list[int]:
    """The months asked for; the newest of these regions where none were asked for.

    Raises BadQuestionError where no region at all has participants in them.
    """
    span = asked.span
    if span is None and not asked.every_period:
        return known_months(panel, codes)[-1:]
    known = known_months(panel, [region.code for region in panel.directory])
    return known if span is None else _within(span, known, asked)


def asked_month(panel: Panel, codes: Sequence[str], asked: Asked) -> Period | None:
    """The one month a ranking of these regions is of; None without any data.

    Raises BadQuestionError where several were asked for, or there are no participants of it.
    """
    span, known = asked.span, known_months(panel, codes)
    if asked.every_period or (span and span.first != span.last):
        raise BadQuestionError("one_period_only", "periode", value=asked["periode"])
    months = known if span is None or not known else _within(span, known, asked)
    return month_of(months[-1]) if months else None


def _within(span: Span, known: Sequence[int], asked: Asked) -> list[int]:
    first, last = month_number(span.first.start), month_number(span.last.end)
    chosen = [month for month in known if first <= month <= last]
    if not chosen:
        raise BadQuestionError("no_such_period", "periode", value=asked["periode"], **_ends(known))
    return chosen


def month_of(number: int) -> Period:
    """The month of a number."""
    return Period(period_text(number))


def period_text(number: int) -> str:
    """2025-10 for the number of a month."""
    return str(np.datetime64(number, "M"))


def _ends(known: Sequence[int]) -> dict[str, str]:
    if not known:
        return {"first": "–", "last": "–"}
    return {"first": period_text(known[0]), "last": period_text(known[-1])}
