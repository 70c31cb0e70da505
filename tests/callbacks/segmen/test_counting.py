"""With or without construction, by registration or by residence: the whole page follows."""

from collections.abc import Callable
from typing import Any

import pytest

import app as application
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.settings import Settings
from tests.callbacks.conftest import BANTEN, ELIGIBLE, add_load, figure
from tests.callbacks.segmen.conftest import Visitor

Said = Callable[[Any], str]
WORKERS = sum(ELIGIBLE)
START = {"basis": "pendaftaran", "jakon": "dengan", "beban": "kelompok"}
OCTOBER = "?wilayah=36&periode=2025-10"


@pytest.fixture
def counted(own: Settings) -> Visitor:
    """Every part with 1.000 in construction, and 2.000 in two segments by residence."""
    construction = [
        figure(
            code,
            Measure.PARTICIPANTS_ACTIVE,
            "2025-10",
            1_000,
            segment=Segment.JAKON,
            basis=Basis.REGISTRATION,
        )
        for code in BANTEN
    ]
    residence = [
        figure(
            code,
            Measure.PARTICIPANTS_ACTIVE,
            "2025-09",
            people,
            segment=segment,
            basis=Basis.DOMICILE,
        )
        for code in BANTEN
        for segment, people in ((Segment.PU, 1_500), (Segment.JAKON, 500))
    ]
    add_load(own, "jakon.xlsx", [*construction, *residence])
    return Visitor(application.create_app(own))


def percent(people: int) -> str:
    return f"{people / WORKERS:.2%}".replace(".", ",")


def test_without_construction_every_figure_title_and_caption_leaves_it_out(
    counted: Visitor, said: Said
) -> None:
    page = counted.page(f"{OCTOBER}&jakon=tanpa")
    head = said(page["segmen-head"])
    assert f"Cakupan {percent(2_727_000)} tanpa Jakon" in head
    assert "menurut tempat pendaftaran, tanpa Jakon" in head
    first, second = said(page["segmen-indicators"]).split("Cakupan dengan Jakon")
    assert percent(2_727_000) in first
    assert percent(2_735_000) in second
    for card in ("split", "course"):
        assert "tanpa Jakon" in said(page[f"segmen-{card}-head"])
        assert "tanpa Jakon" in said(page[f"segmen-{card}-foot"])
        assert "Jasa konstruksi" not in said(page[f"segmen-{card}-table"])
        assert "Jakon 8" not in str(page[f"segmen-{card}"]["figure"])
    assert "70,00%" in said(page["segmen-split-table"])
    assert "tanpa Jakon" in said(page["segmen-head-foot"])
    assert page["segmen-steered"]["data"] == START | {"jakon": "tanpa"}
    assert page["segmen-param-jakon"]["value"] == "tanpa"


def test_with_construction_it_is_among_them_and_said_so(counted: Visitor, said: Said) -> None:
    page = counted.page(OCTOBER)
    assert f"Cakupan {percent(2_735_000)} dengan Jakon" in said(page["segmen-head"])
    assert "dengan Jakon" in said(page["segmen-split-foot"])
    assert "8.000" in said(page["segmen-split-table"])
    assert "Jakon" in said(page["segmen-course-table"])


def test_by_residence_every_figure_is_that_of_residents(counted: Visitor, said: Said) -> None:
    page = counted.page("?wilayah=36&periode=2025-09&basis=domisili")
    assert f"Cakupan {percent(16_000)} dengan Jakon" in said(page["segmen-head"])
    assert "menurut domisili" in said(page["segmen-course-head"])
    assert "12.000" in said(page["segmen-split-table"])
    without = counted.page("?wilayah=36&periode=2025-09&basis=domisili&jakon=tanpa")
    assert f"Cakupan {percent(12_000)} tanpa Jakon" in said(without["segmen-head"])
    assert percent(16_000) in said(without["segmen-indicators"])


def test_where_nobody_counted_residents_a_sentence_says_so_and_what_to_load(
    counted: Visitor, said: Said
) -> None:
    head = said(counted.page(f"{OCTOBER}&basis=domisili")["segmen-head"])
    assert "Belum ada peserta menurut domisili untuk Banten, Okt 2025" in head
    assert "Yang terbaru menurut domisili: Sep 2025." in head
    assert "Basis “domisili”" in head
    other = said(counted.page("?wilayah=17&basis=domisili&bahasa=en")["segmen-head"])
    assert "No participants by residence yet for Bengkulu" in other


def test_without_a_count_of_construction_nothing_is_said_to_be_without_it(
    reading: Visitor, said: Said
) -> None:
    page = reading.page(f"{OCTOBER}&jakon=tanpa")
    assert "Peserta Jakon Banten, Okt 2025, tidak dinyatakan terpisah" in said(page["segmen-head"])
    assert "46,03%" in said(page["segmen-indicators"])
    assert page["segmen-split-box"]["data-state"] == "empty"
    assert page["segmen-course-box"]["data-state"] == "empty"


def test_nonsense_in_the_address_is_the_start(reading: Visitor, said: Said) -> None:
    page = reading.page(f"{OCTOBER}&jakon=mungkin&basis=bulan&beban=entah")
    assert page["segmen-steered"]["data"] == START
    assert "46,03%" in said(page["segmen-head"])


def test_no_other_page_is_touched_by_the_choice(counted: Visitor, said: Said) -> None:
    counted.request = replace_path(counted.request, f"{OCTOBER}&jakon=tanpa")
    page = counted._call("ringkasan-cards.hidden", [counted.request])
    assert percent(2_735_000) in said(page["ringkasan-hero-figure"]) or percent(2_735_000) in str(
        page
    )
    assert "tanpa Jakon" not in str(page)


def replace_path(request: dict[str, object], search: str) -> dict[str, object]:
    return {**request, "path": "/", "search": search}


@pytest.mark.parametrize("asked", ["", "&jakon=tanpa"])
def test_a_whole_with_parts_that_lack_data_says_how_many_there_are(
    counted: Visitor, said: Said, asked: str
) -> None:
    head = said(counted.page(f"?wilayah=00&periode=2025-10{asked}")["segmen-head"])
    assert "dari 38" in head
    assert "tidak dinyatakan terpisah" not in head


def test_residents_of_some_parts_are_not_taken_for_none(counted: Visitor, said: Said) -> None:
    head = said(counted.page("?wilayah=00&periode=2025-09&basis=domisili")["segmen-head"])
    assert "Belum ada peserta menurut domisili" not in head
    assert "dari 38" in head
