"""What happened to a deck that was given back: told to whoever gave it."""

from collections.abc import Sequence

from cakupan.domain.records import Record
from cakupan.exports.slides.pen import Change


class SlideReport(Record, frozen=True):
    """What happened to one slide: its number and title, what changed, what a person had changed.

    ``problem`` is a code with a sentence under ``slides.problem``, "" where there was none.
    """

    number: int
    title: str
    changes: Sequence[Change]
    kept: Sequence[str]
    problem: str = ""


class Refreshed(Record, frozen=True):
    """The deck, and a report of every slide of ours in its order."""

    content: bytes
    slides: Sequence[SlideReport]
