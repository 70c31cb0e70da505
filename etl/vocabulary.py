"""The words tables use for what they hold, and how a word is compared. No cell is looked at here.

Read once from data/reference/sources/vocabulary.toml and handed in where it is needed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionKind
from etl.habits import Habits

_SEPARATORS = re.compile(r"(?:[^\w%]|_)+")
Meant = TypeVar("Meant", bound=StrEnum)


class Role(StrEnum):
    """What a column, or a line above the table, speaks of."""

    REGION_CODE = "region_code"
    REGION_NAME = "region_name"
    PROVINCE_CODE = "province_code"
    PROVINCE_NAME = "province_name"
    LEVEL = "level"
    MEASURE = "measure"
    SEGMENT = "segment"
    PROGRAMME = "programme"
    GROUP = "group"
    BASIS = "basis"
    PERIOD = "period"
    STATED = "stated"
    SPAN = "span"
    YEAR = "year"
    MONTH = "month"
    VALUE = "value"
    UNIT = "unit"
    ROUNDING = "rounding"
    PUBLISHER = "publisher"
    ASPECT = "aspect"
    STAGE = "stage"
    CITATION = "citation"
    MATURITY = "maturity"
    NOTE = "note"
    IGNORED = "ignored"


class Scale(Record, frozen=True):
    """A unit word: "ribu orang" is persons, times 1000. A bare "ribu" has no unit of its own."""

    unit: Unit | None
    factor: Decimal


class Vocabulary(Record, frozen=True):
    """Words and what they mean; every mapping is keyed by the ``label`` of the word.

    ``topics`` are subjects that are not ours, ``breakdowns`` what splits people up. ``lists`` hold
    the words of groups, payers and the like by the name of the list. ``header_units`` are units
    that are said in the midst of a header too. ``fillers`` change nothing in a header, and
    ``never_titles`` are too short to say what a whole table counts.
    """

    roles: Mapping[str, Role]
    measures: Mapping[str, Measure]
    habits: Habits
    topics: Mapping[str, str]
    breakdowns: Mapping[str, str]
    segments: Mapping[str, Segment]
    lists: Mapping[str, Mapping[str, str]]
    programmes: Mapping[str, str]
    bases: Mapping[str, Basis]
    maturities: Mapping[str, Maturity]
    levels: Mapping[str, RegionKind]
    units: Mapping[str, Scale]
    header_units: Mapping[str, Scale]
    totals: frozenset[str]
    fillers: frozenset[str]
    never_titles: frozenset[str]

    @property
    def groups(self) -> Mapping[str, str]:
        """Kinds of employed people, which a title or a header names beside what it counts."""
        return self.lists["employment_kinds"]


def label(text: str) -> str:
    """A word without case and punctuation: ``"Kabupaten/Kota"`` is ``"kabupaten kota"``."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _SEPARATORS.sub(" ", folded).strip()


def vocabulary_from(table: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary of a TOML table; ``ValueError`` for an unknown id or a word said twice."""
    measures = {name: row["words"] for name, row in table["measures"].items()}
    return Vocabulary(
        roles=_meanings(table["roles"], Role),
        measures=_meanings(measures, Measure),
        habits=Habits.of(table["measures"], label),
        topics=_ids(table["topics"]),
        breakdowns=_ids(table["breakdowns"]),
        segments=_meanings(table["segments"], Segment),
        lists={name: _ids(words) for name, words in table["lists"].items()},
        programmes=_ids(table["programmes"]),
        bases=_meanings(table["bases"], Basis),
        maturities=_meanings(table["maturities"], Maturity),
        levels=_meanings(table["levels"], RegionKind),
        units=_scales(table["units"]),
        header_units=_scales(row for row in table["units"] if row.get("in_headers", False)),
        totals=_labels(table["totals"]["words"]),
        fillers=_labels(table["fillers"]["words"]),
        never_titles=_labels(table["titles"]["never"]),
    )


def _labels(words: list[str]) -> frozenset[str]:
    return frozenset(label(word) for word in words)


def _ids(said: Mapping[str, list[str]]) -> dict[str, str]:
    """Words to the id they stand under, which itself is none of them."""
    ids: dict[str, str] = {}
    for name, words in said.items():
        for word in dict.fromkeys(map(label, words)):
            if ids.setdefault(word, name) != name:
                raise ValueError(f"{word!r} means both {ids[word]} and {name}")
    return ids


def _meanings(said: Mapping[str, list[str]], kind: type[Meant]) -> dict[str, Meant]:
    """Words to members; a member's own id is always one of its words."""
    meanings: dict[str, Meant] = {}
    for name, spellings in said.items():
        member = kind(name)
        for word in dict.fromkeys(label(text) for text in [name, *spellings]):
            if meanings.setdefault(word, member) is not member:
                raise ValueError(f"{word!r} means both {meanings[word]} and {member}")
    return meanings


def _scales(rows: Iterable[Mapping[str, Any]]) -> dict[str, Scale]:
    return {
        label(word): Scale(
            unit=Unit(row["unit"]) if "unit" in row else None, factor=Decimal(row["scale"])
        )
        for row in rows
        for word in row["words"]
    }
