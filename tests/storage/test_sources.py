"""Figures and the cells they were read from: all of them, the first, and how many there are."""

import pytest

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.storage.queries.sources import figure_sources, source_tally

pytestmark = pytest.mark.both_engines
PUBLISHERS = ["bpjs", "pemda"]
WANTED = {"measure": Measure.PARTICIPANTS_ACTIVE, "region_prefix": "36", "publishers": PUBLISHERS}


@pytest.fixture
def filled(store, figure):
    """Two files of two publishers over two months, one of which is preferred in one region."""
    store.load(
        figure(1, region="36.71", segment=Segment.PU, citation="Laporan kota"),
        figure(2, region="36.71", segment=Segment.BPU, citation="Laporan kota"),
        figure(3, region="36.71", period="2025-09"),
        name="kota.xlsx",
    )
    store.load(
        figure(4, segment=Segment.PU, citation="Laporan kabupaten"),
        figure(5, publisher="pemda", region="36.71", segment=Segment.PU, citation="Laporan pemda"),
        figure(6, publisher="pemda", region="36.72", segment=Segment.PU),
        figure(7, region="36.74", segment=Segment.PU, maturity=Maturity.RETIRED),
        figure(8, region="32.04", segment=Segment.PU),
        name="kabupaten.xlsx",
    )
    return store


def test_files_and_citations_stand_in_the_order_of_what_they_state(filled) -> None:
    tally = filled.ask(source_tally, period_texts=["2025-10"], **WANTED)
    assert tally.count == 4
    assert [one.file_name for one in tally.files] == ["kabupaten.xlsx", "kota.xlsx"]
    assert {one.loaded_by for one in tally.files} == {"operator"}
    # What a preferred publisher states too is neither shown nor cited.
    assert tally.citations == ("Laporan kabupaten", "Laporan kota")


@pytest.mark.parametrize("periods", [["2025-10"], ["2025-09"], ["2025-09", "2025-10"], ["2024-01"]])
def test_as_many_are_counted_as_are_read(filled, periods) -> None:
    read = [
        one for text in periods for one in filled.ask(figure_sources, period_text=text, **WANTED)
    ]
    tally = filled.ask(source_tally, period_texts=periods, **WANTED)
    assert tally.count == len(read)
    assert {one.file_name for one in tally.files} == {one.file_name for one in read}
    assert set(tally.citations) == {one.citation for one in read} - {""}


@pytest.mark.parametrize("most", [0, 1, 3, 9])
def test_the_first_are_those_that_stand_first_among_all(filled, most) -> None:
    whole = filled.ask(figure_sources, period_text="2025-10", **WANTED)
    few = filled.ask(figure_sources, period_text="2025-10", most=most, **WANTED)
    assert few == whole[:most]


def test_a_file_that_was_taken_back_is_not_named(store, figure) -> None:
    store.load(figure(1), name="lama.xlsx")
    newer = store.load(figure(2), name="baru.xlsx")
    asked = {"period_texts": ["2025-10"], **WANTED}
    assert [one.file_name for one in store.ask(source_tally, **asked).files] == ["baru.xlsx"]
    store.undo(newer)
    assert [one.file_name for one in store.ask(source_tally, **asked).files] == ["lama.xlsx"]
