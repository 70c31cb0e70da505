"""The Ringkasan page through the door a browser uses, over a real database."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from dash import Dash

from layouts.ringkasan import page as ringkasan

Read = Callable[..., dict[str, dict[str, Any]]]
Said = Callable[[Any], str]


def test_the_first_visit_shows_coverage_with_numerator_and_denominator(
    page: Read, said: Said
) -> None:
    shown = said(page()["ringkasan-hero-figure"])
    assert "Banten, Oktober 2025" in shown
    assert "46,03%" in shown
    assert "2,73 juta dari 5,92 juta pekerja terlindungi" in shown
    assert "Data contoh" in shown


def test_targets_are_told_in_people(page: Read, said: Said) -> None:
    answer = page()
    assert said(answer["ringkasan-hero-head"]) == (
        "Kurang 235 ribu pekerja lagi menuju 50%, dan 1,12 juta menuju 65% pada 2030"
    )
    assert "kurang 1.123.860 pekerja, 18.127 per bulan" in said(answer["ringkasan-ladder"])
    assert answer["ringkasan-bullet"]["figure"]["data"][0]["x"] == [pytest.approx(0.4603, abs=1e-4)]


def test_the_published_figure_stands_beside_with_its_source_and_whether_it_agrees(
    page: Read, said: Said
) -> None:
    shown = said(page()["ringkasan-published"])
    assert "46,03%" in shown
    assert "portalkota, 27 Nov 2025" in shown
    assert "sama dengan hitungan ini" in shown
    other = said(page("?penyebut=employed")["ringkasan-published"])
    assert "berbeda +1,35 poin (penyebut Penduduk bekerja)" in other


def test_another_denominator_changes_every_figure_and_caption_together(
    page: Read, said: Said
) -> None:
    eligible, employed = page(), page("?penyebut=employed")
    assert "47,38%" in said(employed["ringkasan-hero-figure"])
    for name in ("hero-caption", "trend-foot", "ranking-foot", "movers-foot"):
        before, after = (said(answer[f"ringkasan-{name}"]) for answer in (eligible, employed))
        assert "Semesta pekerja 2025" in before
        assert "Penduduk bekerja Agu 2025" in after
        assert "Semesta pekerja" not in after
    for name in ("bullet", "trend", "ranking"):
        figures = [answer[f"ringkasan-{name}"]["figure"]["data"] for answer in (eligible, employed)]
        assert figures[0] != figures[1]


def test_indicators_say_need_growth_points_and_status(page: Read, said: Said) -> None:
    shown = said(page()["ringkasan-indicators"])
    assert "Perlu per bulan sampai Des 2030 18.127" in shown
    assert "Peserta, Okt 2024 → Okt 2025 +4,2%" in shown
    assert "Cakupan, Okt 2024 → Okt 2025 +1,84 poin" in shown
    assert "Status menuju 65% Perlu percepatan" in shown
    assert "laju 0,70 dari yang diperlukan" in shown


def test_every_component_of_the_status_is_there_on_request(page: Read, said: Said) -> None:
    shown = said(page()["ringkasan-components"])
    for text in ("65% RPJMD 2030", "Bulan tersisa 62", "41,43% (31 Okt 2023)", "CAGR"):
        assert text in shown
    other = said(page("?penyebut=employed")["ringkasan-components"])
    assert "Semesta pekerja (yang ditampilkan: Penduduk bekerja)" in other


def test_the_ranking_lists_all_parts_in_order_with_changes_in_words(page: Read, said: Said) -> None:
    answer = page()
    names = answer["ringkasan-ranking"]["figure"]["layout"]["yaxis"]["ticktext"]
    assert [name.strip() for name in names][:2] == ["Kota Tangerang Selatan", "Kota Tangerang"]
    assert len(names) == 8
    assert "tetap" in said(answer["ringkasan-ranking-table"])
    assert (
        "tertinggi Kota Tangerang Selatan 65,48%" in answer["ringkasan-ranking-box"]["aria-label"]
    )


def test_the_same_numbers_stand_in_figure_and_table(page: Read, said: Said) -> None:
    answer = page()
    table = said(answer["ringkasan-segments-table"])
    assert "1.908.900" in table
    assert "70,00%" in table
    bars = answer["ringkasan-segments"]["figure"]["data"]
    assert [bar["x"][0] for bar in bars] == [pytest.approx(0.7), pytest.approx(0.3)]


def test_a_whole_that_lacks_parts_has_no_coverage_but_says_how_many_it_has(
    page: Read, said: Said
) -> None:
    answer = page("?wilayah=00")
    assert "data 1 dari 38 provinsi" in said(answer["ringkasan-hero-head"])
    assert answer["ringkasan-bullet-box"]["hidden"] is True
    assert said(answer["ringkasan-hero-figure"]).startswith("Indonesia, Oktober 2025 1 dari 38")
    assert "bukan cakupan seluruh wilayah" in said(answer["ringkasan-hero-figure"])
    assert answer["ringkasan-trend-box"]["data-state"] == "empty"


def test_a_denominator_without_data_asks_for_another(page: Read, said: Said) -> None:
    answer = page("?penyebut=labour_force")
    assert "Belum ada data Angkatan kerja untuk Banten" in said(answer["ringkasan-hero-head"])
    assert "–" in said(answer["ringkasan-hero-figure"])


def test_a_region_without_participants_says_what_to_do(page: Read, said: Said) -> None:
    answer = page("?wilayah=32")
    assert answer["ringkasan-cards"]["hidden"] is True
    assert "Belum ada data peserta untuk Jawa Barat" in said(answer["ringkasan-state"])
    assert "Ke halaman Data" in said(answer["ringkasan-state"])


def test_the_first_month_has_no_growth_and_says_why(page: Read, said: Said) -> None:
    answer = page("?periode=2023-10")
    assert "belum ada data bulan yang sama tahun lalu" in said(answer["ringkasan-indicators"])
    assert answer["ringkasan-movers-box"]["data-state"] == "empty"


def test_english_has_english_words_and_separators(page: Read, said: Said) -> None:
    answer = page("?bahasa=en")
    assert "2.73 million of 5.92 million workers protected" in said(answer["ringkasan-hero-figure"])
    assert "46.03%" in said(answer["ringkasan-hero-figure"])
    assert answer["ringkasan-trend"]["figure"]["layout"]["separators"] == ".,"
    assert answer["ringkasan-trend"]["config"]["locale"] == "en"


def test_the_dark_theme_sends_the_figures_again_in_its_colours(page: Read) -> None:
    light, dark = (
        page(f"?tema={name}")["ringkasan-trend"]["figure"] for name in ("terang", "gelap")
    )
    assert light["data"] != dark["data"]
    assert light["layout"]["template"] != dark["layout"]["template"]


def test_a_narrow_screen_gets_figures_of_its_own(page: Read) -> None:
    wide, narrow = (page("", compact=compact)["ringkasan-ranking"] for compact in (False, True))
    assert narrow["figure"]["layout"]["margin"]["l"] < wide["figure"]["layout"]["margin"]["l"]


def test_the_page_says_which_request_it_answers(page: Read) -> None:
    assert page()["ringkasan"]["data-answers"] == "7"
    assert page("?wilayah=32")["ringkasan"]["data-answers"] == "7"


@pytest.mark.parametrize("nonsense", [None, "text", [1], {"search": 7}, {"search": "?wilayah=%ff"}])
def test_a_strange_request_opens_the_first_view(
    ask: Callable[..., Any], said: Said, nonsense: Any
) -> None:
    answer = ask("ringkasan-cards.hidden", data=nonsense)
    assert "Banten, Oktober 2025" in said(answer["ringkasan-hero-figure"])


def test_a_failure_is_told_without_a_traceback_and_kept_in_the_log(
    page: Read, said: Said, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_view: object) -> None:
        raise ZeroDivisionError("the inner secret")

    monkeypatch.setattr(ringkasan, "changes", fail)
    with caplog.at_level(logging.ERROR):
        # Asked by nobody before: an answer that stood is given again.
        answer = page("?bahasa=en&pertama=ya")
    assert "cannot be shown right now" in said(answer["ringkasan-state"])
    assert "Try again" in said(answer["ringkasan-state"])
    assert "secret" not in str(answer)
    assert "inner secret" in caplog.text


def test_origins_lead_to_file_sheet_and_cell(ask: Callable[..., Any], said: Said) -> None:
    answer = ask("shell-origin.opened", asked={"search": "", "path": "/", "card": "hero"})
    assert answer["shell-origin"]["opened"] is True
    shown = said(answer["shell-origin-body"])
    assert "46,03% = 2.727.000 peserta dibagi 5.924.400 pekerja" in shown
    assert "peserta.xlsx, dimuat oleh Sari" in shown
    assert "Kab. Tangerang PU 630.000 BPJS Ketenagakerjaan Data contoh Lembar1 D12" in shown


def test_origins_stay_closed_until_they_are_asked_for(ask: Callable[..., Any]) -> None:
    assert ask("shell-origin.opened", asked=None) == {}


def test_every_slot_is_filled_in_a_full_view(page: Read, dashboard: Dash) -> None:
    answer = page()
    for component, field in ringkasan.SLOTS:
        assert field in answer[component], f"{component}.{field}"
