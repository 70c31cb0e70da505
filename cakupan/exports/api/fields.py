"""What a row of an answer holds: one declaration for JSON, CSV and the OpenAPI document."""

from collections.abc import Sequence
from enum import StrEnum

from cakupan.domain.records import Record


class FieldKind(StrEnum):
    """What the values of a field are. A ratio is 0–1, unrounded; a moment is UTC."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    RATIO = "ratio"
    FLAG = "flag"
    MOMENT = "moment"


Value = str | int | float | bool | None


class Field(Record, frozen=True):
    """A named value of every row; what it means stands under ``api.field.<name>``."""

    name: str
    kind: FieldKind = FieldKind.TEXT
    optional: bool = False


class Rows(Record, frozen=True):
    """Some rows of an answer, in the order of its fields, and how many there are in all."""

    rows: Sequence[tuple[Value, ...]]
    total: int


def text(*names: str) -> tuple[Field, ...]:
    """Fields of text that every row has, even if empty."""
    return tuple(Field(name) for name in names)


def maybe(kind: FieldKind, *names: str) -> tuple[Field, ...]:
    """Fields that may be missing."""
    return tuple(Field(name, kind, optional=True) for name in names)


class Answered(Record, frozen=True):
    """The answer to a question: its mark changes whenever it might; no rows where it is known.

    ``version`` is the number of the data's state, ``release`` the id of a frozen state or "".
    """

    mark: str
    version: int
    release: str
    rows: Rows | None
