"""What writes numbers of one kind: one by one, or a whole column in a fraction of the time."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from cakupan.domain.records import Record

Number = int | float | Decimal | Fraction
MINUS = "−"
# A float below this, scaled, is off by far less than this distance from a half.
SURE_BELOW, NEAR_A_HALF = 1e12, 1e-3
_POINT = "\x1f"
"""Stands between whole and rest until the separators, which Python writes as commas, are put."""
_COLUMN_FROM = 48
"""Shorter columns are quicker number by number."""


class Shape(Record, frozen=True):
    """Numbers times ten to the ``power`` with ``places`` decimals, and what stands around them."""

    separator: str
    point: str
    places: int = 0
    power: int = 0
    prefix: str = ""
    unit: str = ""
    plus: str = ""


class Writer(Record, frozen=True):
    """``one`` writes a number; ``all`` many, each as ``one`` would."""

    shape: Shape
    one: Callable[[Number | None], str]

    def all(self, values: Sequence[Number | None]) -> list[str]:
        """Every number as text, None and NaN as a missing one."""
        if len(values) < _COLUMN_FROM:
            return list(map(self.one, values))
        given = np.array(values, dtype="float64")
        # What is too great for a float becomes infinity, which less itself is no number: not sure.
        with np.errstate(over="ignore", invalid="ignore"):
            scaled = given * 10.0 ** (self.shape.places + self.shape.power)
            below = np.floor(scaled)
            over = scaled - below - 0.5
        sure = (np.abs(scaled) < SURE_BELOW) & (np.abs(over) > NEAR_A_HALF)
        units = np.where(sure, below + (over > 0), 0).astype("int64")
        texts = self._texts(units)
        for place in np.flatnonzero(~sure).tolist():
            texts[place] = self.one(values[place])
        return texts

    def _texts(self, units: np.ndarray) -> list[str]:
        """Numbers in units of their last place as text, all written at once."""
        shape, sizes = self.shape, np.abs(units)
        if shape.places:
            parts = np.column_stack(np.divmod(sizes, 10**shape.places)).ravel()
            pattern = f"{shape.prefix}{{:,}}{_POINT}{{:0{shape.places}}}{shape.unit}\n"
        else:
            parts, pattern = sizes, f"{shape.prefix}{{:,}}{shape.unit}\n"
        written = (pattern * len(units)).format(*parts.tolist())
        texts = written.replace(",", shape.separator).replace(_POINT, shape.point).split("\n")
        signs = {-1: MINUS, 0: "", 1: shape.plus}
        if shape.plus or (units < 0).any():
            each = [signs[sign] for sign in np.sign(units).tolist()]
            return list(map("".join, zip(each, texts, strict=False)))
        return texts[:-1]
