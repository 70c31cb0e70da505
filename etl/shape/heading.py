"""What stands above a table, in its title or in the name of its sheet, and is true of all of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from etl.families import mark_of
from etl.period_text import find_period, is_span, read_period
from etl.readers.workbook import CellValue, Row, cell_address
from etl.shape.cells import cell_text, is_blank, lines_of
from etl.shape.counting import only_one
from etl.shape.labels import month_of
from etl.shape.lexicon import Lexicon
from etl.shape.subjects import Subject
from etl.vocabulary import Role, Vocabulary, label

_NOT_SAID_ABOVE = {Role.VALUE, Role.IGNORED, Role.NOTE}
_PARTICIPANTS = {"peserta", "kepesertaan"}
_MEMBERS = Measure.PARTICIPANTS_ACTIVE
_TABLE_NUMBER = re.compile(r"^\s*tab(?:el|le)\s+(\d+)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


class Statement(Record, frozen=True):
    """Something said of every figure of a table, and where; ``cell`` is None for a name's."""

    value: CellValue
    cell: str | None


class Heading(Record, frozen=True):
    """All that is said above a table.

    ``subject`` is what its titles say it counts. ``periods`` are those of titles and sheet where
    they contradict each other. ``marks`` are the titles without their numbers, to know the shape
    of a table by.
    """

    says: Mapping[Role, Statement]
    subject: Subject
    subject_cell: str | None
    subject_text: str
    periods: tuple[Period, ...]
    marks: frozenset[str]


class Title(Record, frozen=True):
    """A line of text above a table, and its cell; None where it is the name of the sheet."""

    text: str
    cell: str | None


def read_heading(
    sheet: str, lines: Sequence[tuple[int, Row]], header_title: Title | None, lexicon: Lexicon
) -> Heading:
    """Read the numbered ``lines`` above a header and the label that heads all its columns."""
    said = _statements(lines, lexicon.vocabulary)
    titles = [*_titles(lines, lexicon.vocabulary), *([header_title] if header_title else [])]
    by_name = Title(sheet, None)
    subject, origin = _subject([*titles, by_name], lexicon)
    says = _names(by_name)
    periods = {found for title in titles for found in _periods(title.text)}
    named = says.pop(Role.PERIOD, None)
    named_period = read_period(named.value) if named else None
    candidates = periods | ({named_period} if named_period else set())
    agreed = _agreed(candidates)
    if agreed is not None:
        cell = next((one.cell for one in titles if agreed in _periods(one.text)), None)
        says[Role.PERIOD] = Statement(agreed.text, cell)
        spans = [title for title in titles if is_span(title.text)]
        if spans:
            says[Role.SPAN] = Statement(spans[0].text, spans[0].cell)
    for title in titles:
        unit = _unit(title.text, lexicon.vocabulary)
        if unit:
            says[Role.UNIT] = Statement(unit, title.cell)
    if subject.measure is not None:
        says[Role.MEASURE] = Statement(subject.measure.value, origin.cell)
        word = _unit_word(origin.text, subject.measure, lexicon.vocabulary)
        if word:
            says.setdefault(Role.UNIT, Statement(word, origin.cell))
        if subject.group:
            says[Role.GROUP] = Statement(subject.group, origin.cell)
    for title in (*titles, by_name):
        for role, part in _parts(title, subject.measure, lexicon):
            says.setdefault(role, Statement(part, title.cell))
    return Heading(
        says=says | said,
        subject=subject,
        subject_cell=origin.cell,
        subject_text=origin.text,
        periods=tuple(sorted(candidates)) if agreed is None else (),
        marks=frozenset(mark_of(title.text) for title in titles) - {""},
    )


def table_numbers(sheet: str, lines: Iterable[tuple[int, Row]]) -> tuple[str, str] | None:
    """The numbers that the sheet's name and the title give the table, where they differ."""
    named = _TABLE_NUMBER.match(sheet)
    for _, row in lines:
        for cell in row:
            titled = _TABLE_NUMBER.match(cell) if isinstance(cell, str) else None
            if named and titled and named[1] != titled[1]:
                return named[1], titled[1]
    return None


def _statements(lines: Sequence[tuple[int, Row]], vocabulary: Vocabulary) -> dict[Role, Statement]:
    """Lines such as ``Satuan | orang`` or ``Satuan: orang``; the first of a kind counts."""
    said: dict[Role, Statement] = {}
    for number, row in lines:
        filled = [(index, cell) for index, cell in enumerate(row) if not is_blank(cell)]
        if not filled:
            continue
        first, *others = filled
        name, colon, rest = cell_text(first[1]).partition(":")
        role = vocabulary.roles.get(label(name))
        if role is None or role in _NOT_SAID_ABOVE:
            continue
        if colon and rest.strip():
            said.setdefault(role, Statement(rest.strip(), cell_address(number, first[0])))
        elif others:
            index, value = next(
                ((place, cell) for place, cell in others if cell_text(cell) != ":"), others[0]
            )
            said.setdefault(role, Statement(value, cell_address(number, index)))
    return said


