"""``coverage``: participants, workforce, ratio and rank of regions in months."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from cakupan.analytics.panel import Panel
from cakupan.analytics.ranking import rank_by_coverage
from cakupan.domain.regions import RegionDirectory
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Rows, Value
from callbacks.api.cells import naming, ratio, whole
from callbacks.api.months import asked_months, period_text
from callbacks.figures import Figures


def coverage_rows(figures: Figures, asked: Asked) -> Rows:
    """A row for each region and month with participants or a workforce; by month, then by code.

    Raises BadQuestionError where there is nothing of the months asked for.
    """
    directory, panel = figures.reference.directory, figures.panel(asked["penyebut"])
    codes = _codes(directory, asked)
    months = asked_months(panel, codes, asked) if codes else []
    places = np.array(months, dtype="int64") - panel.first_month
    known = np.zeros((len(months), len(codes)), dtype="bool")
    for name in ("participants", "workers"):
        known |= ~np.isnan(panel.columns[name][panel.rows(codes)][:, places]).T
    found = np.argwhere(known)
    wanted: dict[int, list[str]] = {}
    for place, row in found[asked.page].tolist():
        wanted.setdefault(months[place], []).append(codes[row])
    rows = [
        row
        for month, regions in wanted.items()
        for row in _of_month(panel, month, regions, asked["penyebut"])
    ]
    return Rows(rows, len(found))


def _codes(directory: RegionDirectory, asked: Asked) -> list[str]:
    """The regions that every filter leaves."""
    chosen = set(asked.region_codes)
    return [
        region.code
        for region in directory
        if (not chosen or region.code in chosen)
        and region.code.startswith(asked["provinsi"])
        and asked["jenis"] in {"", region.kind.value}
    ]


def _of_month(
    panel: Panel, month: int, codes: Sequence[str], denominator_id: str
) -> Iterator[tuple[Value, ...]]:
    directory, period = panel.directory, period_text(month)
    table = panel.at(codes, month).join(_ranks(panel, month, codes))
    for row in table.reset_index().to_dict("records"):
        since = row["workers_newest"]
        yield (
            *naming(directory[row["region_code"]]),
            period,
            denominator_id,
            *(whole(row[name]) for name in ("participants", "workers")),
            ratio(row["coverage"]),
            whole(row["rank"]),
            None if pd.isna(since) else f"{since:%Y-%m}",
            bool(row["sample"]),
        )


def _ranks(panel: Panel, month: int, codes: Sequence[str]) -> pd.Series:
    """Each region's rank among the parts of the whole it belongs to; the nation has none."""
    directory = panel.directory
    wholes = {directory[code].parent_code for code in codes} - {None}
    ranks = [
        rank_by_coverage(panel.at([part.code for part in directory.parts(code)], month))
        for code in sorted(filter(None, wholes))
    ]
    nobody = pd.Series(dtype="float64", index=pd.Index([], dtype="str", name="region_code"))
    ranked: pd.Series = pd.concat(ranks or [nobody])
    return ranked.rename("rank")
