"""A desk whose files are examined at once, by who says what the test wants."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import TypeVar

import pytest

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import Load, LoadCounts, LoadState
from cakupan.domain.records import replace
from etl.dry_run import DryRun, Status
from etl.intake.desk import Desk
from etl.intake.ticket import Ticket
from etl.intake.upload_folder import UploadFolder

Read = TypeVar("Read")
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
READY = DryRun(
    file_name="a.xlsx",
    sha256="a" * 64,
    family="umum",
    status=Status.READY,
    figures=(),
    findings=(),
    counts=LoadCounts(figures=2, new=2, changed=0, unchanged=0),
)


class FakeExaminer:
    """Finds what it is told to find, and remembers what it was asked to load."""

    def __init__(self) -> None:
        self.run, self.version = READY, 1
        self.fault: Exception | None = None
        self.refuses_once = False
        self.loaded: list[tuple[str, datetime]] = []
        self.answers: dict[str, str] = {}
        self.worse, self.gate = "", Event()
        self.gate.set()

    def remember(self, run: DryRun) -> bool:
        return bool(self.answers)

    def examine(self, path: Path, answers: Mapping[str, str]) -> tuple[DryRun, int]:
        assert path.exists()
        self.answers = dict(answers)
        assert self.gate.wait(10)
        if self.fault:
            raise self.fault
        if path.name == self.worse and self.loaded:
            return replace(self.run, findings=(Finding("jump", Severity.WARNS),)), self.version
        return replace(self.run, file_name=path.name), self.version

    def load(self, run: DryRun, *, by: str, at: datetime) -> Load | None:
        if self.refuses_once:
            self.run = replace(READY, status=Status.UNCHANGED)
            return None
        self.loaded.append((by, at))
        return Load(
            id=len(self.loaded),
            file_name=run.file_name,
            sha256=run.sha256,
            family=run.family,
            loaded_by=by,
            loaded_at=at,
            counts=run.counts,
            state=LoadState.CURRENT,
            withdrawn_by=None,
            withdrawn_at=None,
        )


class Office:
    """A desk with a clock that can be moved and an examiner that can be told."""

    def __init__(self, root: Path) -> None:
        self.now, self.root, self.examiner = NOON, root, FakeExaminer()
        self.desk = Desk(self.examiner, UploadFolder(root), clock=lambda: self.now)

    def bring(self, owner: str = "sari", name: str = "a.xlsx") -> Ticket:
        """A file that has been examined."""
        return self.settled(owner, self.desk.receive(owner, name, BytesIO(b"isi")).token)

    def settled(self, owner: str, token: str) -> Ticket:
        return until(lambda: self.now_at(owner, token), lambda one: not one.is_pending)

    def now_at(self, owner: str, token: str) -> Ticket:
        ticket = self.desk.find(owner, token)
        assert ticket is not None
        return ticket

    def files(self) -> list[str]:
        return sorted(path.name for path in self.root.rglob("*") if path.is_file())


def until(read: Callable[[], Read], ready: Callable[[Read], bool]) -> Read:
    deadline = monotonic() + 10
    while not ready(found := read()):
        assert monotonic() < deadline, found
        sleep(0.005)
    return found


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "uploads")
