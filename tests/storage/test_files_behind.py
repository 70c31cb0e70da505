"""Which files stand behind the figures of many regions at once."""

import pytest

from cakupan.domain.measures import Measure, Segment
from cakupan.storage.queries.files import files_behind

pytestmark = pytest.mark.both_engines


def test_every_file_that_is_shown_is_named_once_and_no_other(store, figure) -> None:
    store.load(figure(1, segment=Segment.PU), figure(2, region="36.71"), name="lama.xlsx")
    store.load(figure(3, segment=Segment.PU), name="pu.xlsx")
    store.load(figure(4, segment=Segment.BPU), name="bpu.xlsx")
    store.load(figure(5, publisher="pemda"), name="pemda.xlsx")
    store.load(figure(6, period="2025-09"), name="september.xlsx")
    found = store.ask(
        files_behind,
        measure=Measure.PARTICIPANTS_ACTIVE,
        period_texts={"2025-10"},
        publishers=["bpjs"],
    )
    assert found == {
        ("36.03", "2025-10"): ("bpu.xlsx", "pu.xlsx"),
        ("36.71", "2025-10"): ("lama.xlsx",),
    }


def test_a_withdrawn_file_is_behind_nothing(store, figure) -> None:
    store.load(figure(1), name="lama.xlsx")
    store.undo(store.load(figure(2), name="baru.xlsx"))
    found = store.ask(
        files_behind,
        measure=Measure.PARTICIPANTS_ACTIVE,
        period_texts={"2025-10"},
        publishers=["bpjs"],
    )
    assert found == {("36.03", "2025-10"): ("lama.xlsx",)}


def test_bases_of_several_years_are_asked_together(store, figure) -> None:
    for year in ("2023", "2024"):
        base = figure(9, measure=Measure.EMPLOYED, period=year, publisher="bps")
        store.load(base, name=f"{year}.xlsx")
    found = store.ask(
        files_behind,
        measure=Measure.EMPLOYED,
        period_texts={"2023", "2024"},
        publishers=["bps"],
    )
    assert found == {("36.03", "2023"): ("2023.xlsx",), ("36.03", "2024"): ("2024.xlsx",)}
