"""What happened to a deck that was given back: told to whoever gave it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cakupan.exports.slides.pen import Change


@dataclass(frozen=True, slots=True)
class SlideReport:
    """What happened to one slide: its number and title, what changed, what a person had changed.

    ``problem`` is a code with a sentence under ``slides.problem``, "" where there was none.
    """

    number: int
    title: str
    changes: Sequence[Change]
    kept: Sequence[str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The deck, and a report of every slide of ours in its order."""

    content: bytes
    slides: Sequence[SlideReport]
