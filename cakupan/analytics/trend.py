"""The coverage of one region month by month, as charts draw it."""

import pandas as pd

from cakupan.analytics.months import month_ends, month_texts


def trend(line: pd.DataFrame) -> pd.DataFrame:
    """Coverage over time: date · period · participants · workers · coverage · sample.

    ``line`` is ``Panel.line``. A month in which some part is missing stays as a row of NaN, so
    that a line breaks there.
    """
    return pd.DataFrame(
        {
            "date": month_ends(line.index),
            "period": month_texts(line.index),
            "participants": line["participants"].to_numpy(),
            "workers": line["workers"].to_numpy(),
            "coverage": line["coverage"].to_numpy(),
            "sample": line["sample"].to_numpy(dtype="bool"),
        }
    )
