"""The Target page for a query: what it says, and that no nonsense breaks it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from layouts.target.page import ASSUMED_SLOTS

Read = Callable[..., Any]
Said = Callable[[Any], str]


def rows(answer: Any) -> list[list[str]]:
    """The rows of the table of years."""
    tables = [
        part["props"]["children"]["props"]["data"]
        for part in answer["target-needs"]["children"]
        if part["props"].get("className") == "table-scroll"
    ]
    return tables[0]["body"]


def test_the_ladder_names_every_target_with_its_distance_base_and_source(
    reading: Read, said: Said
) -> None:
    ladder = said(reading().page()["target-ladder"])
    for told in (
        "Target Banten",
        "50%",
        "65%",
        "kurang 235.200 pekerja",
        "kurang 1.123.860 pekerja",
        "18.127 per bulan",
        "sampai Des 2030, 62 bulan",
        "Semesta pekerja",
        "Gubernur Banten, 27 Nov 2025 (portalkota)",
    ):
        assert told in ladder


def test_the_national_frameworks_are_orientation_and_labelled_so(reading: Read, said: Said) -> None:
    ladder = said(reading().page()["target-ladder"])
    assert "Acuan nasional, bukan target Banten" in ladder
    for framework in ("RPJMN 2029", "RKP 2026", "RPJPN 2045", "UCJ Kemendagri 2025"):
        assert framework in ladder
    nation = said(reading("?wilayah=00").page()["target-ladder"])
    assert "Acuan nasional" not in nation
    assert "RPJPN 2045" in nation


def test_another_base_than_the_targets_is_warned_of_with_the_gap_by_its_own(
    reading: Read, said: Said
) -> None:
    assert "Bukan penyebut" not in said(reading().page()["target-ladder"])
    ladder = said(reading("?penyebut=employed").page()["target-ladder"])
    assert "Bukan penyebut yang ditampilkan (Penduduk bekerja)." in ladder
    assert "Menurut penyebutnya sendiri: 46,03%, kurang 1.123.860 pekerja." in ladder
    assert "kurang 1.014.352 pekerja" in ladder


def test_the_years_are_those_of_the_check_and_add_up_to_the_need(reading: Read) -> None:
    table = rows(reading().page())
    assert [row[1] for row in table[:-1]] == [
        "46,03%",
        "49,82%",
        "53,62%",
        "57,41%",
        "61,21%",
        "65,00%",
    ]
    assert table[-1][4:] == ["+1.123.860", "62", "18.127"]


def test_the_status_stands_with_its_second_opinion(reading: Read, said: Said) -> None:
    figures = said(reading().page()["target-figures"])
    assert "Status menuju 65% 2030" in figures
    assert "laju linear" in figures
    assert "menurut CAGR" in figures


def test_one_year_alone_is_not_extrapolated(reading: Read, said: Said) -> None:
    told = "satu tahun saja tidak dipakai"
    assert told in said(reading("?periode=2024-10").page()["target-figures"])
    assert told not in said(reading().page()["target-figures"])


def test_assumptions_come_from_the_address_and_are_summed_up(reading: Read, said: Said) -> None:
    answer = reading("?tumbuh=1.5&tambah=20000&tahun=2032&rasio=70").page()
    told = said(answer["target-said"])
    assert "Dengan 20.000 pekerja baru per bulan dan jumlah pekerja tumbuh 1,5% setahun" in told
    assert "70%" in told
    assert "akhir 2032" in told
    assert answer["target-stated"]["data"]["tahun"] == "2030"


def test_a_dial_tells_what_was_observed_so_far(reading: Read, said: Said) -> None:
    page = reading().page()
    controls = said([page["target-hint-tumbuh"], page["target-hint-tambah"]])
    assert "Teramati 0,0% setahun, 2023–2025" in controls
    assert "Rata-rata Okt 2024–Okt 2025: 9.090 per bulan" in controls
    first = reading("?periode=2023-10").page()
    assert not first["target-hint-tumbuh"]["children"]


def test_a_slider_is_answered_with_what_depends_on_it_alone(reading: Read, said: Said) -> None:
    answer = reading().assume("?tambah=18127")
    assert set(answer) == {str(name) for name, _ in ASSUMED_SLOTS}
    assert "tepat pada akhir 2030" in said(answer["target-said"])
    assert "Lebih" not in said(answer["target-said"])


def test_the_same_assumptions_say_the_same_by_slider_and_by_link(reading: Read) -> None:
    search = "?tumbuh=0.7&tambah=9000&aturan=setara&iuran=20000"
    whole, part = reading(search).page(), reading().assume(search)
    for name, changes in part.items():
        for field, value in changes.items():
            assert whole[name][field] == value


@pytest.mark.parametrize("rule", ["kekurangan", "pekerja", "setara"])
def test_every_rule_shares_out_the_whole_need(reading: Read, rule: str) -> None:
    answer = reading(f"?aturan={rule}&tumbuh=1.5").page()
    table = answer["target-split-table"]["children"][1]["props"]["children"]["props"]["data"]
    place = 3 + ["kekurangan", "pekerja", "setara"].index(rule)
    shares = [int(row[place].replace(".", "")) for row in table["body"]]
    assert sum(shares[:-1]) == shares[-1]
    assert f"{shares[-1]:,}".replace(",", ".") in str(answer["target-said"])


def test_the_cost_is_people_times_contribution_times_months(reading: Read, said: Said) -> None:
    answer = reading("?orang=5000").page()
    assert "Menutup kekurangan memerlukan Rp1.008.000.000" in said(answer["target-cost-head"])
    told = said(answer["target-cost"])
    assert "5.000 pekerja × Rp16.800 × 12 bulan" in told
    assert "PP 44/2015" in told
    other = said(reading("?orang=10&iuran=10000&bulan=6").page()["target-cost-head"])
    assert "Rp600.000" in other


def test_the_nation_without_full_data_says_why_nothing_is_reckoned(
    reading: Read, said: Said
) -> None:
    answer = reading("?wilayah=00").page()
    assert "data 1 dari 38 provinsi" in said(answer["target-way-head"])
    assert answer["target-figures"]["children"] == []
    assert answer["target-way-box"]["data-state"] == "empty"
    assert "memerlukan cakupan yang lengkap" in said(answer["target-needs"])


def test_a_region_without_a_dated_target_is_given_a_proposal_that_says_so(
    reading: Read, said: Said
) -> None:
    answer = reading("?wilayah=17").page()
    assert "Belum ada target yang tercatat untuk Bengkulu" in said(answer["target-ladder"])
    assert "sebagai andaian" in said(answer["target-controls-head"])
    assert "sebagai andaian" not in said(reading().page()["target-controls-head"])


def test_a_region_without_participants_has_its_targets_all_the_same(
    reading: Read, said: Said
) -> None:
    answer = reading("?wilayah=51").page()
    assert "Belum ada data peserta Bali" in said(answer["target-head"])
    ladder = said(answer["target-ladder"])
    assert "67,28%" in ladder
    assert "belum dapat dihitung" in ladder
    assert answer["target-body"]["hidden"] is False


def test_nonsense_in_the_address_is_named_and_replaced(reading: Read, said: Said) -> None:
    answer = reading("?tumbuh=banyak&tambah=-5&tahun=1800&rasio=250&aturan=adil&bulan=0").page()
    head = said(answer["target-controls-head"])
    assert "tidak dapat dipakai" in head
    for name in ("pertumbuhan", "pekerja baru", "tahun target", "target cakupan", "aturan"):
        assert name in head
    assert "1.123.860" in said(answer["target-said"])


@pytest.mark.parametrize(
    "search",
    [
        "?rasio=100&tumbuh=20&tahun=2100",
        "?rasio=0.01",
        "?tumbuh=-10&tambah=0&tahun=2100",
        "?tahun=2025",
        "?periode=2023-10",
        "?rasio=nan&tumbuh=inf",
        "?tambah=9999999&orang=299999999&iuran=9999999&bulan=600",
        "?tumbuh=1e9&tambah=1e9",
        "?wilayah=11",
        "?penyebut=labour_force",
    ],
)
def test_no_address_breaks_the_page(reading: Read, search: str) -> None:
    for language in ("id", "en"):
        answer = reading(f"{search}&bahasa={language}").page()
        assert "gangguan" not in str(answer["target-state"])
        assert reading().assume(f"{search}&bahasa={language}") is not None


def test_the_letter_is_a_workbook_a_text_and_a_page_with_one_sum(client: FlaskClient) -> None:
    csv = client.get("/target/pembagian.csv?wilayah=36")
    assert csv.status_code == 200
    text = csv.data.decode("utf-8-sig")
    assert text.startswith("DATA CONTOH")
    last = text.strip().splitlines()[-1].split(";")
    assert last[1:4] == ["Jumlah", "2727000", "5924400"]
    assert last[6:9] == ["1123860"] * 3
    page = client.get("/target/pembagian.html?wilayah=36").text
    assert "<td>1.123.860</td>" in page
    assert "http" not in page.split("<body>")[0]
    assert client.get("/target/pembagian.pdf").status_code == 404


def test_without_full_data_there_is_no_letter_and_a_sentence_says_why(client: FlaskClient) -> None:
    answer = client.get("/target/pembagian.xlsx?wilayah=00")
    assert answer.status_code == 404
    assert "belum lengkap" in answer.json["message"]
