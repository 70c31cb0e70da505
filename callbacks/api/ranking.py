"""``ranking``: the parts of a region, best first, as the pages rank them."""

import pandas as pd

from cakupan.analytics.region_table import region_table
from cakupan.domain.periods import Period
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Rows
from cakupan.exports.api.parameters import EVERY_REGENCY
from callbacks.api.cells import naming, ratio, whole
from callbacks.api.months import asked_month
from callbacks.figures import Figures
from callbacks.grading import known_of
from callbacks.reading import read_view
from layouts.choices import Choices


def ranking_rows(figures: Figures, asked: Asked) -> Rows:
    """The ranking of one month; of every kabupaten and kota where these were asked for.

    Raises BadQuestionError where the month is none there are participants of.
    """
    directory, panel = figures.reference.directory, figures.panel(asked["penyebut"])
    whole_code = asked["induk"]
    prefix = Choices(region_code=whole_code).region_prefix
    codes = [region.code for region in directory if region.code.startswith(prefix)]
    period = asked_month(panel, codes, asked)
    if period is None:
        return Rows((), 0)
    table = _table(figures, asked, period)
    rows = [
        (
            whole(row["rank"]),
            whole(row["rank_change"]),
            *naming(directory[row["region_code"]]),
            period.text,
            asked["penyebut"],
            *(whole(row[name]) for name in ("participants", "workers")),
            *(ratio(row[name]) for name in ("coverage", "points", "growth")),
            bool(row["sample"]),
        )
        for row in table.iloc[asked.page].to_dict("records")
    ]
    return Rows(rows, len(table))


def _table(figures: Figures, asked: Asked, period: Period) -> pd.DataFrame:
    """The frame that Ringkasan ranks, or the one that Wilayah lists."""
    whole_code, panel = asked["induk"], figures.panel(asked["penyebut"])
    if asked["tingkat"] == EVERY_REGENCY and whole_code == "00":
        codes = [region.code for region in panel.directory if "." in region.code]
        return figures.recent(
            "regions",
            (whole_code, asked["penyebut"], period.text),
            lambda: region_table(
                panel,
                codes,
                period=period,
                known=known_of(figures, period, asked["penyebut"]),
            ),
        )
    choices = Choices(region_code=whole_code, period=period, denominator_id=asked["penyebut"])
    return read_view(figures, choices, period, compact=False).summary.ranking
