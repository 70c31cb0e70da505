"""The page of one region through the door a browser uses, over a real database."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

Answer = dict[str, dict[str, Any]]
Ask = Callable[..., Answer]
Said = Callable[[Any], str]


@pytest.fixture
def region(ask: Ask) -> Callable[..., Answer]:
    """The page of a code, with a query."""

    def read(code: str, search: str = "", *, compact: bool = False) -> Answer:
        request = {"path": f"/wilayah/{code}", "search": search, "compact": compact, "key": "7"}
        return ask("daerah-body.hidden", data=request)

    return read


def test_kab_tangerang_stands_with_numerator_and_denominator(region: Ask, said: Said) -> None:
    answer = region("36.03")
    shown = said(answer["daerah-hero-figure"])
    assert "Kabupaten Tangerang, Oktober 2025" in shown
    assert "47,37%" in shown  # 900.000 of 1.900.000
    assert "900,00 ribu dari 1,90 juta pekerja terlindungi" in shown
    assert answer["daerah"]["data-answers"] == "7"


def test_peers_and_years_are_worked_out_once_for_every_language_and_width(
    region: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    region("36.03")
    asked: list[object] = []
    for name in ("peers", "years"):
        monkeypatch.setattr(f"callbacks.daerah.{name}", lambda *of, **_: asked.append(of))
    region("36.03", "?bahasa=en", compact=True)
    assert asked == []


def test_the_way_down_is_shown_with_a_link_to_each_step_above(region: Ask, said: Said) -> None:
    steps = region("36.03")["daerah-pathway"]["children"]["props"]["children"]
    assert [said(step) for step in steps] == ["Indonesia", "Banten", "Kab. Tangerang"]
    links = [step["props"]["children"]["props"].get("href") for step in steps]
    assert links == ["/wilayah/00", "/wilayah/36", None]


def test_a_kabupaten_borrows_the_targets_of_its_province_and_says_so(
    region: Ask, said: Said
) -> None:
    answer = region("36.03")
    assert said(answer["daerah-orientation"]).startswith(
        "Target Banten, ditampilkan sebagai orientasi"
    )
    # 0,65 of 1.900.000 are 1.235.000.
    assert "kurang 335.000 pekerja, 5.404 per bulan" in said(answer["daerah-ladder"])
    assert said(region("36")["daerah-orientation"]) == ""


def test_the_province_leads_down_to_its_parts_best_first(region: Ask) -> None:
    answer = region("36")
    assert answer["daerah-parts"]["hidden"] is False
    table = answer["daerah-parts"]["children"][-1]["props"]["children"]["props"]["children"]
    rows = table[1]["props"]["children"]
    links = [row["props"]["children"][1]["props"]["children"]["props"] for row in rows]
    assert [link["href"] for link in links][:2] == ["/wilayah/36.74", "/wilayah/36.71"]
    assert len(links) == 8
    assert region("36.03")["daerah-parts"]["hidden"] is True


def test_peers_are_ranked_in_each_group(region: Ask, said: Said) -> None:
    answer = region("36.03")
    assert said(answer["daerah-peers-head"]).startswith(
        "Peringkat 5 dari 8 kabupaten/kota di Banten"
    )
    table = said(answer["daerah-peers-table"])
    assert "Kabupaten di Banten" in table
    assert "Kota Tangerang Selatan 65,48%" in table
    dots = answer["daerah-peers"]["figure"]["data"]
    assert [len(trace["x"]) for trace in dots[:2]] == [7, 1]


def test_the_same_month_of_each_year_stands_in_a_plain_table(region: Ask, said: Said) -> None:
    shown = said(region("36.03")["daerah-years"])
    assert "Setiap Oktober, tahun demi tahun" in shown
    assert "Okt 2025 900.000 +4,2% 1.900.000 47,37% +1,89 " in shown
    assert "Perubahan (poin)" in shown
    assert "Okt 2023 810.000 – 1.900.000 42,63% –" in shown


def test_numerator_and_denominator_are_traced_to_file_sheet_and_cell(
    region: Ask, said: Said
) -> None:
    shown = said(region("36.03")["daerah-sources"])
    assert "peserta.xlsx, lembar Lembar1, sel D12, D12 (2 angka), dimuat oleh Sari" in shown
    assert "630.000" in shown
    assert "1.900.000" in shown


def test_segments_are_told_now_and_over_time(region: Ask, said: Said) -> None:
    answer = region("36.03")
    assert "70,00%" in said(answer["daerah-segments-table"])
    assert [trace["name"] for trace in answer["daerah-course"]["figure"]["data"]] == ["PU", "BPU"]
    assert "Okt 2025 630.000 270.000" in said(answer["daerah-course-table"])


def test_what_others_published_stands_beside(region: Ask, said: Said) -> None:
    answer = region("36")
    assert answer["daerah-cited"]["hidden"] is False
    assert "Cakupan terbit 46,03% portalkota, 27 Nov 2025" in said(answer["daerah-cited"])
    assert region("36.03")["daerah-cited"]["hidden"] is True


def test_a_region_without_any_data_says_so_and_shows_its_peers(region: Ask, said: Said) -> None:
    answer = region("17.01")
    assert "Belum ada data peserta Kabupaten Bengkulu Selatan" in said(answer["daerah-hero-head"])
    assert "belum punya peringkat" in said(answer["daerah-peers-head"])
    assert "Tidak ada angka untuk pilihan ini." in said(answer["daerah-sources"])
    assert answer["daerah-trend-box"]["data-state"] == "empty"


def test_a_region_whose_province_has_nothing_says_how_to_load(region: Ask, said: Said) -> None:
    answer = region("32.01")
    assert answer["daerah-body"]["hidden"] is True
    assert "Belum ada data peserta untuk Kabupaten Bogor" in said(answer["daerah-state"])


def test_a_denominator_without_data_leaves_the_people(region: Ask, said: Said) -> None:
    answer = region("36.03", "?penyebut=labour_force")
    assert "Belum ada data Angkatan kerja" in said(answer["daerah-hero-head"])
    assert "900.000" in said(answer["daerah-years"])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("3603", "Kabupaten Tangerang"),
        ("kab-tangerang", "Kabupaten Tangerang"),
        ("Tanggerang-Selatan", "Kota Tangerang Selatan"),
        ("tangerang", "Kota Tangerang"),
    ],
)
def test_a_name_or_a_strange_spelling_is_answered_with_who_may_be_meant(
    region: Ask, said: Said, client: FlaskClient, asked: str, meant: str
) -> None:
    answer = region(asked)
    assert answer["daerah-body"]["hidden"] is True
    shown = said(answer["daerah-state"])
    assert f"“{asked}” bukan kode wilayah" in shown
    assert meant in shown
    assert client.get(f"/wilayah/{asked}").status_code == 404


@pytest.mark.parametrize("asked", ["99.99", "%3Cscript%3E", "x" * 3000, "36.03.01", "%00", "🙂"])
def test_nonsense_is_a_friendly_page_and_never_an_error(
    region: Ask, said: Said, client: FlaskClient, asked: str
) -> None:
    assert "bukan kode wilayah" in said(region(asked)["daerah-state"])
    assert client.get(f"/wilayah/{asked}").status_code == 404


def test_known_codes_are_found(client: FlaskClient) -> None:
    for code in ("00", "36", "36.03"):
        assert client.get(f"/wilayah/{code}").status_code == 200


def test_the_bar_shows_the_province_and_leads_to_the_page_of_another(ask: Ask) -> None:
    request = {"path": "/wilayah/36.03", "search": "?wilayah=17"}
    bar = ask("shell-region.value", data=request)
    assert bar["shell-region"]["value"] == "36"
    assert bar["shell-shown"]["data"]["regional"] == "/wilayah/"
    assert bar["shell-shown"]["data"]["title"] == (
        "Wilayah Kabupaten Tangerang · Okt 2025 · Cakupan"
    )
    elsewhere = ask("shell-region.value", data={"path": "/", "search": ""})
    assert elsewhere["shell-shown"]["data"]["regional"] == ""


def test_english_has_english_words_and_separators(region: Ask, said: Said) -> None:
    answer = region("36.03", "?bahasa=en")
    assert "Rank 5 of 8 regencies/cities in Banten" in said(answer["daerah-peers-head"])
    assert "900,000" in said(answer["daerah-years"])
