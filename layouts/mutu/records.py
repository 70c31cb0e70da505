"""Everything the Mutu data page is drawn from."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
import pandas as pd

from cakupan.analytics.completeness import Completeness
from cakupan.analytics.published_checks import Check
from cakupan.domain.corrections import Correction
from cakupan.domain.flags import Decision, Flag, FlagCode, FlagSeverity
from cakupan.domain.records import Record
from cakupan.texts import Words
from layouts.view import View


class Place(Protocol):
    """Where a figure stands, and whose it is."""

    @property
    def publisher(self) -> str:
        """Id of a publisher, or the outlet's name."""

    @property
    def file_name(self) -> str:
        """The file."""

    @property
    def sheet(self) -> str:
        """The sheet of the file."""

    @property
    def cell(self) -> str:
        """The cell of the sheet."""


class Case(Record, frozen=True):
    """A flag with the check it came from, what was decided, and where its figures stand.

    ``corrections`` are those of the region's figures that count.
    """

    flag: Flag
    check: Check | None
    decision: Decision | None
    places: Sequence[Place]
    corrections: Sequence[Correction] = ()

    @property
    def code(self) -> FlagCode:
        """What is wrong."""
        return FlagCode(self.flag.key.code)

    @property
    def can_be_corrected(self) -> bool:
        """Whether figures that it speaks of stand somewhere."""
        return self.code.speaks_of_figures and bool(self.places)

    @property
    def is_open_red(self) -> bool:
        """Whether it is red and waits for a person's word."""
        return self.flag.severity is FlagSeverity.RED and self.decision is None


class MutuView(Record, frozen=True):
    """One region with its parts at one month. ``bases`` is ``base_spread`` of them.

    ``corrections`` are all that were made within the region, newest first. ``lateness`` are days
    after the ends of the months of ``completeness``, NaN where nobody knows.
    """

    view: View
    cases: Sequence[Case]
    breaks: Sequence[Case]
    checks: Sequence[Check]
    history: Sequence[Decision]
    corrections: Sequence[Correction]
    completeness: Completeness
    lateness: np.ndarray
    bases: pd.DataFrame
    base_names: Mapping[str, str]

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words

    def region_name(self, code: str) -> str:
        """A region's full name; a code of no list is its own name."""
        directory = self.view.reference.directory
        return directory[code].name if code in directory else code
