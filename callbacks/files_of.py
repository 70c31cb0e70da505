"""The names of files by region and month, as a page asks for them."""

from collections.abc import Collection, Mapping

from cakupan.analytics.months import month_number
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.files import files_behind
from callbacks.figures import Figures

_Names = Mapping[tuple[str, int], tuple[str, ...]]


def file_names(figures: Figures, measure: Measure, period_texts: Collection[str]) -> _Names:
    """Names of the files behind a measure, by region and first month of the period."""
    asked = (measure, frozenset(period_texts))
    return figures.recent("files", asked, lambda: _names(figures, measure, period_texts))


def _names(figures: Figures, measure: Measure, period_texts: Collection[str]) -> _Names:
    behind = files_behind(
        figures.reader,
        measure=measure,
        period_texts=period_texts,
        publishers=figures.publishers,
    )
    return {
        (region, month_number(Period(text).start)): names
        for (region, text), names in behind.items()
    }
