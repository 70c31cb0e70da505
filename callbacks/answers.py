"""How answers about the data are kept: until they change, or what an answer rests on does."""

from collections.abc import Callable, Hashable, Sequence
from typing import Self, TypeVar

from cakupan.analytics.panel import Panel
from cakupan.analytics.segment_course import SegmentCourse
from cakupan.domain.people import EVERYWHERE
from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Reference
from cakupan.domain.releases import Edition
from cakupan.storage.reading import Reader
from callbacks.kept import Kept
from callbacks.touched import Subject, Touched

T = TypeVar("T")
C = TypeVar("C", Panel, SegmentCourse)
RECENT = 64


class Answers(Record, frozen=True):
    """One version of the data, and what is known of it.

    ``edition`` is the release it is of, None for the running figures.
    """

    reader: Reader
    reference: Reference
    version: int
    _kept: Kept
    _touched: Touched
    edition: Edition | None = None

    def recent(
        self, kind: str, about: Sequence[Hashable], work_out: Callable[[], T], most: int = RECENT
    ) -> T:
        """An answer about one view: asked again while the view is changed, then no more.

        Of each kind the newest are kept, ``most`` of them.
        """
        question = (kind, *about, self.reader.scope)
        return self._kept.answer(self.version, question, work_out, most=most)

    def of_subjects(
        self,
        question: tuple[Hashable, ...],
        subjects: tuple[Subject, ...],
        work_out: Callable[[], T],
        most: int | None = None,
    ) -> T:
        """An answer from these subjects alone: what happens to others leaves it known.

        Of answers whose questions begin alike the newest are kept, ``most`` of them; None keeps
        all.
        """
        asked, whole = (*question, self.reader.scope), self.reader.unscoped()
        return self._touched.answer(whole, self.version, subjects, asked, work_out, most=most)

    def once(self, question: object, work_out: Callable[[], T]) -> T:
        """An answer that whatever happens may change, kept until then."""
        return self._kept.answer(self.version, (question, self.reader.scope), work_out)

    def of_all(
        self,
        question: tuple[Hashable, ...],
        subjects: tuple[Subject, ...],
        work_out: Callable[[Self], C],
    ) -> C:
        """Sums are made of all regions, whoever asks; then it is cut to what may be seen."""
        if self.reader.scope == EVERYWHERE:
            return self.of_subjects(question, subjects, lambda: work_out(self))
        whole, sees = self.unscoped(), self.reader.scope.sees
        return self.of_subjects(
            question, subjects, lambda: whole.of_all(question, subjects, work_out).only(sees)
        )

    def unscoped(self) -> Self:
        """The same of all regions."""
        return replace(self, reader=self.reader.unscoped())
