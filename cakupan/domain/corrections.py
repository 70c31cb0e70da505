"""A figure that was put right by hand: a load of one figure that counts until a person undoes it.

What the files say of it goes on being read, so that it is told when they no longer say what was
corrected.
"""

from decimal import Decimal
from enum import StrEnum

from cakupan.domain.figures import Figure
from cakupan.domain.loads import Load
from cakupan.domain.records import Record

FAMILY = "figure-correction"
"""The family of loads that hold one corrected figure."""


class Fit(StrEnum):
    """How a correction stands to what the files say by now; each has a sentence in texts/."""

    FITS = "fits"
    """They still say what was corrected."""
    NEEDLESS = "needless"
    """They say the corrected value by now."""
    OUTDATED = "outdated"
    """They say something else again."""
    BASELESS = "baseless"
    """They say nothing of it any more."""


class Correction(Record, frozen=True):
    """``figure`` as corrected, its citation the reason.

    ``before`` is what people saw until then; ``stated`` is what files said then, and ``stated_now``
    what they say by now, both None where no file that counts says anything. ``holds`` is whether it
    is what people see: neither undone nor corrected again.
    """

    load: Load
    figure: Figure
    before: Decimal | None
    stated: Decimal | None
    stated_now: Decimal | None
    holds: bool

    @property
    def fit(self) -> Fit:
        """Whether it still answers what the files say."""
        if self.stated_now == self.stated:
            return Fit.FITS
        if self.stated_now is None:
            return Fit.BASELESS
        return Fit.NEEDLESS if self.stated_now == self.figure.value else Fit.OUTDATED
