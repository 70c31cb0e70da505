"""The Paritrana page as a browser gets it: scores that a hand calculation gives, and reasons."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from callbacks.showing import Showing
from layouts.page_ids.paritrana import ParitranaId as Id
from tests.callbacks.posting import Answer

Read = Callable[..., Answer]
Said = Callable[[Any], str]


@pytest.fixture
def read(ask: Callable[..., Answer]) -> Read:
    """The page for a query."""

    def send(search: str = "", *, compact: bool = False) -> Answer:
        request = {"path": "/paritrana", "search": search, "compact": compact, "key": "7"}
        return ask("paritrana-sheet.children", data=request)

    return send


def test_a_score_by_two_criteria_is_that_of_a_hand_calculation(read: Read, said: Said) -> None:
    answer = read("?wilayah=36&peserta=50&cakupan=50&poin=0&celah=0")
    sheet = said(answer[Id.SHEET]["children"])
    # Kab. Tangerang: 900.000 of 91.000 to 900.000 is 100; 47,37% between 21,67% and 65,48%.
    assert "Kab. Tangerang" in sheet
    assert "900.000 → 100,00 → 50,00" in sheet
    coverages = [
        count * 1000 / workers
        for count, workers in zip(
            (130, 140, 900, 400, 386, 91, 130, 550),
            (524_400, 600_000, 1_900_000, 800_000, 760_000, 180_000, 320_000, 840_000),
            strict=True,
        )
    ]
    own = (900 / 1900 - min(coverages)) / (max(coverages) - min(coverages)) * 100
    assert f"{own:.2f} → {own / 2:.2f}".replace(".", ",") in sheet
    assert f"{50 + own / 2:.2f}".replace(".", ",") in sheet


def test_the_sum_of_the_weights_and_their_shares_are_shown(read: Read, said: Said) -> None:
    answer = read("?wilayah=36&peserta=30&cakupan=30&poin=30&celah=0")
    assert "Jumlah bobot 90" in said(answer[Id.SUM]["children"])
    assert "33,3%" in said(answer[Id.COVERAGE_SHARE]["children"])
    assert answer[Id.STEERED]["data"]["celah"] == "0"


def test_nonsense_in_the_address_falls_back_to_the_start_and_is_named(
    read: Read, said: Said
) -> None:
    answer = read("?wilayah=36&peserta=banyak&kelompok=desa")
    assert "peserta, kelompok" in said(answer[Id.WEIGHTS_HEAD]["children"])
    assert answer[Id.STEERED]["data"]["peserta"] == "25"
    none = read("?wilayah=36&peserta=0&cakupan=0&poin=0&celah=0")
    assert none[Id.STEERED]["data"]["cakupan"] == "25"


def test_kota_are_compared_apart(read: Read, said: Said) -> None:
    sheet = said(read("?wilayah=36&kelompok=kota")[Id.SHEET]["children"])
    assert "Kota Cilegon" in sheet
    assert "Kab. Lebak" not in sheet


def test_who_cannot_be_compared_is_listed_with_the_reason(read: Read, said: Said) -> None:
    foot = said(read("?wilayah=17")[Id.SCORES_FOOT]["children"])
    assert "belum ada data peserta bulan ini" in foot
    nation = said(read("?wilayah=00")[Id.SCORES_FOOT]["children"])
    assert "wilayah tidak dinilai" in nation


def test_the_impossible_date_of_bangka_belitung_is_flagged(read: Read, said: Said) -> None:
    events = said(read("?wilayah=00")[Id.EVENTS]["children"])
    assert "“Rabu, 30 Juli 2024” tidak mungkin: 30 Juli 2024 adalah hari Selasa" in events
    assert "hari Rabu pada 2025" in events


def test_the_stated_criteria_of_kalimantan_barat_can_be_chosen(read: Read) -> None:
    presets = json.dumps(read("?wilayah=36")[Id.PRESETS]["children"])
    assert "Kriteria Kalimantan Barat 2025" in presets
    assert "peserta=33&cakupan=33" in presets or "cakupan=33" in presets


def test_every_sheet_for_judges_has_empty_columns_for_what_no_data_answer(
    read: Read, said: Said
) -> None:
    sheet = said(read("?wilayah=36")[Id.JURY]["children"])
    assert "Lembar penilaian juri, Banten" in sheet
    assert "Inovasi" in sheet


def test_peers_of_one_size_are_compared_apart(read: Read, said: Said) -> None:
    large = said(read("?wilayah=36&ukuran=besar")[Id.SHEET]["children"])
    assert "Kab. Tangerang" in large
    # 180.000 workers: medium.
    assert "Kota Cilegon" not in large
    note = said(read("?wilayah=36")[Id.SIZE_NOTE]["children"])
    assert "Sedang mulai 100.000, Besar mulai 500.000" in note


def test_a_size_without_regions_is_said_to_have_nobody(read: Read, said: Said) -> None:
    answer = read("?wilayah=36&ukuran=kecil")
    assert "Belum ada wilayah yang dapat dinilai" in said(answer[Id.HEAD]["children"])
    nonsense = read("?wilayah=36&ukuran=raksasa")
    assert "ukuran" in said(nonsense[Id.WEIGHTS_HEAD]["children"])


def test_each_region_opens_to_a_table_that_sums_to_its_score(read: Read, said: Said) -> None:
    sheet = said(read("?wilayah=36&peserta=30&cakupan=30&poin=20&celah=0")[Id.SHEET]["children"])
    # 400.000 between 91.000 and 900.000 is 38,20, of which 37,5% count; 50% between 23,33% and
    # 65,48% is 63,28.
    for told in (
        "Kab. Serang: 14,32 + 23,73 +",
        "400.000 91.000 900.000 38,20 37,5% 14,32",
        "Jumlah",
    ):
        assert told in sheet


def test_the_parts_that_are_taken_away_sum_to_the_score(showing: Showing) -> None:
    for name in ("paritrana-scores", "paritrana-sheet"):
        card = showing.card("/paritrana", "?wilayah=36&peserta=33&cakupan=17&poin=50", name)
        assert card
        columns = {column.key: column for column in card.columns}
        parts = [one.values for key, one in columns.items() if key.endswith("-part")]
        assert len(parts) == 4
        for score, *own in zip(columns["score"].values, *parts, strict=True):
            assert sum(own) == pytest.approx(score, abs=1e-9)
        assert "(0 = 91.000, 100 = 900.000)" in columns["participants-points"].title
