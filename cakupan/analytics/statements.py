"""Who states a count and what is counted in it, as codes that can be compared and rolled up.

Two counts of a region are of one kind where their codes agree. What follows from a difference is
breaks.py.
"""

import numpy as np
import pandas as pd

from cakupan.domain.measures import Segment

_BITS = {segment.value: 1 << place for place, segment in enumerate(Segment)}
# A total is stated for all segments together.
_WHOLE = sum(_BITS.values()) - _BITS[Segment.TOTAL.value]
# More than there are provinces, or publishers.
_MOST = 1 << 10


def publisher_codes(publishers: pd.Series) -> pd.Series:
    """The place of each publisher among the categories, as float64."""
    codes = pd.Categorical(publishers).codes
    return pd.Series(codes, index=publishers.index, dtype="float64")


def printed_unit(units: pd.Series) -> pd.Series:
    """The unit a count was rounded to, 0 for one that is exact to the person."""
    return units.astype("float64").where(units > 1, 0.0)


def definition_codes(rows: pd.DataFrame) -> pd.Series:
    """The segments that a statement counts, as float64; a stated total counts them all.

    ``rows`` has region_code · month · segment · publisher. A segment that a region does not list is
    none there, where the publisher lists it for another region of the province in that month; else
    it was not counted.
    """
    bits = rows["segment"].map(_BITS).to_numpy(dtype="int64")
    parts = bits != _BITS[Segment.TOTAL.value]
    regions, codes = pd.factorize(rows["region_code"])
    # A few hundred texts are cut, not those of all rows.
    of_regions, _ = pd.factorize(codes.str[:2])
    provinces = of_regions[regions]
    lists = rows["month"].to_numpy(dtype="int64") * _MOST + provinces
    lists = lists * _MOST + publisher_codes(rows["publisher"]).to_numpy(dtype="int64")
    _, place = np.unique(lists, return_inverse=True)
    listed = np.zeros(len(bits), dtype="int64")
    np.bitwise_or.at(listed, place[parts], bits[parts])
    return pd.Series(np.where(parts, listed[place], _WHOLE), index=rows.index, dtype="float64")


def joint_code(low: pd.Series, high: pd.Series) -> pd.Series:
    """One code for rows that are added up: their own where they agree, else one of the pair."""
    return low.where(low == high, (low + 1) * _MOST + high)


def together(codes: np.ndarray) -> np.ndarray:
    """The code of a sum over regions, month by month, out of the codes of its parts.

    ``codes`` is parts × months. What all parts share is kept; other sets of codes get numbers
    below zero, equal where every part is what it was. NaN where a part is missing.
    """
    known = ~np.isnan(codes).any(axis=0)
    joined = np.full(codes.shape[1], np.nan)
    if known.any():
        _, place = np.unique(codes[:, known], axis=1, return_inverse=True)
        first = codes[0, known]
        shared = (codes[:, known] == first).all(axis=0) & (first >= 0)
        joined[known] = np.where(shared, first, -1.0 - place)
    return joined
