"""The Pertumbuhan page as a browser gets it: what moved, why, and what is not called a change."""

from collections.abc import Callable
from typing import Any

import pytest

from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan import page
from tests.callbacks.conftest import BANTEN
from tests.callbacks.posting import Answer

Read = Callable[..., Answer]
Said = Callable[[Any], str]
SEEN = (Id.HEAD, Id.INDICATORS, Id.NOTES)


@pytest.fixture
def read(ask: Callable[..., Answer]) -> Read:
    """The page for a query."""

    def send(search: str = "", *, compact: bool = False) -> Answer:
        request = {"path": "/pertumbuhan", "search": search, "compact": compact, "key": "7"}
        return ask("pertumbuhan-body.hidden", data=request)

    return send


def words_of(answer: Answer, said: Said, *places: str) -> str:
    return " ".join(said(answer[place]["children"]) for place in places)


def test_the_first_look_says_how_coverage_moved_and_how_people_grew(read: Read, said: Said) -> None:
    text = words_of(read(), said, *SEEN)
    assert "Cakupan Banten naik 1,84 poin dari Okt 2024 ke Okt 2025" in text
    assert "Peserta, Okt 2024 → Okt 2025 +4,2% 2.617.920 → 2.727.000" in text
    assert "+1,84 poin 44,19% → 46,03%" in text
    assert "tahun 2025 belum lengkap: 2 dari 12 bulan" in text


def test_the_arithmetic_of_the_causes_is_written_out(read: Read, said: Said) -> None:
    answer = read()
    assert "Peserta menyumbang +1,84 poin, jumlah pekerja 0,00 poin" in words_of(
        answer, said, Id.CAUSES_HEAD
    )
    foot = words_of(answer, said, Id.CAUSES_FOOT)
    assert "Peserta: 109.080 ÷ 5.924.400 pekerja = +1,84 poin" in foot


def test_contributions_of_all_parts_stand_in_figure_and_table(read: Read, said: Said) -> None:
    answer = read()
    table = words_of(answer, said, Id.SHARES_TABLE)
    assert "Wilayah Sumbangan (poin) Kab. Tangerang +0,61" in table
    assert "Perubahan cakupan +1,84" in table
    assert len(answer[Id.SHARES]["figure"]["data"][0]["x"]) == len(BANTEN) + 1


@pytest.mark.parametrize(
    ("search", "span"),
    [
        ("?dasar=lalu", "Okt 2024 ke Okt 2025"),
        ("?dasar=awal", "Okt 2023 ke Okt 2025"),
        ("?dasar=2023", "Okt 2023 ke Okt 2025"),
    ],
)
def test_another_base_year_keeps_the_month(read: Read, said: Said, search: str, span: str) -> None:
    answer = read(search)
    assert span in words_of(answer, said, Id.HEAD)
    assert answer[Id.STEERED]["data"]["dasar"] == search.split("=")[1]
    assert answer[Id.BASE]["value"] == search.split("=")[1]


def test_a_movement_is_worked_out_once_for_every_way_to_look_at_it(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    read("?dasar=2023")
    asked: list[object] = []
    monkeypatch.setattr("callbacks.pertumbuhan.movement", lambda *of, **_: asked.append(of))
    read("?dasar=2023&ukuran=persen&urut=nama&jumlah=semua&peta=poin&bahasa=en")
    assert asked == []


def test_the_measure_and_the_number_of_movers_are_as_picked(read: Read, said: Said) -> None:
    points, percent = (read(f"?ukuran={name}&jumlah=3") for name in ("poin", "persen"))
    assert "poin persentase" in words_of(points, said, Id.MOVERS_HEAD)
    assert "pertumbuhan peserta dalam persen" in words_of(percent, said, Id.MOVERS_HEAD)
    assert [len(each[Id.MOVERS]["figure"]["data"][0]["x"]) for each in (points, percent)] == [6, 6]
    every = read("?jumlah=semua")
    assert len(every[Id.MOVERS]["figure"]["data"][0]["x"]) == len(BANTEN)


@pytest.mark.parametrize("order", ["naik", "turun", "cakupan", "nama"])
def test_the_order_picked_holds_in_every_list(read: Read, order: str) -> None:
    answer = read(f"?urut={order}")
    named = [
        row[0]
        for row in answer[Id.PARTS_TABLE]["children"][1]["props"]["children"]["props"]["data"][
            "body"
        ]
    ]
    drawn = [name.strip() for name in answer[Id.HEAT]["figure"]["layout"]["yaxis"]["ticktext"]]
    assert named == drawn
    first = {"nama": "Kab. Lebak", "cakupan": "Kota Tangerang Selatan"}
    assert named[0] == first.get(order, named[0])
    assert len(set(named)) == len(BANTEN)


def test_every_region_stands_in_one_named_quarter(read: Read, said: Said) -> None:
    foot = words_of(read(), said, Id.QUADRANT_FOOT)
    for name in ("Memimpin", "Mengejar", "Melambat", "Tertinggal"):
        assert name in foot
    for name in ("Kab. Lebak", "Kota Cilegon", "Kab. Tangerang"):
        assert foot.count(f"{name}") >= 1


def test_a_whole_that_lacks_parts_has_no_change_but_its_parts_do(read: Read, said: Said) -> None:
    answer = read("?wilayah=00")
    assert "data 1 dari 38 provinsi" in words_of(answer, said, Id.HEAD)
    shares = words_of(answer, said, Id.SHARES_HEAD, Id.SHARES_FOOT)
    assert "Sumbangan tiap wilayah belum dapat dihitung" in shares
    assert "37 dari 38 provinsi tanpa angka peserta" in shares
    assert "Cakupan naik di 1 dari 1 provinsi" in words_of(answer, said, Id.PARTS_HEAD)


def test_nonsense_in_the_address_is_named_and_set_aside(read: Read, said: Said) -> None:
    answer = read("?dasar=1066&ukuran=x&urut=%3Cb%3E&jumlah=-3&peta=9&wilayah=99")
    notes = words_of(answer, said, Id.NOTES)
    assert "dasar, ukuran, urut, jumlah, peta" in notes
    assert "Okt 2024 ke Okt 2025" in words_of(answer, said, Id.HEAD)


def test_without_the_month_a_year_before_the_change_is_missing_and_says_so(
    read: Read, said: Said
) -> None:
    answer = read("?periode=2023-10")
    assert "Belum ada angka lengkap Banten untuk Okt 2022" in words_of(answer, said, Id.HEAD)
    assert answer[Id.CAUSES_BOX]["data-state"] == "empty"


def test_a_narrow_screen_gets_fewer_months_and_english_its_words(read: Read, said: Said) -> None:
    wide, narrow = read("?bahasa=en"), read("?bahasa=en", compact=True)
    months = [
        len(each[Id.HEAT]["figure"]["layout"]["xaxis"]["ticktext"]) for each in (wide, narrow)
    ]
    assert months == [13, 6]
    assert "Coverage of Banten rose by 1.84 pts from Oct 2024 to Oct 2025" in words_of(
        narrow, said, Id.HEAD
    )


def test_every_slot_is_filled_in_a_full_view(read: Read) -> None:
    answer = read()
    filled = {(place, field) for place, fields in answer.items() for field in fields}
    assert filled == {(str(place), field) for place, field in page.SLOTS}


def test_a_region_without_participants_says_what_is_missing(read: Read, said: Said) -> None:
    answer = read("?wilayah=11")
    assert answer["pertumbuhan-body"]["hidden"] is True
    assert "Aceh" in said(answer["pertumbuhan-state"]["children"])
