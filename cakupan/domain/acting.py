"""Who is acting, and where from: named once for a request, a command, a thread.

What writes asks here, so that no form can sign with another name or reach beyond a scope.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from cakupan.domain.people import EVERYWHERE, Person, Role, Scope
from cakupan.domain.records import Record


class Actor(Record, frozen=True):
    """``source`` is an address, a command, a watched folder; ``name`` is empty without a log-in.

    Who has no name signs with whatever they type: they sit at the machine itself.
    """

    source: str = ""
    name: str = ""
    scope: Scope = EVERYWHERE
    role: Role = Role.ADMIN

    @property
    def person(self) -> Person:
        """As whom rights are asked."""
        return Person(self.name, self.role, self.scope)

    def owner(self, browser: str) -> str:
        """Whose what waits in a browser is: of each person who logs in there, their own."""
        return f"{browser} {self.name}" if browser and self.name else browser

    def signs(self, typed: str) -> str:
        """The name that is written down: the one logged in with, else the one typed."""
        return self.name or typed


NOBODY_NAMED = Actor()
_actor: ContextVar[Actor] = ContextVar("actor", default=NOBODY_NAMED)


def actor() -> Actor:
    """As named last in this request, command or thread."""
    return _actor.get()


def act_as(one: Actor) -> None:
    """All that follows in this request, command or thread is done by this one."""
    _actor.set(one)


@contextmanager
def acting_as(one: Actor) -> Iterator[None]:
    """The same for what is done within."""
    token = _actor.set(one)
    try:
        yield
    finally:
        _actor.reset(token)