def _titles(lines: Sequence[tuple[int, Row]], vocabulary: Vocabulary) -> list[Title]:
    """Texts that stand alone in their line, or beside nothing that a role is said of."""
    titles = []
    for number, row in lines:
        filled = [(index, cell) for index, cell in enumerate(row) if not is_blank(cell)]
        if filled and label(cell_text(filled[0][1]).partition(":")[0]) in vocabulary.roles:
            continue
        titles += [
            Title(str(cell), cell_address(number, index))
            for index, cell in filled
            if isinstance(cell, str) or read_period(cell) is not None
        ]
    return titles


def _subject(titles: Sequence[Title], lexicon: Lexicon) -> tuple[Subject, Title]:
    """What the first title that speaks of anything says; two that differ say nothing."""
    heard = [(lexicon.phrases.of_title(one.text), one) for one in titles]
    speaking = [(subject, title) for subject, title in heard if subject != Subject()]
    if not speaking:
        return Subject(), titles[-1]
    above = [one for one in speaking if one[1].cell is not None] or speaking
    return above[0] if len({subject for subject, _ in above}) == 1 else (Subject(), titles[-1])


def _names(name: Title) -> dict[Role, Statement]:
    """The period or the month that the name of a sheet says."""
    periods = _periods(name.text)
    if len(periods) == 1:
        return {Role.PERIOD: Statement(periods[0].text, None)}
    words = label(name.text).split()
    # "Januari", "Peserta Jan", "Jan (2)": a month in the middle of a name may be a word of it.
    months = [word for word in (words[:1] + words[-1:]) if month_of(word)]
    return {Role.MONTH: Statement(months[0], None)} if len(set(months)) == 1 else {}


def _periods(text: str) -> list[Period]:
    """The periods of a title, a language a line."""
    found = [find_period(line)[0] for line in lines_of(text)]
    return list(dict.fromkeys(one for one in found if one is not None))


def _agreed(periods: set[Period]) -> Period | None:
    """The most exact of periods that do not contradict each other: 2025 and August 2025."""
    if not periods:
        return None
    exact = max(periods, key=lambda one: len(one.text))
    return exact if all(exact.text.startswith(one.text) for one in periods) else None


def _parts(title: Title, measure: Measure | None, lexicon: Lexicon) -> Iterator[tuple[Role, str]]:
    """The one segment, programme or framework that a title names: "Klaim JKK 2024".

    Not every title does: "Dinas PU" is no segment. It has to speak of participants or of a measure,
    or to be nothing but that word, as the name of a sheet is.
    """
    words, vocabulary = label(title.text), lexicon.vocabulary
    alone = words in vocabulary.segments or words in vocabulary.programmes
    spoken = lexicon.phrases.of_title(title.text).measure
    if not (alone or spoken or _PARTICIPANTS & set(words.split())):
        return
    segments = {
        name: segment
        for name, segment in vocabulary.segments.items()
        if segment is not Segment.TOTAL
    }
    segment = only_one(words, segments)
    if segment is not None:
        yield Role.SEGMENT, segment.value
    programme = only_one(words, lexicon.programmes_of(spoken or measure or _MEMBERS))
    if programme is not None:
        yield Role.PROGRAMME, programme
    framework = only_one(words, lexicon.lists["frameworks"])
    if framework is not None and spoken is Measure.TARGET_COVERAGE:
        yield Role.GROUP, framework


def _unit_word(title: str, measure: Measure, vocabulary: Vocabulary) -> str:
    """The one unit among the words of a title, for what has to be said in a unit: "kasus"."""
    if not vocabulary.habits[measure].unit_is_said:
        return ""
    words = f" {label(title)} "
    said = [one for one in vocabulary.header_units if f" {one} " in words]
    units = {vocabulary.header_units[one].unit for one in said}
    return max(said, key=len) if len(units) == 1 else ""


def _unit(title: str, vocabulary: Vocabulary) -> str:
    """A unit in the brackets of a title: "(Ribu Orang)"."""
    return next(
        (match[1] for match in _IN_BRACKETS.finditer(title) if label(match[1]) in vocabulary.units),
        "",
    )
