"""What takes long is done beside the serving: whoever asks is told once it is done."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from threading import Lock
from typing import Generic, TypeVar

from dash import Output, ctx
from dash.exceptions import PreventUpdate

from layouts.looks import LOOK_MS, PATIENCE_MS

T = TypeVar("T")
_AT_ONCE = 0.02
"""Seconds in which what is short is told without asking again."""
_MOST = 100
_MOST_LOOKS = 600
"""How often a page looks in vain, for minutes, before it says that the work is lost."""


def one_look(watch: str | dict[str, object]) -> list[tuple[Output, int, int]]:
    """How a callback that looks is ``running``: the next look waits for the answer to this one.

    Dash drops the answer to a look when the next one is sent, so over a line that takes longer
    than the time between two of them nothing would ever be told. Of an id that stands there many
    times Dash finds all only where no more than one of its parts is ``ALL``.
    """
    return [(Output(watch, "interval"), PATIENCE_MS, LOOK_MS)]


def looked() -> tuple[str, int]:
    """What is looked for by an id that stands there many times, and how many looks there were."""
    if not ctx.triggered or not ctx.triggered[0]["value"]:
        raise PreventUpdate
    [what] = (text for part, text in ctx.triggered_id.items() if part != "type")
    return str(what), int(ctx.triggered[0]["value"])


class LostError(Exception):
    """The server was restarted meanwhile: whoever asked has to ask again."""


class Beside(Generic[T]):
    """One piece of work for each who asked, one after the other; kept until they ask anew.

    Told to every look, for what is told to one may never arrive.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: dict[str, Future[T]] = {}
        self._thread: ThreadPoolExecutor | None = None

    def begin(self, owner: str, work: Callable[[], T]) -> None:
        """Have it done, by whoever is acting now, unless theirs is under way already."""
        with self._lock:
            known = self._asked.pop(owner, None)
            if known is None or known.done():
                if self._thread is None:
                    self._thread = ThreadPoolExecutor(1, "beside")
                known = self._thread.submit(copy_context().run, work)
            self._asked[owner] = known
            for forgotten in [*self._asked][:-_MOST]:
                del self._asked[forgotten]

    def outcome(self, owner: str, looks: int = 0) -> Callable[[], T] | None:
        """What gives or raises what was found; None while it is under way.

        Where nothing of theirs was begun here another worker may have it: raises PreventUpdate,
        and LostError once the page has looked too often.
        """
        with self._lock:
            found = self._asked.get(owner)
        if found is None:
            raise LostError if looks >= _MOST_LOOKS else PreventUpdate
        return found.result if wait([found], _AT_ONCE).done else None

    def told(self, owner: str, looks: int) -> T:
        """What was found, for whoever looks; raises PreventUpdate while it is under way, too."""
        found = self.outcome(owner, looks)
        if found is None:
            raise PreventUpdate
        return found()
