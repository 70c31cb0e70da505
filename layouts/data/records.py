"""What the Data page is given: shapes and records. No file is read, no database asked here."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Severity
from cakupan.domain.loads import Load, LoadCounts, LoadEvent
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field
from cakupan.domain.reference import Reference
from cakupan.texts import Words
from layouts.choices import Choices
from layouts.records import Fresh
from layouts.view import localized

_ANSWERED = "jawaban_"
_EDITS = {
    "target-edit": "target_edit",
    "ledger-edit": "ledger_edit",
    "dossier-edit": "dossier_edit",
}
FORMS = (
    *("peserta", "pekerja", "angka_terbit", "klaim", "beasiswa", "pekerja_rentan"),
    *("bantuan_iuran", "target", "penghargaan", "penilaian_juri"),
)
"""The forms to fill in, as their addresses name them: ``/templates/peserta.xlsx``."""


class Changed(Protocol):
    """A current figure that a load would replace."""

    @property
    def key(self) -> FigureKey:
        """What it is about."""

    @property
    def old(self) -> Decimal:
        """The value now."""

    @property
    def new(self) -> Decimal:
        """The value in the file."""


class Found(Protocol):
    """What is in a file, and what loading it would do."""

    @property
    def status(self) -> StrEnum:
        """What can be done with it: ready, question, refused, unchanged."""

    @property
    def family(self) -> str:
        """The kind of table it was recognised as."""

    @property
    def measures(self) -> Sequence[Measure]:
        """What it counts; nothing where nothing could be read."""

    @property
    def periods(self) -> Sequence[Period]:
        """The periods it speaks of, oldest first."""

    @property
    def regions(self) -> int:
        """How many regions it speaks of."""

    @property
    def counts(self) -> LoadCounts:
        """What loading would do; all but the figures read are zero where it is refused."""

    @property
    def changed(self) -> Sequence[Changed]:
        """The first figures that would change; ``counts`` has how many there are."""

    @property
    def same_value(self) -> int:
        """How many of those keep their value: only its maturity or rounding is new."""


class FoundPlace(Record, frozen=True):
    """One finding in words. ``readings`` are the answers it could have, where it is a question."""

    sheet: str
    cell: str
    value: str
    message: str
    readings: tuple[str, ...] = ()


class FoundGroup(Record, frozen=True):
    """Findings of one code, which share what to do about them."""

    code: str
    severity: Severity
    fix: str
    places: Sequence[FoundPlace]


class AskedQuestion(Record, frozen=True):
    """A question in words. ``choices`` are answers with what they are called.

    Others are taken too where it is ``open``; ``topic`` is what is asked for: period, region. An
    answer is ``remembered`` for the next file of the shape where it is no single place's.
    """

    id: str
    topic: str
    text: str
    choices: Mapping[str, str]
    open: bool = True
    needed: bool = True
    remembered: bool = True


class TableView(Record, frozen=True):
    """One of a workbook's tables: what it holds and where it stands, in words."""

    id: str
    text: str
    place: str
    taken: bool = True


class GivenAnswer(Record, frozen=True):
    """A question and what was answered, in words."""

    question: str
    answer: str


class FileView(Record, frozen=True):
    """A file on its way in.

    ``found`` is missing before it was examined and where that failed; ``busy`` says that it waits
    or is being read, ``loading`` that it is being loaded, ``moved`` why it was not although it was
    confirmed (``findings``, ``values`` or ``other``), ``load`` that it is in, and
    ``remembered`` that its answers are known for the next file of its shape.
    """

    token: str
    file_name: str
    found: Found | None
    groups: Sequence[FoundGroup] = ()
    questions: Sequence[AskedQuestion] = ()
    given: Sequence[GivenAnswer] = ()
    tables: Sequence[TableView] = ()
    busy: bool = False
    loading: bool = False
    moved: str = ""
    load: Load | None = None
    remembered: bool = False
    findings_address: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether there is something to say about it but that it is on its way."""
        return self.found is not None or not self.busy

    @property
    def is_ready(self) -> bool:
        """Whether it can be loaded now, as it is shown."""
        return (
            self.found is not None
            and self.found.status == "ready"
            and not self.busy
            and self.load is None
        )


class BatchView(Record, frozen=True):
    """Files that were confirmed together: so many are ``done``, so many of those are ``loaded``.

    ``fault`` is the sentence for what stopped the rest.
    """

    files: int
    done: int
    loaded: int
    running: bool
    fault: str = ""


class AsOf(Record, frozen=True):
    """The day that what is current is asked for; ``day`` None is today.

    ``loads`` counted at its end; since then ``came`` and ``went``. ``fault`` says why the day of
    the address, ``text``, is none: ``unreadable`` or ``to_come``.
    """

    text: str = ""
    day: date | None = None
    fault: str = ""
    loads: Sequence[Load] = ()
    came: Sequence[Load] = ()
    went: Sequence[Load] = ()


class DataView(Record, frozen=True):
    """Everything one drawing of the page is made from; ``loads`` are the newest of ``of_loads``.

    ``restored`` says of loads, by number, when they were last restored; ``fresh`` is what counts on
    the day of ``as_of``.
    """

    words: Words
    choices: Choices
    reference: Reference
    files: Sequence[FileView]
    loads: Sequence[Load]
    of_loads: int
    sample_loads: Collection[int]
    fresh: Sequence[Fresh]
    restored: Mapping[int, LoadEvent] = field(default_factory=dict)
    as_of: AsOf = field(default_factory=AsOf)
    batch: BatchView | None = None

    @property
    def ready(self) -> list[FileView]:
        """The files that can be loaded now."""
        return [file for file in self.files if file.is_ready]

    def publisher_name(self, publisher_id: str) -> str:
        """A publisher's name; an outlet that is not in the list is its own name."""
        for publisher in self.reference.publishers:
            if publisher.id == publisher_id:
                return localized(publisher, "name", self.words.language)
        return publisher_id

    def family_name(self, family: str) -> str:
        """What the kinds of a file's tables are called; those made of answers are one kind."""
        names = dict.fromkeys(
            self.words("data.fact.answered")
            if name.startswith(_ANSWERED)
            else self.words(f"data.fact.{_EDITS[name]}")
            if name in _EDITS
            else name
            for name in family.split("+")
        )
        return ", ".join(names)

    def measure_name(self, measure: Measure) -> str:
        """What a measure is called on every page."""
        return self.words(f"ringkasan.measure.{measure.value}")
