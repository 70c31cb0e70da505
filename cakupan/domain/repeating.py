"""Whether an answer may be given again: said by whoever draws it, heard by whoever sends it.

What is not said to hold is asked for anew each time. So a callback that changes something, reads a
clock or could not draw is never answered from memory.
"""

from contextvars import ContextVar

from cakupan.domain.records import Record


class Holding(Record):
    """Until when an answer holds: for one version of the data, None for this once.

    ``named`` where it speaks of who asks by name; else it is the same for a role and a scope.
    """

    version: int | None = None
    named: bool = False


_holding: ContextVar[Holding | None] = ContextVar("holding", default=None)


def listen() -> Holding:
    """What is said from here on in this request."""
    holding = Holding()
    _holding.set(holding)
    return holding


def stop_listening() -> None:
    """The request is over; its thread goes on to others."""
    _holding.set(None)


def holds(version: int, *, named: bool = False) -> None:
    """The answer follows from this version of the data, the question, and the scope and role.

    ``named`` where it follows from the name too.
    """
    holding = _holding.get()
    if holding is not None:
        holding.version, holding.named = version, named


def holds_not() -> None:
    """Whatever was said before: this answer is for this once."""
    holding = _holding.get()
    if holding is not None:
        holding.version = None
