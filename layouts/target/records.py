"""Everything one drawing of the Target page is made from."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cakupan.analytics.arrival import Arrival
from cakupan.analytics.ladder import Rung
from cakupan.analytics.needs import YearNeed
from cakupan.analytics.sharing import Part, Rule
from cakupan.analytics.summary import Assessment, Outlook
from cakupan.analytics.what_if import WhatIf
from cakupan.domain.loads import Load
from cakupan.domain.records import Record
from cakupan.domain.reference import Target
from cakupan.texts import Words
from layouts.target.asked import Asked
from layouts.view import View


class Answer(Record, frozen=True):
    """What follows from the assumptions, for a region with coverage.

    ``assessment`` judges the pace so far against the assumed goal. ``shares`` is None where some
    part lacks data; then nothing can be shared out.
    """

    outcome: WhatIf
    needs: tuple[YearNeed, ...]
    arrival: Arrival | None
    outlook: Outlook | None
    assessment: Assessment
    parts: Sequence[Part]
    shares: Mapping[Rule, Mapping[str, int]] | None


class Edit(Record, frozen=True):
    """One entry in the history of targets.

    ``before`` None is a target that is new, ``after`` None one that is retired.
    """

    load: Load
    before: Target | None
    after: Target | None
    citation: str


class Origin(Record, frozen=True):
    """Who brought a target that does not ship with the program: ``edited`` here, or from a file."""

    by: str
    at: datetime
    file_name: str
    edited: bool


class TargetView(Record, frozen=True):
    """``answer`` is None without coverage to reckon with; ``origins`` are by a target's id."""

    view: View
    rungs: tuple[Rung, ...]
    asked: Asked
    answer: Answer | None
    edits: Sequence[Edit]
    origins: Mapping[str, Origin]

    def loaded_note(self, target: Target) -> str:
        """Who brought a target, and when; nothing of one that ships."""
        origin = self.origins.get(target.id)
        if origin is None:
            return ""
        key = "by_user" if origin.edited else "loaded"
        moment = self.view.moment(origin.at)
        return self.words(f"target.rung.{key}", who=origin.by, moment=moment, file=origin.file_name)

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words
