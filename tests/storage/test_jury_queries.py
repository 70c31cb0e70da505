"""Nominees as they were loaded: stages, documents and scores of each together."""

from decimal import Decimal

import pytest

from cakupan.domain.awards import Stage
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.juries import Nominee, State
from cakupan.domain.measures import Maturity, Measure, unit_of
from cakupan.domain.periods import Period
from cakupan.storage.queries.juries import dossiers
from cakupan.storage.reading import unscoped

pytestmark = pytest.mark.both_engines


def kept(measure: Measure, value: str, by: str = "pemda", **key: str) -> Figure:
    return Figure(
        key=FigureKey("36.03", measure, Period.of_year(2025), by, group="kabkota", **key),
        value=Decimal(value),
        unit=unit_of(measure),
        rounding_unit=Decimal(1),
        maturity=Maturity.FINAL,
        sheet="S",
        cell="A1",
    )


def test_a_nominee_has_one_dossier_with_all_that_was_loaded(store) -> None:
    interview = {"aspect": "innovation", "stage": "interview"}
    store.load(
        kept(Measure.AWARD_STAGE, "1", stage="interview"),
        kept(Measure.AWARD_DOCUMENT, "2", aspect="formulir"),
        kept(Measure.AWARD_SCORE, "82.5", "Juri 1", **interview),
        kept(Measure.AWARD_SCORE, "70", "Juri 2", **interview),
    )
    with store.engine.connect() as connection:
        [found] = dossiers(unscoped(connection))
    assert found.nominee == Nominee(2025, "kabkota", "36.03")
    assert (found.stages, found.documents) == (
        {Stage.INTERVIEW: State.UNDER_WAY},
        {"formulir": State.DONE},
    )
    assert [(one.judge, one.value) for one in found.scores] == [
        ("Juri 1", Decimal("82.5")),
        ("Juri 2", Decimal(70)),
    ]
    assert found.reached is Stage.INTERVIEW
    assert not found.is_out
