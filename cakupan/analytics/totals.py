"""A region as the sum of its parts: over all of them or not at all.

Nothing is estimated here: a part that is missing leaves the total to the region's own figure.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain

import numpy as np
import pandas as pd

from cakupan.analytics.statements import together
from cakupan.domain.regions import Region, RegionDirectory

# What becomes of a column in a total; for all of them a missing part makes a missing result.
_HOW: Mapping[str, Callable[[np.ndarray], np.ndarray]] = {
    "participants": partial(np.sum, axis=0),
    "participants_sample": partial(np.max, axis=0),
    "participants_unit": partial(np.sum, axis=0),
    "participants_publisher": together,
    "participants_definition": together,
    "count": partial(np.sum, axis=0),
    "count_sample": partial(np.max, axis=0),
    "workers": partial(np.sum, axis=0),
    "workers_sample": partial(np.max, axis=0),
    "workers_unit": partial(np.sum, axis=0),
    "workers_publisher": together,
    "workers_oldest": partial(np.min, axis=0),
    "workers_newest": partial(np.max, axis=0),
}

# Marks and codes, whole numbers far below 2**24: half the width keeps them exact.
_MARKS = frozenset(
    {"participants_sample", "participants_publisher", "participants_definition"}
    | {"workers_sample", "workers_publisher", "count_sample"}
)


def family(region: Region, directory: RegionDirectory) -> list[str]:
    """Codes of the region, its parts and their parts, each before its own parts."""
    below = (family(part, directory) for part in directory.parts(region.code))
    return [region.code, *chain.from_iterable(below)]


def roll_up(rows: pd.DataFrame, codes: Sequence[str], directory: RegionDirectory) -> pd.DataFrame:
    """``rows`` of a family with each parent replaced by the sum of its parts, column by column.

    ``rows`` is indexed by the product of ``codes`` (a family) and one thing more (months,
    segments), NaN where nothing is known. A parent whose parts all have a value gets their sum
    (of sample marks and newest periods the maximum, of oldest periods the minimum, of codes the
    joint one), else it keeps its own; marks and codes come as float32. Kabupaten and kota make a
    province before provinces make the nation.
    """
    position = {code: place for place, code in enumerate(codes)}
    parents = [
        (position[code], [position[part.code] for part in directory.parts(code)])
        for code in reversed(codes)
        if directory.parts(code)
    ]
    columns = {}
    for name in rows.columns:
        grid = rows[name].to_numpy(copy=True).reshape(len(codes), -1)
        for parent, parts in parents:
            total = _HOW[name](grid[parts])
            grid[parent] = np.where(np.isnan(total), grid[parent], total)
        columns[name] = grid.ravel().astype("float32" if name in _MARKS else grid.dtype, copy=False)
    return pd.DataFrame(columns, index=rows.index)
