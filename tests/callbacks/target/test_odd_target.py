"""A target as a file states it, in words that no list knows: every page bears it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Maturity, Measure, Unit
from cakupan.domain.periods import Period
from cakupan.settings import Settings
from tests.callbacks.conftest import add_load

ODD = Figure(
    key=FigureKey(
        region_code="36",
        measure=Measure.TARGET_COVERAGE,
        period=Period("2028"),
        publisher="bappeda",
        programme="Basis X",
        group="Rencana X",
    ),
    value=Decimal("0.58"),
    unit=Unit.RATIO,
    rounding_unit=Decimal("0.01"),
    maturity=Maturity.FINAL,
    sheet="Target",
    cell="C4",
    citation="Rencana kerja",
)


def test_a_target_in_words_that_no_list_knows_breaks_no_page(
    own: Settings, visitor: Any, said: Callable[[Any], str]
) -> None:
    add_load(own, "target.xlsx", [ODD], family="target")
    ladder = said(visitor.page()["target-ladder"])
    for told in (
        "Rencana X 2028",
        "Basis X",
        "Data penyebut itu belum ada.",
        "dimuat dari target.xlsx oleh Sari",
    ):
        assert told in ladder
    assert "Rencana X 2028" in said(visitor.overview()["ringkasan-ladder"])
    assert "Basis X" in said(visitor.metode()["metode-sections"])
    opened = visitor.open("target-change", "36|Rencana X|2028")
    assert opened["target-field-framework"]["style"] == {}
    visitor.decide(
        opened,
        framework="own",
        denominator="eligible",
        ratio="59",
    )
    own_targets = said(visitor.page()["target-ladder"]).split("Acuan nasional")[0]
    assert "Target daerah 2028" in own_targets
    assert "Rencana X" not in own_targets
