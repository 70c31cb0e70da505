"""Weights of an award under a name: saved by somebody, changed by a new version, never lost."""

import re
from collections.abc import Mapping
from datetime import datetime

from cakupan.domain.records import Record

MOST = 100
"""Weights are whole numbers from 0 to this."""

_ADDRESS = re.compile(r"([1-9][0-9]{0,8})\.([1-9][0-9]{0,8})")


class WeightVersion(Record, frozen=True):
    """One version of weights: ``preset`` names the weights through all their versions.

    ``weights`` are by id of a criterion; ``region_code`` is whose page they were saved on. One
    that ``is_retired`` is offered no more, and can still be opened.
    """

    preset: int
    number: int
    region_code: str
    name: str
    weights: Mapping[str, int]
    note: str
    by: str
    at: datetime
    is_retired: bool = False

    @property
    def address(self) -> str:
        """As it stands in an address: ``3.2`` is the second version of the third preset."""
        return f"{self.preset}.{self.number}"


class WeightsDraft(Record, frozen=True):
    """Weights about to be saved; ``follows`` is the version that they take the place of."""

    region_code: str
    name: str
    weights: Mapping[str, int]
    note: str
    by: str
    at: datetime
    follows: WeightVersion | None = None
    is_retired: bool = False


def parse_address(text: str) -> tuple[int, int] | None:
    """Preset and number of an address; None for one that is none."""
    found = _ADDRESS.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None
