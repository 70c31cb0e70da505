"""Where what is being done comes from: the address of a request, a command, a watched folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_source: ContextVar[str] = ContextVar("source", default="")


def source() -> str:
    """As named last in this request or command; empty where nobody named any."""
    return _source.get()


def act_from(name: str) -> None:
    """All that follows in this request, command or thread is done from here."""
    _source.set(name)


@contextmanager
def acting_from(name: str) -> Iterator[None]:
    """The same for what is done within."""
    token = _source.set(name)
    try:
        yield
    finally:
        _source.reset(token)
