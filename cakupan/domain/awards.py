"""The Paritrana Award as reference data: what is judged, and what is known of each ceremony."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionKind
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


class AwardCriterion(Record, frozen=True):
    """What an award looks at. ``weight`` is our assumption: official weights are not public.

    Scored criteria have none.
    """

    id: str
    name_id: str
    name_en: str
    source: CriterionSource
    weight: int | None


class AwardSize(Record, frozen=True):
    """A group of peers by how many workers they have, from ``least`` up to the next size.

    The cut-offs are our assumption; provinces have their own, larger ones.
    """

    id: str
    of_provinces: bool
    name_id: str
    name_en: str
    least: int


def size_of(workers: float, kind: RegionKind, sizes: Iterable[AwardSize]) -> AwardSize | None:
    """The size of a region by its workers; None where they are not known (NaN)."""
    of_provinces = kind is RegionKind.PROVINCE
    reached = [
        size for size in sizes if size.of_provinces is of_provinces and size.least <= workers
    ]
    return max(reached, key=lambda size: size.least, default=None)


class AwardEvent(Record, frozen=True):
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
