"""How many days after the end of each month its participants came in, by region."""

from datetime import date

import numpy as np
import pandas as pd

from cakupan.analytics.completeness import Completeness
from cakupan.analytics.lateness import days_after
from cakupan.analytics.months import month_number, month_texts
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.arrivals import first_arrivals
from callbacks.figures import Figures
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
    stated = {text for month in months for text in view.panel.participants_in(month)["period"]}
    came = first_arrivals(
        figures.reader,
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix=view.choices.region_prefix,
        period_texts=sorted(stated),
        publishers=figures.publishers,
    )
    arrivals: dict[tuple[str, int], date] = {}
    for (code, text), when in came.items():
        about, day = (code, month_number(Period(text).end)), when.astimezone().date()
        arrivals[about] = min(day, arrivals.get(about, day))
    ends = {month_number(month.end): month.end for month in months}
    return days_after(arrivals, found.codes, ends, figures.reference.directory)
