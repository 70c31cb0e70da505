"""The desk: receives files, has them examined one after the other, and loads what is agreed to.

It remembers in this process alone. What it shows of a file never holds its figures: they are read
again when the file is loaded, and loaded only if they still do what was shown.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Lock, Thread
from typing import IO, Any

from etl.dry_run import DryRun
from etl.intake.examiner import Examiner
from etl.intake.parse_slots import ParseSlots
from etl.intake.ticket import Examined, Given, Stage, Ticket
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
        self._tickets: dict[str, Ticket] = {}
        self._lock = Lock()

    def receive(self, owner: str, file_name: str, content: IO[bytes]) -> Ticket:
        """Keep a file and have it examined soon; results of earlier loads go.

        Raises DeskFullError, or OSError where the file cannot be kept.
        """
        self._forget_old()
        mine = self.tickets(owner)
        if len(mine) >= MOST_PER_OWNER or self._bytes() >= MOST_BYTES:
            raise DeskFullError
        for ticket in mine:
            if ticket.stage is Stage.LOADED:
                self.drop(owner, ticket.token)
        kept = self._folder.keep(file_name, content)
        ticket = Ticket(kept=kept, owner=owner, received_at=self._clock())
        with self._lock:
            self._tickets[ticket.token] = ticket
        self._start(ticket)
        return ticket

    def tickets(self, owner: str) -> list[Ticket]:
        """The owner's tickets, the oldest first."""
        with self._lock:
            return [ticket for ticket in self._tickets.values() if ticket.owner == owner]

    def find(self, owner: str, token: str) -> Ticket | None:
        """One ticket of this owner."""
        with self._lock:
            ticket = self._tickets.get(token)
        return ticket if ticket is not None and ticket.owner == owner else None

    def drop(self, owner: str, token: str) -> None:
        """Forget a file; a second time does nothing."""
        ticket = self.find(owner, token)
        if ticket is not None:
            with self._lock:
                self._tickets.pop(token, None)
            self._folder.remove(ticket.kept)

    def review(self, owner: str, data_version: int) -> None:
        """Have files examined again that were held against other data."""
        self._forget_old()
        for ticket in self.tickets(owner):
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
        """A turn to read a file again, for whatever else is made of it."""
        return self._slots.turn(owner)

    def load(self, owner: str, tokens: Iterable[str], *, by: str) -> None:
        """Load what is ready of these, one after the other.

        A file that would now do something else than was shown is not loaded: its ticket says so.
        Errors of the database pass through; files before it stay loaded.
        """
        for token in tokens:
            with self._slots.turn(owner):
                ticket = self.find(owner, token)
                if ticket is not None and ticket.is_ready:
                    self._load(ticket, by=by)

    def _load(self, ticket: Ticket, *, by: str) -> None:
        run, version = self._examiner.examine(ticket.kept.path, ticket.answers)
        load = None
        if ticket.examined is not None and Examined.of(run).does_as(ticket.examined):
            load = self._examiner.load(run, by=by, at=self._clock())
            if load is None:
                run, version = self._examiner.examine(ticket.kept.path, ticket.answers)
        if load is None:
            self._put(ticket.token, **_found(run, version), moved=True)
        else:
            remembered = self._examiner.remember(run)
            self._put(
                ticket.token, stage=Stage.LOADED, load=load, moved=False, remembered=remembered
            )
            self._folder.remove(ticket.kept)

    def _start(self, ticket: Ticket) -> None:
        Thread(target=self._examine, args=(ticket,), daemon=True).start()

    def _restart(self, ticket: Ticket, **changes: Any) -> None:
        """Examine once more, unless something else has happened to the ticket meanwhile."""
        again = replace(ticket, stage=Stage.WAITING, **changes)
        with self._lock:
            if self._tickets.get(ticket.token) is not ticket:
                return
            self._tickets[ticket.token] = again
        self._start(again)

    def _examine(self, ticket: Ticket) -> None:
        with self._slots.turn(ticket.owner):
            if self._put(ticket.token, stage=Stage.READING) is None:
                return
            try:
                run, version = self._examiner.examine(ticket.kept.path, ticket.answers)
            except Exception:  # noqa: BLE001  the border of a thread: a page waits for its answer
                _log.exception("a file could not be examined")
                self._put(ticket.token, stage=Stage.FAILED)
            else:
                self._put(ticket.token, **_found(run, version), moved=False)

    def _put(self, token: str, **changes: Any) -> Ticket | None:
        """The ticket with these changes; None if it was dropped meanwhile."""
        with self._lock:
            if token not in self._tickets:
                return None
            self._tickets[token] = replace(self._tickets[token], **changes)
            return self._tickets[token]

    def _bytes(self) -> int:
        with self._lock:
            waiting = [one for one in self._tickets.values() if one.stage is not Stage.LOADED]
        return sum(one.kept.size for one in waiting)

    def _forget_old(self) -> None:
        limit = self._clock() - KEPT_FOR
        with self._lock:
            old = [one for one in self._tickets.values() if one.received_at < limit]
        for ticket in old:
            self.drop(ticket.owner, ticket.token)


def _found(run: DryRun, version: int) -> dict[str, Any]:
    return {"stage": Stage.EXAMINED, "examined": Examined.of(run), "data_version": version}
