"""Saved weights of awards, asked once for each version of the data."""

from collections.abc import Iterable

from cakupan.domain.regions import NATION_CODE
from cakupan.domain.weights import WeightVersion
from cakupan.storage.queries.weights import weight_versions
from callbacks.figures import Figures


def saved_weights(figures: Figures) -> list[WeightVersion]:
    """Every version of weights that was ever saved, the newest first."""
    return figures.recent("weights", (), lambda: weight_versions(figures.reader))


def of_region(versions: Iterable[WeightVersion], region_code: str) -> list[WeightVersion]:
    """Those that are spoken of on the page of a region: its own, and those of the nation."""
    return [one for one in versions if one.region_code in {region_code, NATION_CODE}]
