"""Figures ordered for comparing: what is counted, where, and when. Nothing is judged here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cakupan.domain.figures import Figure
from cakupan.domain.measures import Basis, Measure, Segment


class Subject(NamedTuple):
    """What a line of figures counts: a key without its region and period."""

    measure: Measure
    segment: Segment
    programme: str
    group: str
    basis: Basis
    publisher: str

    @property
    def is_whole(self) -> bool:
        """Whether all are counted, not those of one segment, programme or group."""
        return self.segment is Segment.TOTAL and not self.programme and not self.group


def subject_of(figure: Figure) -> Subject:
    """What this figure counts."""
    key = figure.key
    return Subject(key.measure, key.segment, key.programme, key.group, key.basis, key.publisher)


_Names = tuple[Measure, Segment, str, str, Basis, str]
# By region code, then by period text.
Line = Mapping[str, Mapping[str, Figure]]


class Lines:
    """Figures by subject, region and period; the first of two with one key counts."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        # A plain tuple costs half as much to make as a Subject, and there is one for every figure.
        lines: dict[_Names, dict[str, dict[str, Figure]]] = {}
        for figure in figures:
            key = figure.key
            names = key.measure, key.segment, key.programme, key.group, key.basis, key.publisher
            regions = lines.setdefault(names, {})
            regions.setdefault(key.region_code, {}).setdefault(key.period.text, figure)
        self._lines = {Subject(*names): line for names, line in lines.items()}

    def __iter__(self) -> Iterator[tuple[Subject, Line]]:
        return iter(self._lines.items())

    def __contains__(self, subject: object) -> bool:
        return subject in self._lines

    def get(self, subject: Subject) -> Line:
        """The figures of a subject; empty where there are none."""
        return self._lines.get(subject, {})

    def find(self, subject: Subject, region_code: str, period: str) -> Figure | None:
        """One figure, or None."""
        return self._lines.get(subject, {}).get(region_code, {}).get(period)


@dataclass(frozen=True, slots=True)
class Known:
    """The figures of a file, and what is current beside them where the file says nothing."""

    file: Lines
    current: Lines

    def subjects(self) -> Iterator[Subject]:
        """Everything counted in the file or beside it, each once."""
        yield from dict.fromkeys(subject for one in (self.file, self.current) for subject, _ in one)

    def has(self, subject: Subject) -> bool:
        """Whether anything is known of a subject."""
        return subject in self.file or subject in self.current

    def find(self, subject: Subject, region_code: str, period: str) -> Figure | None:
        """The file's own figure, else the current one."""
        own = self.file.find(subject, region_code, period)
        return own or self.current.find(subject, region_code, period)

    def series(self, subject: Subject, region_code: str) -> dict[str, Figure]:
        """A region's figures by period, the file's own before the current ones."""
        current = self.current.get(subject).get(region_code, {})
        return {**current, **self.file.get(subject).get(region_code, {})}

    def is_current(self, figure: Figure) -> bool:
        """Whether a figure was found in the database, not in the file."""
        key = figure.key
        return self.file.find(subject_of(figure), key.region_code, key.period.text) is not figure


def name_of(subject: Subject) -> str:
    """What is counted, for sentences: the measure's id and, after a bar, which part of it."""
    segment = "" if subject.segment is Segment.TOTAL else subject.segment.value
    which = [word for word in (segment, subject.programme, subject.group) if word]
    return "|".join([subject.measure.value, *which])
