"""Answers: taken for a table while it is read, and remembered for the next one of its shape.

A period is never remembered: next month's file has another one.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath

from cakupan.domain.records import Record, replace
from cakupan.domain.regions import RegionDirectory
from etl.asking import MEASURE, PERIOD, SAYS, UNIT, Need, question_ids
from etl.families import Family, Shape, mark_of
from etl.period_text import read_period
from etl.region_match import RegionMatcher
from etl.rulings import Taught
from etl.shape.cells import cell_text
from etl.shape.table import Table
from etl.vocabulary import Role, Vocabulary, label

_PREFIX = "jawaban_"
_FLAGS = ("bare_is_kabupaten", "every_row_is_a_figure", "zeros_are_figures")
_HEAD = (
    "# Answers a person gave for tables of this shape. Remove this file and they are asked again.\n"
)


class Learned(Record, frozen=True):
    """A family made of answers, and what of them could not be understood (question, answer)."""

    families: tuple[Family, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


class Learner:
    """Turns answers into families."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        matcher: RegionMatcher,
        directory: RegionDirectory,
        *,
        file_name: str,
    ) -> None:
        self._vocabulary = vocabulary
        self._matcher = matcher
        self._directory = directory
        self._file_mark = mark_of(PurePath(file_name).stem)

    def learn(self, needs: Sequence[Need], answers: Mapping[str, str]) -> Learned:
        """One family a shape that at least one answer was given for."""
        ids = question_ids(needs)
        families: dict[str, Family] = {}
        faults: list[tuple[str, str]] = []
        for need in needs:
            shape = need.table.shape
            for name in need.unsaid:
                question = ids[shape.id, name]
                answer = answers.get(question, "").strip()
                if not answer:
                    continue
                family = families.get(shape.id) or _begun(need.table)
                taught = self._taught(family, name, answer, need)
                if taught is None:
                    faults.append((question, answer))
                else:
                    families[shape.id] = taught
        return Learned(tuple(families.values()), tuple(dict.fromkeys(faults)))

    def _taught(self, family: Family, name: str, answer: str, need: Need) -> Family | None:
        """The family with one answer more; None where the answer is none."""
        if name in SAYS:
            word = self._word(name, answer)
            return None if word is None else _saying(family, SAYS[name], word, name)
        column = next(
            (one for one in need.table.columns.unread if label(one.header) == label(answer)), None
        )
        if column is not None:
            cells = (cell_text(cell) for cell in need.table.cells(column.index))
            first = next((text for text in cells if text), "")
            by_code = first[:1].isdigit()
            role = Role.REGION_CODE if by_code else Role.REGION_NAME
            role = Role.PERIOD if name == PERIOD else role
            roles = {**family.roles, label(column.header): role}
            answered = (*family.answered, f"{name}: {column.header}")
            return replace(family, roles=roles, answered=answered)
        if name == PERIOD:
            period = read_period(answer)
            return None if period is None else _saying(family, Role.PERIOD, period.text, name)
        code = answer if answer in self._directory else self._matcher.by_name(answer).code
        if code is None:
            return None
        stated = _saying(family, Role.REGION_CODE, code, name)
        return replace(stated, file_mark=self._file_mark)

    def _word(self, name: str, answer: str) -> str | None:
        """The word a table would use; None where it is none."""
        if name == MEASURE:
            measure = self._vocabulary.measures.get(label(answer))
            return None if measure is None else measure.value
        return None if name == UNIT and label(answer) not in self._vocabulary.units else answer


def with_taught(
    learned: Iterable[Family], taught: Iterable[tuple[Table, Taught]]
) -> tuple[Family, ...]:
    """The families learned, and what rulings said of names and words in tables of their shapes."""
    families = {family.shape.id: family for family in learned if family.shape is not None}
    for table, one in taught:
        if one:
            family = families.get(table.shape.id) or _begun(table)
            families[table.shape.id] = _with_words(family, one)
    return tuple(families.values())


def _with_words(family: Family, taught: Taught) -> Family:
    said = [*taught.names.items(), *((word, one.value) for word, one in taught.words.items())]
    answered = dict.fromkeys((*family.answered, *(f"{text}: {what}" for text, what in said)))
    return replace(
        family,
        names={**family.names, **{label(name): code for name, code in taught.names.items()}},
        words={**family.words, **{label(word): one for word, one in taught.words.items()}},
        answered=tuple(answered),
    )


def remember(learned: Iterable[Family], folder: Path) -> tuple[Path, ...]:
    """Write what is worth keeping of families learned in a dry run; returns the files written.

    OSError where the folder cannot be written to.
    """
    written = []
    for family in learned:
        text = family_text(family)
        if family.shape is None or text is None:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / family_path(family.shape)
        fresh = path.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
        written.append(path)
    return tuple(written)


def family_path(shape: Shape) -> str:
    """The name of the file that keeps the answers for tables of this shape."""
    return f"{shape.id}.toml"


def family_text(family: Family) -> str | None:
    """A learned family as TOML; None where only a period was answered."""
    says = {role.value: text for role, text in family.says.items() if role is not Role.PERIOD}
    answered = [one for one in family.answered if not one.startswith(f"{PERIOD}=")]
    if family.shape is None or not answered:
        return None
    lines = [
        _HEAD.rstrip(),
        f"id = {_quoted(family.id)}",
        f"requires = {_listed(family.shape.headers)}",
        f"sheet = {_quoted(family.shape.sheet)}",
        f"titles = {_listed(family.shape.titles)}",
        f"answered = {_listed(answered)}",
    ]
    if family.file_mark:
        lines.append(f"file = {_quoted(family.file_mark)}")
    if family.code_authority is not None:
        lines.append(f"code_authority = {_quoted(family.code_authority.value)}")
    if family.ignored:
        lines.append(f"ignored = {_listed(family.ignored)}")
    lines += [f"{flag} = true" for flag in _FLAGS if getattr(family, flag)]
    for section, pairs in (
        ("says", says),
        ("roles", {header: role.value for header, role in family.roles.items()}),
        ("values", {header: measure.value for header, measure in family.values.items()}),
        ("names", family.names),
        ("words", {word: measure.value for word, measure in family.words.items()}),
    ):
        if pairs:
            lines += ["", f"[{section}]"]
            lines += [f"{_quoted(key)} = {_quoted(value)}" for key, value in pairs.items()]
    return "\n".join(lines) + "\n"


def _begun(table: Table) -> Family:
    """What is known of the table's kind, and nothing more yet."""
    known, shape = table.family, table.shape
    return replace(
        known, id=f"{_PREFIX}{shape.id}", shape=shape, requires=shape.headers, file_name=""
    )


def _saying(family: Family, role: Role, text: str, question: str) -> Family:
    answered = (*family.answered, f"{question}={text}")
    return replace(family, says={**family.says, role: text}, answered=answered)


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for the delete character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(text) for text in sorted(texts))}]"
