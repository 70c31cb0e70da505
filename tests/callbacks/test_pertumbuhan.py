"""The Pertumbuhan page as a browser gets it: what moved, why, and what is not called a change."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from cakupan.domain.figures import Figure
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Unit
from cakupan.settings import ROOT
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import write_load
from cakupan.storage.reference import read_reference, sync_regions
from cakupan.storage.schema import migrate
from callbacks.figures import Source
from callbacks.pertumbuhan import draw
from callbacks.reading import Request, settled
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan import page
from layouts.taken import SHOWN
from tests.callbacks.conftest import BANTEN, Answer, figure

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


@pytest.fixture
def told(tmp_path, said: Said) -> Callable[..., dict[str, str]]:
    """What the page says, by place, of figures of one's own."""

    def tell(figures: Sequence[Figure], search: str) -> dict[str, str]:
        url = f"sqlite:///{(tmp_path / 'own.db').as_posix()}"
        reference = read_reference(ROOT / "data" / "reference")
        engine = open_database(url)
        migrate(engine)
        with engine.begin() as connection:
            sync_regions(connection, reference.directory)
        when = datetime(2026, 1, 5, tzinfo=UTC)
        write_load(
            engine,
            NewLoad("a.xlsx", sha256(search.encode()).hexdigest(), "long", "Sari", when),
            tuple(figures),
        )
        engine.dispose()
        request = Request("/pertumbuhan", search, compact=False, key="1")
        with Source(open_reader(url), reference).figures() as asked:
            drawn = draw(asked, request, settled(asked, request))
        plain = {
            slot: json.dumps(value, cls=PlotlyJSONEncoder)
            for slot, value in drawn.items()
            if slot[1] != SHOWN
        }
        return {
            place: said(json.loads(text))
            for (place, field), text in plain.items()
            if field == "children"
        }

    return tell


def people(region: str, period: str, count: int, **more: Any) -> Figure:
    counted = {"basis": Basis.REGISTRATION, **more}
    return figure(region, Measure.PARTICIPANTS_ACTIVE, period, count, **counted)


def base(region: str, period: str, count: int, **more: Any) -> Figure:
    return figure(region, Measure.ELIGIBLE_WORKERS, period, count, **more)


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


def test_bengkulu_is_never_called_a_rise_or_a_fall(told: Callable[..., dict[str, str]]) -> None:
    published = [
        replace(
            figure(
                "17", Measure.COVERAGE_PUBLISHED, period, ratio, publisher=name, unit=Unit.RATIO
            ),
            rounding_unit=Decimal("0.0001"),
        )
        for period, ratio, name in (
            ("2024-12", "0.4184", "Harian"),
            ("2025-09", "0.2726", "Harapan"),
        )
    ]
    counted = [
        people("17", "2024-12", 261_814),
        people("17", "2025-12", 196_000, publisher="kemnaker"),
        base("17", "2024", 625_750),
        base("17", "2025", 719_000, publisher="pemda"),
    ]
    text = told([*published, *counted], "?wilayah=17&periode=2025-12")
    said = " ".join(text.values())
    assert "41,84% → 27,26%" in text[Id.INDICATORS], "both levels are shown"
    assert "tidak dapat disimpulkan" in text[Id.HEAD]
    assert "Des 2024 diterbitkan BPJS Ketenagakerjaan, sedangkan Des 2025" in text[Id.NOTES]
    assert "dari BPJS Ketenagakerjaan, sedangkan untuk Des 2025 dari Pemerintah daerah" in said
    assert (
        "Bukan kenaikan dan bukan penurunan: penerbitnya berbeda, bulannya tidak sama"
        in text[Id.PUBLISHED]
    )
    assert "kedua garis tidak untuk dibandingkan" in text[Id.YEAR_FOOT]
    assert "−14,58" not in said
    assert "naik 14,58" not in said
    assert "turun 14,58" not in said


def test_jakarta_stands_at_147_8_percent_with_a_badge_and_is_not_best(
    told: Callable[..., dict[str, str]],
) -> None:
    figures = [
        people("31", "2022-12", 7_000_000),
        people("31", "2023-12", 7_498_532),
        people("36", "2022-12", 2_000_000),
        people("36", "2023-12", 2_020_000),
        *(
            base(code, year, count)
            for year in ("2022", "2023")
            for code, count in (("31", 5_072_737), ("36", 5_900_000))
        ),
    ]
    province = told(figures, "?wilayah=31&periode=2023-12")
    assert "137,99% → 147,82%" in province[Id.INDICATORS]
    assert "di atas 100%" in province[Id.NOTES]
    nation = told(figures, "?wilayah=00&periode=2023-12")
    assert "Banten teratas" in nation[Id.MOVERS_HEAD]
    assert "DKI Jakarta" in nation[Id.MOVERS_FOOT]
    assert "147,82%" in nation[Id.PARTS_TABLE]
    assert "di atas 100%" in nation[Id.PARTS_TABLE]


def test_real_figures_after_samples_are_not_compared(told: Callable[..., dict[str, str]]) -> None:
    counted = [
        people("17", "2024-10", 100_000),
        people("17", "2025-10", 150_000, maturity=Maturity.FINAL),
    ]
    text = told([*counted, base("17", "2024", 300_000)], "?wilayah=17")
    assert "tidak dapat disimpulkan" in text[Id.HEAD]
    assert "yang satu data contoh, yang lain data sungguhan" in text[Id.NOTES]


def test_rounded_figures_come_with_the_bounds_they_leave(
    told: Callable[..., dict[str, str]],
) -> None:
    rounded = [
        replace(people("17", period, count), rounding_unit=Decimal(100_000))
        for period, count in (("2024-10", 2_600_000), ("2025-10", 2_800_000))
    ]
    text = told([*rounded, base("17", "2024", 6_000_000)], "?wilayah=17")
    assert "+7,7%" in text[Id.INDICATORS]
    assert "antara +3,8% dan +11,8%, karena pembulatan" in text[Id.INDICATORS]
    assert "antara +1,67 poin dan +5,00 poin" in text[Id.INDICATORS]


def test_what_parts_without_figures_gave_is_a_step_with_their_names(
    told: Callable[..., dict[str, str]],
) -> None:
    figures = [
        people("17", "2024-10", 100_000),
        people("17", "2025-10", 130_000),
        people("17.71", "2024-10", 10_000),
        people("17.71", "2025-10", 15_000),
        base("17", "2024", 1_000_000),
    ]
    text = told(figures, "?wilayah=17")
    assert "Kota Bengkulu +0,50 9 wilayah tanpa angka yang sebanding +2,50" in text[Id.SHARES_TABLE]
    assert "9 dari 10 kabupaten/kota tanpa angka peserta" in text[Id.SHARES_FOOT]
