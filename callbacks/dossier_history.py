"""What was changed in dossiers, by whom, and what held before: read back from the loads."""

from functools import partial

from cakupan.domain.juries import JuryFact
from cakupan.domain.loads import Load
from cakupan.storage.queries.jury_facts import facts_of_loads, facts_of_nominee
from callbacks.dossier_edit import FAMILY, held
from callbacks.edits import just_before, newest_edits
from callbacks.figures import Figures
from layouts.paritrana.records import DossierEdit


def read_dossier_edits(figures: Figures) -> list[DossierEdit]:
    """The newest changes, those that were undone too."""
    return newest_edits(
        figures, FAMILY, partial(facts_of_loads, figures.reader), partial(_edit, figures)
    )


def _edit(figures: Figures, load: Load, stated: list[JuryFact]) -> DossierEdit:
    nominee = stated[0].nominee
    before = facts_of_nominee(figures.reader, nominee, as_of=just_before(load))
    return DossierEdit(
        load=load,
        nominee=nominee,
        before=held(before),
        after={fact.item: fact.value for fact in stated},
        citation=stated[0].citation,
    )
