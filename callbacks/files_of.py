"""The names of files by region and month, as a page asks for them."""

from collections.abc import Collection, Mapping, Sequence

from cakupan.analytics.months import month_number
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.files import files_behind
from cakupan.storage.reading import Reader


def file_names(
    reader: Reader, measure: Measure, period_texts: Collection[str], publishers: Sequence[str]
) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """Names of the files behind a measure, by region and first month of the period."""
    behind = files_behind(reader, measure=measure, period_texts=period_texts, publishers=publishers)
    return {
        (region, month_number(Period(text).start)): names
        for (region, text), names in behind.items()
    }
