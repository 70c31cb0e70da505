"""The desk: receives files, has them examined one after the other, and loads what is agreed to.

It remembers in this process alone. What it shows of a file never holds its figures: they are read
again when the file is loaded, and loaded only if that is no worse than what was shown.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from contextvars import copy_context
from datetime import datetime, timedelta
from functools import partial
from threading import Lock, Thread
from typing import IO, Any

from cakupan.domain.records import replace
from etl.dry_run import DryRun, Status
from etl.intake.batch import Batch
from etl.intake.examiner import Examiner
from etl.intake.parse_slots import ParseSlots
from etl.intake.ticket import Examined, Given, Stage, Ticket
from etl.intake.tickets import Tickets
from etl.intake.upload_folder import UploadFolder

KEPT_FOR = timedelta(hours=24)
MOST_PER_OWNER = 40
MOST_BYTES = 2 * 1024**3

_log = logging.getLogger(__name__)


class DeskFullError(Exception):
    """Too many files wait already; nothing was kept of this one."""


class Desk:
    """Tickets in the order of their coming. An owner sees and touches only those of their own."""

    def __init__(
        self,
        examiner: Examiner,
        folder: UploadFolder,
        *,
        clock: Callable[[], datetime],
        slots: ParseSlots | None = None,
    ) -> None:
        self._examiner = examiner
        self._folder = folder
        self._clock = clock
        self._slots = slots or ParseSlots()
        self._tickets = Tickets()
        self._lock = Lock()
        self._at_work: set[str] = set()
        self._batches: dict[str, Batch] = {}

    def receive(self, owner: str, file_name: str, content: IO[bytes]) -> Ticket:
        """Keep a file and have it examined soon; results of earlier loads go.

        Raises DeskFullError, or OSError where the file cannot be kept.
        """
        self._forget_old()
        mine = self.tickets(owner)
        if len(mine) >= MOST_PER_OWNER or self._bytes() >= MOST_BYTES:
            raise DeskFullError
        if not any(ticket.stage is Stage.LOADING for ticket in mine):
            self._forget_results(owner)
        kept = self._folder.keep(file_name, content)
        ticket = Ticket(kept=kept, owner=owner, received_at=self._clock())
        self._tickets.add(ticket)
        self._work(owner)
        return ticket

    def tickets(self, owner: str) -> list[Ticket]:
        """The owner's tickets, the oldest first."""
        return self._tickets.of(owner)

    def find(self, owner: str, token: str) -> Ticket | None:
        """One ticket of this owner."""
        return self._tickets.find(owner, token)

    def batch(self, owner: str) -> Batch | None:
        """What the owner confirmed last, until something new comes."""
        with self._lock:
            return self._batches.get(owner)

    def drop(self, owner: str, token: str) -> None:
        """Forget a file; a second time does nothing, and neither while it is being loaded."""
        ticket = self._tickets.remove(owner, token)
        if ticket is not None:
            self._folder.remove(ticket.kept)

    def review(self, owner: str, data_version: int) -> None:
        """Have files examined again that were held against other data.

        Not while a batch is loading: each of its files changes the data for all that wait.
        """
        self._forget_old()
        mine = self.tickets(owner)
        if any(ticket.stage is Stage.LOADING for ticket in mine):
            return
        for ticket in mine:
            if ticket.is_outdated(data_version):
                self._restart(ticket)

    def answer(self, owner: str, token: str, answers: Mapping[str, str]) -> None:
        """Have a file examined again with answers to its questions, beside those given before."""
        ticket = self.find(owner, token)
        if ticket is None or ticket.stage is not Stage.EXAMINED or ticket.examined is None:
            return
        fresh = [
            Given(question, answers[question.id])
            for question in ticket.examined.questions
            if question.id in answers
        ]
        if fresh:
            again = {one.question.id for one in fresh}
            kept = [one for one in ticket.given if one.question.id not in again]
            self._restart(ticket, given=(*kept, *fresh))

    def choose(self, owner: str, token: str, taken: Collection[str]) -> None:
        """Have a file examined again with these of its tables, by their ids, and no others."""
        ticket = self.find(owner, token)
        if ticket is None or ticket.stage is not Stage.EXAMINED or ticket.examined is None:
            return
        left_out = tuple(one.id for one in ticket.examined.tables if one.id not in taken)
        if left_out != ticket.left_out:
            self._restart(ticket, left_out=left_out)

    def ask_again(self, owner: str, token: str) -> None:
        """Take back all answers given for a file, and have it examined without them."""
        ticket = self.find(owner, token)
        if ticket is not None and ticket.stage is Stage.EXAMINED and ticket.given:
            self._restart(ticket, given=())

    def retry(self, owner: str, token: str) -> None:
        """Have a file examined again that could not be."""
        ticket = self.find(owner, token)
        if ticket is not None and ticket.stage is Stage.FAILED:
            self._restart(ticket)

    def turn(self, owner: str) -> AbstractContextManager[None]:
        """A turn to read a file again, for whatever else is made of it; a person is waiting."""
        return self._slots.turn(owner, first=True)

    def begin_load(self, owner: str, tokens: Iterable[str], *, by: str) -> None:
        """Load what is ready of these in the background; ``batch`` says how far that has come."""
        tickets = self._confirm(owner, tokens)
        # The log names where the request came from, in the thread as well.
        work = partial(copy_context().run, self._load_all, owner, tickets, by)
        Thread(target=work, daemon=True).start()

    def load(self, owner: str, tokens: Iterable[str], *, by: str) -> None:
        """The same, and wait for it."""
        self._load_all(owner, self._confirm(owner, tokens), by)

    def _confirm(self, owner: str, tokens: Iterable[str]) -> list[Ticket]:
        ready = self._tickets.turn_all(
            owner, tokens, Stage.LOADING, only=lambda ticket: ticket.is_ready
        )
        self._say(owner, Batch(len(ready)))
        return ready

    def _load_all(self, owner: str, tickets: Sequence[Ticket], by: str) -> None:
        """One after the other, as they were confirmed. A fault leaves the rest as it was."""
        waiting, batch = list(tickets), Batch(len(tickets))
        try:
            while waiting:
                with self._slots.turn(owner, first=True):
                    loaded = self._load(waiting[0], by=by)
                waiting.pop(0)
                batch = replace(batch, done=batch.done + 1, loaded=batch.loaded + loaded)
                self._say(owner, batch)
        except Exception as fault:  # noqa: BLE001  the border of a thread: the page tells the fault
            _log.exception("a file could not be loaded")
            for ticket in waiting:
                self._tickets.put(ticket.token, stage=Stage.EXAMINED)
            self._say(owner, replace(batch, fault=fault))

    def _load(self, ticket: Ticket, *, by: str) -> bool:
        """Load one file, if it still does no worse than was shown."""
        run, version = self._examiner.examine(ticket.kept.path, ticket.answers)
        shown, load = ticket.examined, None
        reason = "" if shown is None else Examined.of(run).worse_than(shown)
        if run.status is Status.READY and not reason:
            load = self._examiner.load(run, by=by, at=self._clock())
            if load is None:
                run, version = self._examiner.examine(ticket.kept.path, ticket.answers)
        if load is None:
            self._tickets.put(ticket.token, **_found(run, version), moved=reason)
            return False
        remembered = self._examiner.remember(run)
        self._tickets.put(
            ticket.token, stage=Stage.LOADED, load=load, moved="", remembered=remembered
        )
        self._folder.remove(ticket.kept)
        return True

    def _restart(self, ticket: Ticket, **changes: Any) -> None:
        """Examine once more, unless something else has happened to the ticket meanwhile."""
        if self._tickets.swap(ticket, stage=Stage.WAITING, **changes) is not None:
            self._work(ticket.owner)

    def _work(self, owner: str) -> None:
        """See to it that the owner's files are examined: by one thread, however many they are."""
        with self._lock:
            if owner in self._at_work:
                return
            self._at_work.add(owner)
        # Held against what the owner may see, in the thread as well.
        work = partial(copy_context().run, self._examine_all, owner)
        Thread(target=work, daemon=True).start()

    def _examine_all(self, owner: str) -> None:
        def rest() -> None:
            with self._lock:
                self._at_work.discard(owner)

        while (ticket := self._tickets.next_waiting(owner, otherwise=rest)) is not None:
            with self._slots.turn(owner):
                self._examine(ticket)

    def _examine(self, ticket: Ticket) -> None:
        reading = self._tickets.swap(ticket, stage=Stage.READING)
        if reading is None:
            return
        try:
            run, version = self._examiner.examine(reading.kept.path, reading.answers)
        except Exception:  # noqa: BLE001  the border of a thread: a page waits for its answer
            _log.exception("a file could not be examined")
            self._tickets.put(reading.token, stage=Stage.FAILED)
        else:
            self._tickets.put(reading.token, **_found(run, version), moved="")

    def _say(self, owner: str, batch: Batch) -> None:
        with self._lock:
            self._batches[owner] = batch

    def _forget_results(self, owner: str) -> None:
        """What the last batch has left: a new file begins a new one."""
        with self._lock:
            self._batches.pop(owner, None)
        for ticket in self.tickets(owner):
            if ticket.stage is Stage.LOADED:
                self.drop(owner, ticket.token)

    def _bytes(self) -> int:
        waiting = (one for one in self._tickets.all() if one.stage is not Stage.LOADED)
        return sum(one.kept.size for one in waiting)

    def _forget_old(self) -> None:
        limit = self._clock() - KEPT_FOR
        for ticket in self._tickets.all():
            if ticket.received_at < limit:
                self.drop(ticket.owner, ticket.token)


def _found(run: DryRun, version: int) -> dict[str, Any]:
    return {"stage": Stage.EXAMINED, "examined": Examined.of(run), "data_version": version}
