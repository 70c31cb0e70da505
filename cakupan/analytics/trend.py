"""The coverage of one region month by month, as charts draw it."""

import pandas as pd

from cakupan.analytics.months import month_ends, month_texts


def trend(table: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """Coverage over time: date · period · participants · workers · coverage · sample.

    One row for each month with participants in the region or anywhere below it: where some are
    missing, the row stays and its numbers are NaN, so a line breaks there.
    """
    stated = table.index[table["participants"].notna()].unique("month").sort_values()
    rows = table.loc[region_code].reindex(stated)
    return pd.DataFrame(
        {
            "date": month_ends(rows.index),
            "period": month_texts(rows.index),
            "participants": rows["participants"].to_numpy(),
            "workers": rows["workers"].to_numpy(),
            "coverage": rows["coverage"].to_numpy(),
            "sample": rows["sample"].to_numpy(),
        }
    )
