"""Rows that are taken out of a grid without moving the others: nothing is known of them."""

from collections.abc import Sequence

import numpy as np


def blanked(grid: np.ndarray, rows: Sequence[int]) -> np.ndarray:
    """A copy in which these rows have no number, no date and no mark; the grid where none is."""
    if not rows:
        return grid
    without = grid.copy()
    without[list(rows)] = _NOTHING[grid.dtype.kind]
    return without


_NOTHING = {"f": np.nan, "b": False, "M": np.datetime64("NaT")}
"""What stands for nothing, by the kind of an array."""
