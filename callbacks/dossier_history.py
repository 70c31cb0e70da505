"""What was changed in dossiers, by whom, and what held before: read back from the loads."""

from collections.abc import Mapping
from functools import partial

from cakupan.domain.juries import JuryFact
from cakupan.domain.loads import Load
from cakupan.storage.queries.jury_facts import facts_before, facts_of_loads
from callbacks.dossier_edit import FAMILY, held
from callbacks.edits import newest_edits
from callbacks.figures import Figures
from layouts.paritrana.records import DossierEdit


def read_dossier_edits(figures: Figures) -> list[DossierEdit]:
    """The newest changes, those that were undone too."""
    return newest_edits(
        figures, FAMILY, partial(facts_of_loads, figures.reader), partial(_edits, figures)
    )


def _edits(figures: Figures, stated: Mapping[Load, list[JuryFact]]) -> list[DossierEdit]:
    nominees = {load.id: facts[0].nominee for load, facts in stated.items()}
    before = facts_before(figures.reader, nominees)
    return [
        DossierEdit(
            load=load,
            nominee=nominees[load.id],
            before=held(before[load.id]),
            after={fact.item: fact.value for fact in facts},
            citation=facts[0].citation,
        )
        for load, facts in stated.items()
    ]
