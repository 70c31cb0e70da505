"""A flag as a case: what was decided and corrected about it, and the cells that it speaks of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cakupan.analytics.corrected import unfit_key
from cakupan.analytics.published_checks import Check
from cakupan.domain.corrections import Correction
from cakupan.domain.flags import Decision, Flag, FlagCode, FlagKey
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.domain.shown import Behind
from callbacks.figures import Figures
from callbacks.tracing import sources
from layouts.mutu.records import Case, Place
from layouts.view import View


class CorrectedPlace(Record, frozen=True):
    """Where a corrected figure stands: it is a file of its own."""

    publisher: str
    file_name: str
    sheet: str = ""
    cell: str = ""


class Evidence(Record, frozen=True):
    """What cases are made of, read once for a page: cells of participants and corrections.

    ``beneath`` are corrections that the month rests on.
    """

    decisions: Mapping[FlagKey, Decision]
    places: Mapping[str, Sequence[Place]]
    corrections: Sequence[Correction]
    beneath: Sequence[Correction]

    @classmethod
    def of(cls, figures: Figures, view: View, made: Sequence[Correction]) -> "Evidence":
        """Of the region shown and all below it."""
        counting = [one for one in made if one.holds]
        return cls(
            figures.decisions(), participant_places(figures, view), counting, view.corrections
        )

    def case(self, flag: Flag, check: Check | None = None) -> Case:
        """The flag with all that is known of it."""
        told = (check.told, *check.others) if check else ()
        mine = [one for one in self.corrections if _is_about(flag, one, self.beneath)]
        places = told or self._places(flag, mine)
        return Case(flag, check, self.decisions.get(flag.key), places, mine)

    def _places(self, flag: Flag, mine: Sequence[Correction]) -> Sequence[Place]:
        if flag.key.code == FlagCode.CORRECTION_UNFIT:
            return [CorrectedPlace(one.figure.key.publisher, one.load.file_name) for one in mine]
        return self.places.get(flag.key.region_code, ())


def participant_places(figures: Figures, view: View) -> dict[str, list[Place]]:
    """The cells of participants in the month, by region."""
    texts = set(view.panel.participants_in(view.summary.headline.period)["period"].unique())
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for text in sorted(texts):
        prefix = view.choices.region_prefix
        for one in sources(figures, Behind(Measure.PARTICIPANTS_ACTIVE, prefix, text)):
            found[one.region_code].append(one)
    return dict(found)


def _is_about(flag: Flag, correction: Correction, beneath: Sequence[Correction]) -> bool:
    """Of a published figure the same publisher and period; of a computed one the region."""
    about, key = flag.key, correction.figure.key
    if about.code == FlagCode.CORRECTION_UNFIT:
        return about == unfit_key(correction)
    _, told, publisher = about.subject.partition("|")
    stated_so = (publisher, about.period) == (key.publisher, key.period.text)
    return about.region_code == key.region_code and (stated_so if told else correction in beneath)
