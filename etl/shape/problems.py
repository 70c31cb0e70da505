"""A fault seen in words or numbers, before it is placed in a cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.finding_codes import Code
from etl.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with what a role says. ``role`` tells in which column of the row it stands."""

    code: Code
    role: Role | None = None
    value: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
