"""Families of tables: how one is recognised by its headers, and what it does not say itself.

Families are data (data/reference/sources/*.toml), read once and handed in. No cell is looked at.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from cakupan.domain.measures import Measure
from etl.region_match import CodeAuthority
from etl.vocabulary import Role, Vocabulary, label, vocabulary_from

VOCABULARY_FILE = "vocabulary.toml"
_KEYS = {
    *("id", "requires", "datasets", "values", "says", "ignored", "code_authority"),
    *("bare_is_kabupaten", "every_row_is_a_figure", "zeros_are_figures"),
}
Built = TypeVar("Built")


class FamilyError(ValueError):
    """A file of data/reference/sources/ that cannot be used; the message says what is wrong."""

    def __init__(self, file_name: str, fault: Exception) -> None:
        super().__init__(f"{file_name}: {fault}")
        self.file_name = file_name


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of table, recognised by the headers it must have (their years taken out).

    ``says`` holds what the table leaves unsaid, in the words it would use; ``file_name`` is a
    piece that the file's name must contain; ``ignored`` are patterns of headers known and left.
    """

    id: str
    requires: frozenset[str] = frozenset()
    file_name: str = ""
    values: Mapping[str, Measure] = field(default_factory=dict)
    says: Mapping[Role, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    code_authority: CodeAuthority | None = None
    bare_is_kabupaten: bool = False
    every_row_is_a_figure: bool = False
    zeros_are_figures: bool = False


GENERIC = Family(id="umum")


@dataclass(frozen=True, slots=True)
class Families:
    """The vocabulary and the known families, the most demanding first."""

    vocabulary: Vocabulary
    known: tuple[Family, ...]

    def of_header(self, labels: frozenset[str], file_name: str) -> Family:
        """The first family this header fulfils, or the generic one that says nothing."""
        name = file_name.casefold()
        for family in self.known:
            if family.requires <= labels and family.file_name in name:
                return family
        return GENERIC


def read_families(folder: Path) -> Families:
    """The vocabulary and every family of ``folder``; FamilyError names the file at fault."""
    known = [
        family
        for path in sorted(folder.glob("*.toml"))
        if path.name != VOCABULARY_FILE
        for family in _read(path, lambda table: list(_families(table)))
    ]
    # A family that asks for more headers, or for a file name besides, is the better description.
    known.sort(key=lambda family: (len(family.requires), len(family.file_name)), reverse=True)
    vocabulary = _read(folder / VOCABULARY_FILE, vocabulary_from)
    return Families(vocabulary=vocabulary, known=tuple(known))


def _read(path: Path, build: Callable[[Mapping[str, Any]], Built]) -> Built:
    try:
        return build(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as fault:
        raise FamilyError(path.name, fault) from fault


def _families(table: Mapping[str, Any]) -> Iterator[Family]:
    """One family a file, or one a data set where only file names tell data sets apart."""
    unknown = set(table) - _KEYS
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    for data_set in table.get("datasets", [{}]):
        authority = table.get("code_authority")
        yield Family(
            id=table["id"],
            requires=frozenset(label(header) for header in table["requires"]),
            file_name=data_set.get("file_name", "").casefold(),
            values=_measures(table) | _measures(data_set),
            says=_says(table) | _says(data_set),
            ignored=tuple(pattern.casefold() for pattern in table.get("ignored", ())),
            code_authority=None if authority is None else CodeAuthority(authority),
            bare_is_kabupaten=table.get("bare_is_kabupaten", False),
            every_row_is_a_figure=table.get("every_row_is_a_figure", False),
            zeros_are_figures=table.get("zeros_are_figures", False),
        )


def _measures(table: Mapping[str, Any]) -> dict[str, Measure]:
    return {label(header): Measure(name) for header, name in table.get("values", {}).items()}


def _says(table: Mapping[str, Any]) -> dict[Role, str]:
    return {Role(role): text for role, text in table.get("says", {}).items()}
