"""Which module answers which address, and what an answer is known by."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from cakupan import __version__
from cakupan.domain.records import Record
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Answered, Rows
from cakupan.exports.api.resources import RELEASES
from callbacks.api.coverage import coverage_rows
from callbacks.api.figures import figure_rows
from callbacks.api.ranking import ranking_rows
from callbacks.api.releases import release_rows
from callbacks.api.targets import target_rows
from callbacks.figures import Figures, Source

_ANSWERS: Mapping[str, Callable[[Figures, Asked], Rows]] = {
    "coverage": coverage_rows,
    "figures": figure_rows,
    "targets": target_rows,
    "ranking": ranking_rows,
}


class Answering(Record, frozen=True):
    """Opens one state of the figures for each question."""

    source: Source
    stamp: str

    @classmethod
    def of(cls, source: Source) -> "Answering":
        """Made once for an app: what ships with the program is part of every answer's mark."""
        shipped = f"{__version__}{source.reference!r}"
        return cls(source, sha256(shipped.encode()).hexdigest())

    def answer(self, asked: Asked, is_known: Callable[[str], bool]) -> Answered:
        """The rows asked for, unless their mark is known.

        Raises BadQuestionError for months there is no data of, ReleaseError for a release that
        cannot be shown.
        """
        if asked.resource.name == RELEASES.name:
            return self._releases(asked, is_known)
        with self.source.figures(asked["rilis"]) as figures:
            mark = self._mark(figures, asked)
            rows = None if is_known(mark) else _ANSWERS[asked.resource.name](figures, asked)
            return Answered(mark, figures.version, asked["rilis"], rows)

    def _releases(self, asked: Asked, is_known: Callable[[str], bool]) -> Answered:
        """What this caller may know of each release; their mark is what is told."""
        told = release_rows(self.source.shelf.listed() if self.source.shelf else [], asked)
        mark = sha256(f"{self.stamp}{told!r}".encode()).hexdigest()[:24]
        with self.source.figures() as figures:
            return Answered(mark, figures.version, "", None if is_known(mark) else told)

    def _mark(self, figures: Figures, asked: Asked) -> str:
        question = sorted(asked.texts.items())
        # Another scope is another answer, also for a browser that has one already.
        scope = figures.reader.scope.text
        told = f"{self.stamp}{figures.version}{asked.resource.name}{question}{scope}"
        return sha256(told.encode()).hexdigest()[:24]
