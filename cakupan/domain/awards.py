"""The Paritrana Award as reference data: what is judged, and what is known of each ceremony."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cakupan.domain.periods import Period
from cakupan.domain.weekdays import is_possible, years_that_fit


class CriterionSource(StrEnum):
    """Whether a criterion is worked out of loaded figures, or scored by judges."""

    COMPUTED = "computed"
    SCORED = "scored"


class Stage(StrEnum):
    """A step of an award; a provincial winner may go on to the national stage."""

    VERIFICATION = "verification"
    DOCUMENTS = "documents"
    INTERVIEW = "interview"
    PROVINCE = "province"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class AwardCriterion:
    """What an award looks at. ``weight`` is our assumption: official weights are not public.

    Scored criteria have none.
    """

    id: str
    name_id: str
    name_en: str
    source: CriterionSource
    weight: int | None


@dataclass(frozen=True, slots=True)
class AwardEvent:
    """One award of one region; what its source does not say is None or empty.

    ``ceremony`` and ``weekday`` are as written, also where they contradict each other; ``criteria``
    are ids of award criteria, ``categories`` how many there are, ``regulation`` an id.
    """

    id: str
    region_code: str
    award_year: int
    assessed_year: int | None
    cut_off: Period | None
    ceremony: date | None
    weekday: str
    criteria: tuple[str, ...]
    stages: tuple[Stage, ...]
    jury_id: str
    jury_en: str
    categories: int | None
    categories_id: str
    categories_en: str
    regulation: str
    citation: str
    note_id: str
    note_en: str

    @property
    def impossible_day(self) -> bool:
        """Whether the date of the ceremony is written with a weekday that it was not."""
        both = self.ceremony is not None and bool(self.weekday)
        return both and self.ceremony is not None and not is_possible(self.ceremony, self.weekday)

    @property
    def fitting_years(self) -> tuple[int, ...]:
        """Years nearby in which day and weekday as written go together."""
        if self.ceremony is None or not self.weekday:
            return ()
        return years_that_fit(self.ceremony, self.weekday)
