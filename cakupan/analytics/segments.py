"""How the participants of a region split into segments. Totals stated whole stay outside."""

from collections.abc import Iterable

import pandas as pd

from cakupan.analytics.participants import newest_in_month
from cakupan.analytics.totals import family, roll_up
from cakupan.domain.measures import Segment
from cakupan.domain.regions import Region, RegionDirectory

_ORDER = [segment.value for segment in Segment if segment is not Segment.TOTAL]


def segment_split(
    month: pd.DataFrame, *, region: Region, directory: RegionDirectory
) -> pd.DataFrame:
    """Participants per segment: segment · participants · share · sample.

    ``month`` has the rows of the ``participants`` frame in one month, of the region or of more.

    Summed over all parts, where every part states segments, else the region's own. A segment a
    part does not list counts as none there; one that nobody lists has no row. Shares are of the
    participants whose segment is known, so they sum to 1.
    """
    codes = family(region, directory)
    rows = newest_in_month(month[month["region_code"].isin(codes)])
    rows = rows[rows["segment"].isin(_ORDER)]
    stated_anywhere = set(rows["segment"].unique())
    listed = [segment for segment in _ORDER if segment in stated_anywhere]
    stated = rows.groupby(["region_code", "segment"]).agg({"participants": "sum", "sample": "max"})
    split = (
        stated.astype("float64")
        .rename(columns={"sample": "participants_sample"})
        .reindex(_pairs(stated.index.unique("region_code"), listed), fill_value=0.0)
        .reindex(_pairs(codes, listed))
    )
    # The region heads its family, so its rows come first.
    whole = roll_up(split, codes, directory).head(len(listed)).dropna().reset_index()
    return pd.DataFrame(
        {
            "segment": whole["segment"],
            "participants": whole["participants"],
            "share": whole["participants"] / whole["participants"].sum(),
            "sample": whole["participants_sample"] > 0,
        }
    )


def _pairs(codes: Iterable[str], segments: list[str]) -> pd.MultiIndex:
    return pd.MultiIndex.from_product([list(codes), segments], names=["region_code", "segment"])
