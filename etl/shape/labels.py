"""The labels above one column, from the group down to its own, as what they say together."""

import re
from collections.abc import Mapping, Sequence

from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.periods import Period, Precision
from cakupan.domain.records import Record
from etl.period_text import find_period, read_period
from etl.readers.workbook import CellValue
from etl.shape.cells import cell_text, lines_of
from etl.shape.counting import counted, short_of, take
from etl.shape.lexicon import Lexicon
from etl.vocabulary import Role, Scale, label

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
# What heads a heading: "Tahun" over 2024 and 2025 says nothing more than they do.
_OF_HEADINGS = {
    *(Role.YEAR, Role.PERIOD, Role.MONTH, Role.MEASURE, Role.SEGMENT, Role.PROGRAMME, Role.GROUP),
}
_ANY_YEAR = " 2000"


class Said(Record):
    """What the labels of a column say. ``unknown`` marks a label that nothing is known of.

    ``topic`` is another subject; ``part`` is what splits people up.
    """

    measure: Measure | None = None
    segment: Segment | None = None
    period: Period | None = None
    month: int = 0
    scale: Scale | None = None
    group: str = ""
    programme: str = ""
    basis: Basis | None = None
    topic: str = ""
    part: str = ""
    unknown: bool = False


class Reader:
    """Reads the labels of one column in a table that is ``about`` a measure, if that is known."""

    def __init__(self, lexicon: Lexicon, about: Measure | None = None) -> None:
        self._lexicon = lexicon
        self._about = about
        self._vocabulary = lexicon.vocabulary
        self._phrases = lexicon.phrases
        self._segments = {
            words: segment
            for words, segment in self._vocabulary.segments.items()
            if segment is not Segment.TOTAL
        }

    def read(self, parts: Sequence[CellValue], shared: int) -> Said:
        """What the labels say; the first ``shared`` of them head all columns and may be a title."""
        said = Said()
        for place, part in enumerate(parts):
            self._part(part, said, is_title=place < shared)
        if said.period is not None and said.month and said.period.precision is Precision.YEAR:
            said.period = Period.of_month(said.period.year, said.month)
        return said

    def _part(self, part: CellValue, said: Said, *, is_title: bool) -> None:
        period = read_period(part)
        if period is not None:
            said.period = period
            return
        text = cell_text(part)
        if self._words(text, said):
            return
        # A bilingual header says the same thing twice, one language a line.
        lines = lines_of(part)
        if len(lines) > 1 and self._words(lines[0], said):
            return
        self._phrase(text, said, is_title=is_title)

    def _words(self, text: str, said: Said) -> bool:
        """Understand a label to the last word, or not at all."""
        vocabulary = self._vocabulary
        period, rest = find_period(text)
        scale, rest = self._scale(rest)
        words = " ".join(one for one in label(rest).split() if one not in vocabulary.fillers)
        found = Said(period=period, scale=scale)
        about = said.measure or self._about
        if short := short_of(words, about, vocabulary):
            found.measure = short
        elif words in vocabulary.units:
            found.scale = vocabulary.units[words]
        elif month := month_of(words):
            found.month = month
        elif not self._means_nothing(words, said):
            found.segment, words = take(words, self._segments)
            found.programme, words = _programme(words, vocabulary.programmes)
            found.basis, words = take(words, vocabulary.bases)
            if words and not self._means_nothing(words, said):
                what = counted(words, about, self._lexicon)
                if what is None or self._is_stranger(what.measure, about):
                    return False
                found.measure, found.group = what.measure, what.group
                found.programme = found.programme or what.programme
                found.scale = found.scale or what.scale
        _merge(found, said)
        return True

    def _is_stranger(self, measure: Measure | None, about: Measure | None) -> bool:
        """A measure that is not believed beside what the table, or the label above, is about."""
        kin = self._vocabulary.habits.kin(about)
        return kin.alone and measure is not None and measure not in kin.members

    def _means_nothing(self, words: str, said: Said) -> bool:
        """Whether words add nothing but "all of them": then what was split up is whole again."""
        if words in self._vocabulary.totals or self._vocabulary.roles.get(words) is Role.VALUE:
            said.part = ""
            return True
        return not words or self._vocabulary.roles.get(words) in _OF_HEADINGS

    def _scale(self, header: str) -> tuple[Scale | None, str]:
        """A unit in brackets, taken out of the header: "Bekerja (ribu orang)"."""
        for match in _IN_BRACKETS.finditer(header):
            scale = self._vocabulary.units.get(label(match[1]))
            if scale is not None:
                return scale, header[: match.start()] + header[match.end() :]
        return None, header

    def _phrase(self, text: str, said: Said, *, is_title: bool) -> None:
        """What a label is about, where its words are not all known."""
        subject = self._phrases.of_title(text)
        topic = self._phrases.topic(text)
        part = self._phrases.breakdown(text)
        period, _ = find_period(text)
        said.period = period or said.period
        said.scale = self._scale(text)[0] or said.scale
        if subject.measure is not None and (is_title or " menurut " in f" {label(text)} "):
            said.measure, said.group = subject.measure, subject.group
            said.part = subject.part
        elif topic:
            said.topic = topic
        elif part:
            said.part = part
        elif not is_title:
            said.unknown = not said.part


def month_of(words: str) -> int:
    """The month that stands alone under a year; 0 for other words."""
    dated = read_period(words + _ANY_YEAR) if words.isalpha() else None
    return (dated.month or 0) if dated is not None else 0


def _programme(words: str, programmes: Mapping[str, str]) -> tuple[str, str]:
    """A benefit programme, which may be said twice: "JKK (Jaminan Kecelakaan Kerja)"."""
    programme, rest = take(words, programmes)
    again, without = take(rest, programmes)
    return programme or "", without if again == programme else rest


def _merge(found: Said, said: Said) -> None:
    """Lower labels are the more exact ones; what they leave unsaid, the groups above say."""
    said.measure, said.group = found.measure or said.measure, found.group or said.group
    said.segment = found.segment or said.segment
    said.period = found.period or said.period
    said.month = found.month or said.month
    said.scale = found.scale or said.scale
    said.programme = found.programme or said.programme
    said.basis = found.basis or said.basis
