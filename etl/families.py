"""Families of tables: how one is recognised by its headers, and what it does not say itself.

Families are data (data/reference/sources/*.toml, and answers once given), read once and handed in.
No cell is looked at.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any, TypeVar

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, field, replace
from etl.corrections import FILE as CORRECTIONS_FILE
from etl.corrections import Correction, corrections_from
from etl.period_text import find_period
from etl.region_match import CodeAuthority
from etl.vocabulary import Role, Vocabulary, label, vocabulary_from

VOCABULARY_FILE = "vocabulary.toml"
_KEYS = {
    *("id", "requires", "datasets", "values", "says", "ignored", "code_authority", "roles"),
    *("bare_is_kabupaten", "every_row_is_a_figure", "zeros_are_figures", "sheet", "titles"),
    *("answered", "file", "names", "words"),
}
_NUMBER = re.compile(r"\d+")
Built = TypeVar("Built")


class FamilyError(ValueError):
    """A file of data/reference/sources/ that cannot be used; the message says what is wrong."""

    def __init__(self, file_name: str, fault: Exception) -> None:
        super().__init__(f"{file_name}: {fault}")
        self.file_name = file_name


class Shape(Record, frozen=True):
    """What a table looks like: its headers, its sheet and its titles, without periods and numbers.

    Two tables of one shape are the same table of two months.
    """

    headers: frozenset[str]
    sheet: str
    titles: frozenset[str]

    @property
    def id(self) -> str:
        """A short name for it, the same on every machine."""
        text = "\n".join([*sorted(self.headers), "", self.sheet, "", *sorted(self.titles)])
        return sha256(text.encode()).hexdigest()[:16]


class Family(Record, frozen=True):
    """One kind of table, recognised by the headers it must have (their years taken out).

    ``says`` holds what the table leaves unsaid, in the words it would use; ``roles`` are headers
    that the vocabulary does not know; ``file_name`` is a piece that the file's name must contain;
    ``ignored`` are patterns of headers known and left. A family with a ``shape`` was learned from
    answers and stands for tables of exactly that shape; ``answered`` tells what was answered. Where
    that is a region, ``file_mark`` is the name of its file: other provinces use the same form.
    ``names`` are the codes that its names of regions were said to mean, ``words`` the measures.
    """

    id: str
    requires: frozenset[str] = frozenset()
    file_name: str = ""
    values: Mapping[str, Measure] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    says: Mapping[Role, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    code_authority: CodeAuthority | None = None
    bare_is_kabupaten: bool = False
    every_row_is_a_figure: bool = False
    zeros_are_figures: bool = False
    shape: Shape | None = None
    file_mark: str = ""
    answered: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Measure] = field(default_factory=dict)


def mark_of(name: str) -> str:
    """A name or a title without its period and numbers, the same next month."""
    return label(_NUMBER.sub(" ", find_period(name)[1]))


GENERIC = Family(id="umum")


class Families(Record, frozen=True):
    """The vocabulary and the known families, the most demanding first."""

    vocabulary: Vocabulary
    known: tuple[Family, ...]
    corrections: tuple[Correction, ...] = ()

    def of_table(self, shape: Shape, file_name: str) -> Family:
        """The family learned from tables of this shape, or else that of the header."""
        mark = mark_of(PurePath(file_name).stem)
        for family in self.known:
            if family.shape == shape and family.file_mark in ("", mark):
                return family
        return self.of_header(shape.headers, file_name)

    def of_header(self, labels: frozenset[str], file_name: str) -> Family:
        """The first family this header fulfils, or the generic one that says nothing."""
        name = file_name.casefold()
        for family in self.known:
            if family.shape is None and family.requires <= labels and family.file_name in name:
                return family
        return GENERIC

    def with_learned(self, learned: Iterable[Family]) -> "Families":
        """With families learned from answers, which come before those of the house."""
        return replace(self, known=(*learned, *self.known))


def read_families(folder: Path, learned: Path | None = None) -> Families:
    """The vocabulary and every family of ``folder``, and those learned from answers.

    FamilyError names the file at fault. The folder of learned families need not exist.
    """
    known = [
        family
        for path in sorted(folder.glob("*.toml"))
        if path.name != VOCABULARY_FILE
        for family in _read(path, lambda table: list(_families(table)))
    ]
    # A family that asks for more headers, or for a file name besides, is the better description.
    known.sort(key=lambda family: (len(family.requires), len(family.file_name)), reverse=True)
    vocabulary = _read(folder / VOCABULARY_FILE, vocabulary_from)
    remembered = [] if learned is None else [*_learned(learned)]
    mended = folder.parent / CORRECTIONS_FILE
    corrections = _read(mended, corrections_from) if mended.is_file() else ()
    return Families(vocabulary, (*remembered, *known), corrections)


def _learned(folder: Path) -> Iterator[Family]:
    for path in sorted(folder.glob("*.toml")):
        yield from _read(path, lambda table: list(_families(table)))


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
    requires = frozenset(label(header) for header in table["requires"])
    shape = (
        Shape(requires, table["sheet"], frozenset(table["titles"])) if "sheet" in table else None
    )
    for data_set in table.get("datasets", [{}]):
        authority = table.get("code_authority")
        yield Family(
            id=table["id"],
            requires=requires,
            file_name=data_set.get("file_name", "").casefold(),
            values=_measures(table) | _measures(data_set),
            roles={label(header): Role(role) for header, role in table.get("roles", {}).items()},
            says=_says(table) | _says(data_set),
            ignored=tuple(pattern.casefold() for pattern in table.get("ignored", ())),
            code_authority=None if authority is None else CodeAuthority(authority),
            bare_is_kabupaten=table.get("bare_is_kabupaten", False),
            every_row_is_a_figure=table.get("every_row_is_a_figure", False),
            zeros_are_figures=table.get("zeros_are_figures", False),
            shape=shape,
            file_mark=table.get("file", ""),
            answered=tuple(table.get("answered", ())),
            names={label(name): code for name, code in table.get("names", {}).items()},
            words={label(word): Measure(name) for word, name in table.get("words", {}).items()},
        )


def _measures(table: Mapping[str, Any]) -> dict[str, Measure]:
    return {label(header): Measure(name) for header, name in table.get("values", {}).items()}


def _says(table: Mapping[str, Any]) -> dict[Role, str]:
    return {Role(role): text for role, text in table.get("says", {}).items()}
