"""What a jury keeps of its nominees: who they are, how far they are, documents and scores."""

from decimal import Decimal
from enum import IntEnum

from cakupan.domain.awards import Stage
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record

HIGHEST = 100
"""Scores stand on a scale from 0 to this; a file may state another scale, and is converted."""


class State(IntEnum):
    """How far a document or a stage of a nominee is, as it is stored.

    A document is missing, received or verified; of a stage a nominee is out, at it, or through.
    """

    NO = 0
    UNDER_WAY = 1
    DONE = 2


class Nominee(Record, frozen=True, order=True):
    """Who is judged: a region, or a body of that name in it; in one category of one year."""

    award_year: int
    category: str
    region_code: str
    name: str = ""

    @property
    def text(self) -> str:
        """As it stands in an address or the id of a button."""
        return f"{self.award_year}|{self.category}|{self.region_code}|{self.name}"

    @classmethod
    def parse(cls, text: str) -> "Nominee":
        """The nominee of such a text; ``ValueError`` for another."""
        year, category, region_code, name = text.split("|", 3)
        return cls(int(year), category, region_code, name)


class JuryItem(Record, frozen=True):
    """One thing that is kept of a nominee: a stage, a document, or a score by one judge.

    ``aspect`` is a criterion or a document, ``stage`` a stage; ``judge`` is empty but for scores.
    """

    measure: Measure
    aspect: str = ""
    stage: str = ""
    judge: str = ""


class JuryFact(Record, frozen=True):
    """What somebody stated of an item of a nominee; None where it was taken back."""

    nominee: Nominee
    item: JuryItem
    publisher: str
    value: Decimal | None
    citation: str


class Score(Record, frozen=True):
    """What one judge gave for one criterion in one stage, on the scale from 0 to 100."""

    judge: str
    criterion: str
    stage: Stage
    value: Decimal


class Dossier(Record, frozen=True):
    """A nominee with all that is kept of it. ``sample`` where any of it is a sample.

    ``stages`` and ``documents`` hold the state by stage and by document id; what is not in them
    nobody has spoken of. ``scores`` are in the order of stage, criterion and judge.
    """

    nominee: Nominee
    stages: dict[Stage, State]
    documents: dict[str, State]
    scores: tuple[Score, ...]
    sample: bool

    @property
    def reached(self) -> Stage | None:
        """The furthest stage that the nominee is at or through; None where there is none."""
        held = [stage for stage in Stage if self.stages.get(stage, State.NO) > State.NO]
        return held[-1] if held else None

    @property
    def is_out(self) -> bool:
        """Whether the nominee did not pass a stage."""
        return State.NO in self.stages.values()
