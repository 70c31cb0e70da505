"""A ticket: one file of one owner, how far it has come, and what was found in it."""

from collections import Counter
from datetime import datetime
from enum import StrEnum

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import Load, LoadCounts
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.questions import Question
from cakupan.domain.records import Record
from cakupan.storage.loading import Change
from etl.dry_run import DryRun, Status
from etl.intake.upload_folder import KeptFile
from etl.offer import Offered
from etl.rulings import LEFT_OUT

# A page shows so many changed figures; ``counts`` knows how many there are.
MOST_CHANGES = 100


class Stage(StrEnum):
    """How far a file has come; a failed one could not be examined, through no fault of its own.

    ``LOADING`` is confirmed: it is being loaded, or waits for its turn in the batch.
    """

    WAITING = "waiting"
    READING = "reading"
    EXAMINED = "examined"
    FAILED = "failed"
    LOADING = "loading"
    LOADED = "loaded"


class Examined(Record, frozen=True):
    """A dry run as a person judges it: without its figures, which can be very many.

    Changes of a value stand before those that keep it; ``same_value`` says how many keep it.
    """

    sha256: str
    family: str
    status: Status
    measures: tuple[Measure, ...]
    periods: tuple[Period, ...]
    regions: int
    counts: LoadCounts
    changed: tuple[Change, ...]
    same_value: int
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    tables: tuple[Offered, ...] = ()

    @classmethod
    def of(cls, run: DryRun) -> "Examined":
        """What is kept of a dry run."""
        changed = sorted(run.changed, key=_keeps_value)
        return cls(
            sha256=run.sha256,
            family=run.family,
            status=run.status,
            measures=tuple(Measure(name) for name in run.measures),
            periods=tuple(Period(text) for text in run.periods),
            regions=run.regions,
            counts=run.counts,
            changed=tuple(changed[:MOST_CHANGES]),
            same_value=sum(map(_keeps_value, changed)),
            findings=run.findings,
            questions=run.questions,
            tables=run.tables,
        )

    @property
    def replaced(self) -> int:
        """How many current figures would get another value."""
        return self.counts.changed - self.same_value

    def worse_than(self, shown: "Examined") -> str:
        """Why loading is not what a person agreed to when it was shown; empty where it is.

        Files that are loaded together change what each other's figures are held against. That a
        figure came in meanwhile is no harm; a new warning is (``findings``), and so is another
        value that would be overwritten (``values``), or a file that reads otherwise (``other``).
        """
        if self.status is Status.UNCHANGED:
            return ""
        if self.essence != shown.essence:
            return "other"
        if self.troubles - shown.troubles:
            return "findings"
        return "values" if self.replaced > shown.replaced else ""

    @property
    def essence(self) -> tuple[object, ...]:
        """What stays the same however the data change."""
        seen = (self.sha256, self.family, self.measures, self.periods, self.regions)
        return (*seen, self.counts.figures)

    @property
    def troubles(self) -> Counter[tuple[str, str | None, str | None]]:
        """Findings that matter, by what and where they are."""
        return Counter(
            (one.code, one.sheet, one.cell)
            for one in self.findings
            if one.severity is not Severity.NOTES
        )


def _keeps_value(change: Change) -> bool:
    return change.old == change.new


class Given(Record, frozen=True):
    """What a person has answered to a question of the file."""

    question: Question
    answer: str


class Ticket(Record, frozen=True):
    """``examined`` holds for the data version beside it.

    ``moved`` says why it was not loaded although it was confirmed (``Examined.worse_than``).

    A file that is examined again keeps what was found before until the new result is there.
    ``remembered`` says that its answers are known for the next file of its shape. ``left_out`` are
    ids of tables that are not to be loaded.
    """

    kept: KeptFile
    owner: str
    received_at: datetime
    stage: Stage = Stage.WAITING
    examined: Examined | None = None
    data_version: int = 0
    given: tuple[Given, ...] = ()
    left_out: tuple[str, ...] = ()
    moved: str = ""
    load: Load | None = None
    remembered: bool = False

    @property
    def token(self) -> str:
        """What the ticket is asked for by."""
        return self.kept.token

    @property
    def file_name(self) -> str:
        """The name the file came with."""
        return self.kept.path.name

    @property
    def answers(self) -> dict[str, str]:
        """The answers given so far, by the ids of their questions, and tables left out."""
        given = {one.question.id: one.answer for one in self.given}
        return given | dict.fromkeys(self.left_out, LEFT_OUT)

    @property
    def is_pending(self) -> bool:
        """Whether its answer is still to come."""
        return self.stage in {Stage.WAITING, Stage.READING, Stage.LOADING}

    @property
    def is_ready(self) -> bool:
        """Whether it can be loaded as it was shown."""
        return (
            self.stage is Stage.EXAMINED
            and self.examined is not None
            and self.examined.status is Status.READY
        )

    def is_outdated(self, data_version: int) -> bool:
        """Whether the data have changed since, in a way that can change the answer."""
        return (
            self.stage is Stage.EXAMINED
            and self.examined is not None
            and self.examined.status is not Status.REFUSED
            and self.data_version != data_version
        )
