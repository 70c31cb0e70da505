"""How many days after the end of each month its participants came in, by region."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from cakupan.analytics.completeness import Completeness
from cakupan.analytics.lateness import days_after
from cakupan.analytics.months import month_number, month_texts
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.arrivals import first_arrivals
from callbacks.answers import RECENT
from callbacks.figures import PEOPLE, Figures
from layouts.view import View


def read_lateness(figures: Figures, view: View, found: Completeness) -> np.ndarray:
    """Codes × months as they stand in the grid; NaN for samples and for what never came."""
    months = [Period(text) for text in month_texts(pd.Index(found.months, dtype="int64"))]
    return figures.recent(
        "lateness",
        (view.region.code, tuple(month.text for month in months)),
        lambda: _days(figures, view, found, months),
    )


def _days(figures: Figures, view: View, found: Completeness, months: list[Period]) -> np.ndarray:
    stated = {
        text for month in months for text in view.panel.participants_in(month)["period"].unique()
    }
    # Of all regions at once: the next one asked for is there already.
    texts = tuple(sorted(stated))
    arrivals = figures.of_subjects(
        ("arrivals", *texts), PEOPLE, lambda: _arrivals(figures, texts), most=RECENT
    )
    ends = {month_number(month.end): month.end for month in months}
    return days_after(arrivals, found.codes, ends, figures.reference.directory)


def _arrivals(figures: Figures, period_texts: Sequence[str]) -> Mapping[tuple[str, int], date]:
    """By region and number of the month, the day its participants came in first."""
    came = first_arrivals(
        figures.reader,
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix="",
        period_texts=period_texts,
        publishers=figures.publishers,
    )
    months = {text: month_number(Period(text).end) for text in period_texts}
    arrivals: dict[tuple[str, int], date] = {}
    for (code, text), when in came.items():
        about, day = (code, months[text]), when.astimezone().date()
        arrivals[about] = min(day, arrivals.get(about, day))
    return arrivals
