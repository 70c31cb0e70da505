"""A fault seen in words or numbers, before it is placed in a cell."""

from collections.abc import Mapping

from cakupan.domain.records import Record, field
from etl.finding_codes import Code
from etl.vocabulary import Role


class Problem(Record, frozen=True):
    """What is wrong with what a role says. ``role`` tells in which column of the row it stands."""

    code: Code
    role: Role | None = None
    value: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
