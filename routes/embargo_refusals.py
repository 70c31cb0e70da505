"""Looks at releases before their time that were refused: a line of the audit log for each.

Once an hour of whoever is logged in, and of all others together, for each release: nobody can fill
the log by asking again. The next line tells how often they did.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Lock

from flask import Flask, Response, g, has_request_context

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.records import Record, field
from routes.recorded import asked, put_down

EVERY = timedelta(hours=1)
Note = Callable[[AuditEvent], None]
_Look = tuple[str, str]


class Looks(Record, frozen=True):
    """Refused looks, each by who and at what: when one was told last, and how many came since."""

    clock: Callable[[], datetime]
    _told: dict[_Look, datetime] = field(default_factory=dict)
    _untold: dict[_Look, int] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def add(self, who: str, release: str) -> int:
        """How many are to be told now, this one included; 0 where it is too early to tell."""
        look, now = (who, release), self.clock()
        with self._lock:
            waiting = self._untold.get(look, 0) + 1
            last = self._told.get(look)
            # A clock that was moved back must not silence the log.
            if last is not None and timedelta(0) <= now - last < EVERY:
                self._untold[look] = waiting
                return 0
            self._told[look], self._untold[look] = now, 0
            return waiting


def register(server: Flask, *, note: Note, clock: Callable[[], datetime]) -> None:
    """Look at every answer; ``note`` writes into the audit log."""
    server.after_request(partial(_record, note=note, clock=clock, looks=Looks(clock)))


def refused(release: str) -> None:
    """The visitor at hand asked for this one, and was refused."""
    if has_request_context():
        g.embargoed = release


def _record(
    response: Response, *, note: Note, clock: Callable[[], datetime], looks: Looks
) -> Response:
    release, who = g.get("embargoed"), actor().name
    times = looks.add(who, release) if release else 0
    if times:
        details: dict[str, str | int] = {"release": release, "times": times, "asked": asked()}
        put_down(AuditEvent(AuditKind.EMBARGO_REFUSED, who, clock(), details), note)
    return response
