"""Regions side by side through the door a browser uses, over a real database."""

from collections.abc import Callable
from typing import Any

import pytest

from cakupan.domain.reference import Reference
from cakupan.settings import ROOT
from cakupan.storage.reference import read_reference
from layouts.bandingkan.asked import asked

Answer = dict[str, dict[str, Any]]
Ask = Callable[..., Answer]
Said = Callable[[Any], str]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return read_reference(ROOT / "data" / "reference")


@pytest.fixture
def compare(ask: Ask) -> Callable[[str], Answer]:
    def read(codes: str, more: str = "") -> Answer:
        search = f"?wilayah=36&bandingkan={codes}{more}"
        request = {"path": "/wilayah", "search": search, "compact": False, "key": "7"}
        return ask("bandingkan-body.hidden", data=request)

    return read


def test_two_regions_stand_in_columns_in_the_order_asked_for(compare: Ask, said: Said) -> None:
    answer = compare("36.71,36.03")
    shown = [said(column) for column in answer["bandingkan-columns"]["children"]]
    assert [text.split(" Peru")[0] for text in shown] == [
        "Kota Tangerang 50,79% 386,00 ribu dari 760,00 ribu pekerja terlindungi Data contoh",
        "Kabupaten Tangerang 47,37% 900,00 ribu dari 1,90 juta pekerja terlindungi Data contoh",
    ]
    assert "Kurang menuju 65% RPJMD 2030 (target provinsi, orientasi) 335.000" in shown[1]
    assert answer["bandingkan-body"]["hidden"] is False


def test_their_lines_share_one_figure_with_names_at_the_ends(compare: Ask, said: Said) -> None:
    answer = compare("36.03,36.71")
    figure = answer["bandingkan-lines"]["figure"]
    assert len([trace for trace in figure["data"] if trace.get("connectgaps") is False]) == 2
    written = [one["text"] for one in figure["layout"]["annotations"]]
    assert written == ["Kab. Tangerang <b>47,37%</b>", "Kota Tangerang <b>50,79%</b>"]
    assert said(answer["bandingkan-lines-head"]).startswith(
        "Kota Tangerang 3,42 poin di atas Kab. Tangerang"
    )
    assert "Okt 2025 47,37% 50,79%" in said(answer["bandingkan-lines-table"])


def test_all_their_numbers_stand_in_one_table(compare: Ask, said: Said) -> None:
    shown = said(compare("36.03,36")["bandingkan-figures"])
    assert "Peserta aktif 900.000 2.727.000" in shown
    assert "Cakupan 47,37% 46,03%" in shown
    assert "Bagian yang ada datanya – 8 dari 8 kabupaten/kota" in shown


def test_nonsense_is_named_and_left_out(compare: Ask, said: Said) -> None:
    answer = compare("36.03,99.99,%3Cb%3E,36.71")
    assert answer["wilayah-param-bandingkan"]["value"] == ["36.03", "36.71"]
    notes = said(answer["bandingkan-notes"])
    assert notes == "Tidak dikenal dan tidak ikut dibandingkan: 99.99, <b>."
    assert answer["bandingkan-chosen"]["data"] == {"bandingkan": "36.03,36.71"}


def test_one_region_asks_for_another(compare: Ask, said: Said) -> None:
    answer = compare("36.03")
    assert answer["bandingkan-body"]["hidden"] is True
    assert said(answer["bandingkan-notes"]).startswith("Baru Kab. Tangerang yang dipilih.")


def test_of_five_the_last_is_named_and_not_shown(compare: Ask, said: Said) -> None:
    answer = compare("36.01,36.02,36.03,36.04,36.71")
    assert len(answer["bandingkan-columns"]["children"]) == 4
    assert "Tidak ditampilkan: Kota Tangerang." in said(answer["bandingkan-notes"])


def test_without_a_wish_there_is_only_the_control(compare: Ask, said: Said) -> None:
    answer = compare("")
    assert answer["bandingkan-body"]["hidden"] is True
    assert answer["wilayah-param-bandingkan"]["value"] == []
    assert said(answer["bandingkan-notes"]) == ""


def test_a_region_without_data_stands_beside_one_that_has_it(compare: Ask, said: Said) -> None:
    answer = compare("36.03,32.01")
    shown = said(answer["bandingkan-columns"])
    assert "Belum ada data peserta Kabupaten Bogor untuk Oktober 2025" in shown
    assert len(answer["bandingkan-lines"]["figure"]["layout"]["annotations"]) == 1


def test_the_control_offers_every_region_together_with_the_choice(compare: Ask) -> None:
    control = compare("36.03,36.71")["wilayah-param-bandingkan"]
    options = {one["value"]: one for one in control["data"]}
    assert control["value"] == ["36.03", "36.71"]
    assert len(options) == 553
    assert options["36.03"]["label"] == "Kabupaten Tangerang"
    assert "3603" in options["36.03"]["search"]


def test_a_code_that_stands_twice_counts_once(reference: Reference) -> None:
    wish = asked("36.03, 36.03 ,36.71,,", reference.directory)
    assert wish.text == "36.03,36.71"
    assert (wish.unknown, wish.too_many) == ((), ())


def test_english_has_english_words(compare: Ask, said: Said) -> None:
    answer = compare("36.03,36.71", "&bahasa=en")
    assert "Kota Tangerang is 3.42 points above" in said(answer["bandingkan-lines-head"])
