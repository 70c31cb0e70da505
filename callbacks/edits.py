"""What all edits on pages have in common: they are loads that can be read back and undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from cakupan.domain.loads import Load
from cakupan.storage.loading import redo, withdraw
from cakupan.storage.queries.loads import loads_of_family
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided
from callbacks.figures import Figures

S = TypeVar("S")
E = TypeVar("E")
MOST_EDITS = 50
TURNS = {"undo": withdraw, "redo": redo}


def newest_edits(
    figures: Figures,
    family: str,
    stated: Callable[[Sequence[int]], Mapping[int, S]],
    edits: Callable[[Mapping[Load, S]], list[E]],
) -> list[E]:
    """The newest changes of a family of loads, those that were undone too.

    ``stated`` gives what the loads of some ids state, ``edits`` makes changes of it.
    """

    def read() -> list[E]:
        loads = loads_of_family(figures.reader, family, most=MOST_EDITS)
        found = stated([load.id for load in loads])
        return edits({load: found[load.id] for load in loads if load.id in found})

    return figures.recent(f"{family} edits", (), read)


def turn(action: str, decided: Decided, tools: DataTools, *, topic: str) -> str:
    """Undo a change, or bring it back; the sentence that says so, of the words of ``topic``."""
    load_id = int(decided.intent["load"])
    TURNS[action](tools.writer, load_id, by=decided.who, at=tools.clock())
    return decided.say(f"{topic}.done.{action}")
