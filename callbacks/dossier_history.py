"""What was changed in dossiers, by whom, and what held before: read back from the loads."""

from datetime import timedelta

from cakupan.domain.juries import JuryFact
from cakupan.domain.loads import Load
from cakupan.storage.queries.jury_facts import facts_of_loads, facts_of_nominee
from cakupan.storage.queries.loads import loads_of_family
from callbacks.dossier_edit import FAMILY, held
from callbacks.figures import Figures
from layouts.paritrana.records import DossierEdit

MOST_EDITS = 50
_JUST_BEFORE = timedelta(microseconds=1)


def read_dossier_edits(figures: Figures) -> list[DossierEdit]:
    """The newest changes, those that were undone too."""
    return figures.recent("dossier edits", (), lambda: _edits(figures))


def _edits(figures: Figures) -> list[DossierEdit]:
    loads = loads_of_family(figures.reader, FAMILY, most=MOST_EDITS)
    stated = facts_of_loads(figures.reader, [load.id for load in loads])
    return [_edit(figures, load, stated[load.id]) for load in loads if load.id in stated]


def _edit(figures: Figures, load: Load, stated: list[JuryFact]) -> DossierEdit:
    """What held just before is what people could see then, undone since or not."""
    nominee = stated[0].nominee
    before = facts_of_nominee(figures.reader, nominee, as_of=load.loaded_at - _JUST_BEFORE)
    return DossierEdit(
        load=load,
        nominee=nominee,
        before=held(before),
        after={fact.item: fact.value for fact in stated},
        citation=stated[0].citation,
    )
