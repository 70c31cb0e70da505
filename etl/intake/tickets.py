"""The tickets on the desk, safe to touch from many threads. An owner sees only their own."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from cakupan.domain.records import replace
from etl.intake.ticket import Stage, Ticket


class Tickets:
    """Tickets by token, in the order of their coming."""

    def __init__(self) -> None:
        self._tickets: dict[str, Ticket] = {}
        self._lock = Lock()

    def all(self) -> list[Ticket]:
        """Everybody's."""
        with self._lock:
            return list(self._tickets.values())

    def of(self, owner: str) -> list[Ticket]:
        """The owner's, the oldest first."""
        return [ticket for ticket in self.all() if ticket.owner == owner]

    def find(self, owner: str, token: str) -> Ticket | None:
        """One ticket of this owner."""
        with self._lock:
            ticket = self._tickets.get(token)
        return ticket if ticket is not None and ticket.owner == owner else None

    def add(self, ticket: Ticket) -> None:
        """A ticket for a file that has come."""
        with self._lock:
            self._tickets[ticket.token] = ticket

    def remove(self, owner: str, token: str) -> Ticket | None:
        """Forget a ticket of this owner, unless it is being loaded; gives what was forgotten."""
        with self._lock:
            ticket = self._tickets.get(token)
            if ticket is None or ticket.owner != owner or ticket.stage is Stage.LOADING:
                return None
            return self._tickets.pop(token)

    def put(self, token: str, **changes: Any) -> Ticket | None:
        """The ticket with these changes; None if it was dropped meanwhile."""
        with self._lock:
            if token not in self._tickets:
                return None
            self._tickets[token] = replace(self._tickets[token], **changes)
            return self._tickets[token]

    def swap(self, ticket: Ticket, **changes: Any) -> Ticket | None:
        """The same, unless anything else has happened to the ticket meanwhile: then None."""
        with self._lock:
            if self._tickets.get(ticket.token) is not ticket:
                return None
            self._tickets[ticket.token] = replace(ticket, **changes)
            return self._tickets[ticket.token]

    def turn_all(
        self, owner: str, tokens: Iterable[str], stage: Stage, *, only: Callable[[Ticket], bool]
    ) -> list[Ticket]:
        """Put those of the owner's tickets that fit into a stage, all at once and in this order."""
        turned = []
        with self._lock:
            for token in dict.fromkeys(tokens):
                ticket = self._tickets.get(token)
                if ticket is not None and ticket.owner == owner and only(ticket):
                    self._tickets[token] = replace(ticket, stage=stage)
                    turned.append(self._tickets[token])
        return turned

    def next_waiting(self, owner: str, *, otherwise: Callable[[], None]) -> Ticket | None:
        """The owner's file whose turn it is to be examined; ``otherwise`` runs before any comes."""
        with self._lock:
            for ticket in self._tickets.values():
                if ticket.owner == owner and ticket.stage is Stage.WAITING:
                    return ticket
            otherwise()
            return None
