"""The sample books: anchors met to the last person, sums exact, nothing doubtful inside."""

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.domain.sheets import SampleBook, SampleSheet
from cakupan.storage.reference import read_reference
from cakupan.texts.date_format import period as period_text
from cakupan.texts.number_format import growth, percent
from etl.samples import build_samples
from etl.samples.apportion import apportion, between, fill_up
from etl.samples.facts import read_facts
from etl.samples.participants import months

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "data" / "samples" / "facts"
PARTS = {"36": 8, "61": 14, "19": 7, "17": 10}
FILES = {
    "36": "peserta_banten.xlsx",
    "61": "peserta_kalimantan_barat.xlsx",
    "19": "peserta_bangka_belitung.xlsx",
    "17": "peserta_bengkulu.xlsx",
}
Books = dict[str, SampleBook]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ROOT / "data" / "reference")


@pytest.fixture(scope="module")
def books(reference: Reference) -> Books:
    return {book.file_name: book for book in build_samples(FACTS, reference)}


def records(sheet: SampleSheet) -> list[dict]:
    headers = [column.header for column in sheet.columns]
    return [dict(zip(headers, row, strict=True)) for row in sheet.rows]


def sheet_of(books: Books, file_name: str, name: str) -> list[dict]:
    found = [sheet for sheet in books[file_name].sheets if sheet.name == name]
    return records(found[0])


def participants(books: Books) -> dict[tuple[str, str], dict]:
    return {
        (row["Kode"], row["Bulan"]): row
        for file_name in FILES.values()
        for row in records(books[file_name].sheets[0])
    }


def eligible(books: Books) -> dict[str, dict]:
    return {row["Kode"]: row for row in records(books["semesta_pekerja.xlsx"].sheets[0])}


def coverage(books: Books, code: str, month: str) -> Fraction:
    return Fraction(
        participants(books)[code, month]["Jumlah"], eligible(books)[code][month.split()[1]]
    )


def test_the_same_facts_give_the_same_books(books: Books, reference: Reference) -> None:
    assert {book.file_name: book for book in build_samples(FACTS, reference)} == books


@pytest.mark.parametrize(
    ("code", "month", "column", "value"),
    [
        ("36", "Des 2023", "Jumlah", 2_631_601),
        ("36", "Okt 2025", "Jumlah", 2_727_000),
        ("36.71", "Okt 2025", "Jumlah", 385_741),
        ("36.71", "Okt 2025", "PMI", 0),
        ("36.04", "Okt 2025", "Jumlah", 400_061),
        ("36.72", "Okt 2025", "Jumlah", 91_347),
        ("61", "Des 2023", "Jumlah", 729_270),
        ("61.04", "Des 2023", "PU", 71_405),
        ("61.04", "Des 2023", "BPU", 29_647),
        ("61.04", "Des 2023", "Jumlah", 101_052),
        ("61.04", "Des 2024", "PU", 80_101),
        ("61.04", "Des 2024", "BPU", 42_217),
        ("61.04", "Des 2024", "Jumlah", 122_318),
        ("19", "Des 2023", "Jumlah", 216_685),
        ("19", "Des 2024", "Jumlah", 226_750),
        ("17", "Des 2023", "Jumlah", 212_266),
        ("17", "Des 2024", "PU", 142_786),
        ("17", "Des 2024", "BPU", 82_900),
        ("17", "Des 2024", "Jakon", 36_128),
        ("17", "Des 2024", "Jumlah", 261_814),
    ],
)
def test_participants_meet_what_was_published(
    books: Books, code: str, month: str, column: str, value: int
) -> None:
    assert participants(books)[code, month][column] == value


@pytest.mark.parametrize(
    ("code", "year", "value"),
    [
        ("36", "2025", 5_924_400),
        ("36.04", "2025", 786_378),
        ("36.71", "2025", 768_187),
        ("36.72", "2025", 176_000),
        ("61.04", "2023", 181_454),
        ("61.04", "2024", 179_827),
        ("17", "2024", 625_750),
        ("19", "2024", 563_074),
    ],
)
def test_the_eligible_base_meets_what_was_published(
    books: Books, code: str, year: str, value: int
) -> None:
    assert eligible(books)[code][year] == value


def test_every_line_of_the_anchor_file_is_met_and_says_where_it_comes_from(books: Books) -> None:
    counts, base = participants(books), eligible(books)
    headers = {"PU": "PU", "BPU": "BPU", "JAKON": "Jakon", "PMI": "PMI", "total": "Jumlah"}
    stated = read_facts(FACTS).stated
    with (FACTS / "anchors.csv").open(encoding="utf-8") as file:
        anchors = list(csv.DictReader(file))
    for anchor in anchors:
        assert anchor["citation"], anchor
        if anchor["measure"] == "eligible_workers":
            found = base[anchor["code"]][anchor["period"]]
        else:
            named = next(
                period_text(key[3], Language.ID, short=True)
                for key in stated
                if key[3].text == anchor["period"]
            )
            found = counts[anchor["code"], named][headers[anchor["segment"]]]
        assert found == int(anchor["value"]), anchor
    assert len(anchors) == 31


@pytest.mark.parametrize(
    ("code", "month", "shown"),
    [
        ("36", "Okt 2025", "46,03%"),
        ("36.04", "Okt 2025", "50,87%"),
        ("61.04", "Des 2023", "55,69%"),
        ("61.04", "Des 2024", "68,02%"),
        ("17", "Des 2024", "41,84%"),
        ("19", "Des 2024", "40,27%"),
    ],
)
def test_coverage_reads_as_it_was_published(
    books: Books, code: str, month: str, shown: str
) -> None:
    assert percent(coverage(books, code, month), Language.ID) == shown


@pytest.mark.parametrize("province", PARTS)
def test_every_month_has_the_province_and_all_its_parts(books: Books, province: str) -> None:
    sheet = books[FILES[province]].sheets[0]
    blocks = PARTS[province] + 1
    assert len(sheet.rows) == 58 * blocks
    assert sheet.total_rows == frozenset(range(0, len(sheet.rows), blocks))
    assert [row[2] for row in sheet.rows[::blocks]] == [
        period_text(month, Language.ID, short=True) for month in months()
    ]


@pytest.mark.parametrize("province", PARTS)
def test_segments_sum_to_the_row_and_parts_to_the_province(books: Books, province: str) -> None:
    rows = records(books[FILES[province]].sheets[0])
    parts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        segments = [row[name] for name in ("PU", "BPU", "Jakon", "PMI")]
        assert min(segments) >= 0
        assert sum(segments) == row["Jumlah"], row
        if row["Kode"] != province:
            for name in ("PU", "BPU", "Jakon", "PMI", "Jumlah"):
                parts[row["Bulan"], name] += row[name]
    for row in rows:
        if row["Kode"] == province:
            for name in ("PU", "BPU", "Jakon", "PMI", "Jumlah"):
                assert parts[row["Bulan"], name] == row[name], row


def test_the_eligible_base_sums_to_each_province(books: Books) -> None:
    base = eligible(books)
    assert len(base) == 43
    for province in PARTS:
        for year in ("2021", "2022", "2023", "2024", "2025"):
            parts = sum(row[year] for code, row in base.items() if code.startswith(province + "."))
            assert parts == base[province][year], (province, year)


def test_nobody_is_covered_who_is_not_eligible(books: Books) -> None:
    base = eligible(books)
    for (code, month), row in participants(books).items():
        assert row["Jumlah"] <= base[code][month.split()[1]], (code, month)


def test_no_month_jumps_as_no_real_office_would(books: Books) -> None:
    counts = participants(books)
    names = [period_text(month, Language.ID, short=True) for month in months()]
    for code in {code for code, _ in counts}:
        series = [counts[code, name]["Jumlah"] for name in names]
        for before, after in pairwise(series):
            assert abs(after - before) < before * 0.05, (code, before, after)


def test_banten_grows_from_37_percent_by_3_9_percent_in_the_last_year(books: Books) -> None:
    assert Fraction(37, 100) < coverage(books, "36", "Des 2021") < Fraction(38, 100)
    assert Fraction(44, 100) < coverage(books, "36", "Okt 2024") < Fraction(45, 100)
    before, after = (
        participants(books)["36", month]["Jumlah"] for month in ("Okt 2024", "Okt 2025")
    )
    assert growth(Fraction(after - before, before), Language.ID) == "+3,9%"


def test_banten_s_regions_change_places_and_one_falls(books: Books) -> None:
    codes = [code for code in eligible(books) if code.startswith("36.")]

    def ranked(month: str) -> list[str]:
        return sorted(codes, key=lambda code: -coverage(books, code, month))

    assert ranked("Okt 2025") == [
        *("36.74", "36.72", "36.03", "36.04", "36.71", "36.73", "36.01", "36.02")
    ]
    assert ranked("Okt 2024") != ranked("Okt 2025")
    assert coverage(books, "36.02", "Okt 2025") < coverage(books, "36.02", "Okt 2024")


def test_every_sample_sheet_says_so_and_no_real_one_does(books: Books) -> None:
    for book in books.values():
        for sheet in book.sheets:
            metadata = dict(sheet.metadata)
            real = {"bps_sakernas_2018_2025.xlsx", "angka_terbit.xlsx"}
            sample = book.file_name not in real
            assert sheet.mark == ("DATA CONTOH" if sample else "")
            assert metadata["Judul"].startswith("DATA CONTOH") == sample
            assert (metadata.get("Kematangan") == "Data contoh") == sample


def labour_force(books: Books, name: str) -> dict[str, dict]:
    return {row["Kode"]: row for row in sheet_of(books, "bps_sakernas_2018_2025.xlsx", name)}


def test_the_129_suspect_rows_are_listed_and_stand_nowhere_else(books: Books) -> None:
    listed = sheet_of(books, "bps_sakernas_2018_2025.xlsx", "Tidak dimuat")
    below = [
        row
        for row in listed
        if row["Perlakuan"] == "Tidak dimuat"
        and row["Angkatan kerja pada sumber"] is not None
        and row["Angkatan kerja pada sumber"] < row["Penduduk bekerja pembanding"]
    ]
    assert len(below) == 129
    reasons = Counter((row["Perlakuan"], row["Alasan"].split(";")[0]) for row in listed)
    assert sorted(reasons.values()) == [1, 16, 118, 129]
    loaded = labour_force(books, "Angkatan kerja")
    for row in listed:
        empty = loaded[row["Kode"]][row["Tahun"]] is None
        assert empty == (row["Perlakuan"] == "Tidak dimuat"), row


def test_what_is_left_of_the_labour_force_is_credible(books: Books) -> None:
    employed = labour_force(books, "Penduduk bekerja")
    loaded = labour_force(books, "Angkatan kerja")
    found = 0
    for code, row in loaded.items():
        for year in map(str, range(2018, 2026)):
            if row[year] is not None:
                workers = employed[code][year]
                assert workers <= row[year] <= workers * 1.2, (code, year)
                found += "." in code
    assert found == 514 * 8 - 129 - 118 - 1


@pytest.mark.parametrize("name", ["Penduduk bekerja", "Angkatan kerja", "Angkatan kerja provinsi"])
def test_a_workforce_total_equals_its_parts_wherever_it_stands(books: Books, name: str) -> None:
    rows = labour_force(books, name)
    checked = 0
    for code, row in rows.items():
        parts = [part for part in rows if parent(part) == code]
        for year in map(str, range(2018, 2026)):
            if parts and row[year] is not None:
                assert row[year] == sum(rows[part][year] or 0 for part in parts), (code, year)
                checked += 1
    assert (
        checked
        == {
            "Penduduk bekerja": 39 * 8,
            "Angkatan kerja": 39 * 8 - 31 - 5,
            "Angkatan kerja provinsi": 8,
        }[name]
    )


def parent(code: str) -> str | None:
    if code == "00":
        return None
    return code[:2] if "." in code else "00"


def test_a_region_without_survey_is_empty_and_not_zero(books: Books) -> None:
    assert labour_force(books, "Penduduk bekerja")["52.08"]["2018"] is None
    assert labour_force(books, "Penduduk bekerja")["36.03"]["2025"] == 1_626_227


def published(books: Books) -> list[dict]:
    return sheet_of(books, "angka_terbit.xlsx", "Angka terbit")


def test_banten_s_published_figures_stand_with_their_outlet(books: Books) -> None:
    found = {
        row["Ukuran"]: (row["Nilai"], row["Pembulatan"])
        for row in published(books)
        if row["Kode"] == "36"
        and row["Periode"] == "27 Nov 2025"
        and row["Penerbit"] == "portalkota"
        and not row["Kelompok"]
    }
    assert found == {
        "Cakupan terbit": (Decimal("46.03"), Decimal("0.01")),
        "Peserta aktif": (2_730_000, 10_000),
        "Semesta pekerja": (5_920_000, 10_000),
    }


def test_no_two_published_figures_share_a_key_and_each_has_its_source(books: Books) -> None:
    columns = ("Kode", "Ukuran", "Segmen", "Program", "Kelompok", "Basis", "Periode", "Penerbit")
    rows = published(books)
    keys = Counter(tuple(row[column] for column in columns) for row in rows)
    assert len(rows) == 199
    assert [key for key, times in keys.items() if times > 1] == []
    assert all(row["Sumber"] and row["Penerbit"] for row in rows)


def test_a_percentage_is_within_its_range_and_a_count_is_whole(books: Books) -> None:
    for row in published(books):
        if row["Satuan"] == "persen":
            assert row["Ukuran"] == "Cakupan terbit"
            assert 0 < row["Nilai"] <= 100
        else:
            assert isinstance(row["Nilai"], int)
            assert row["Nilai"] % row["Pembulatan"] == 0


def test_what_contradicts_itself_or_is_impossible_is_disputed(books: Books) -> None:
    disputed = {
        (row["Kode"], row["Nilai"])
        for row in published(books)
        if row["Kematangan"] == "dipersengketakan"
    }
    assert disputed == {
        ("36.03", 2_600_000),
        ("36.03", 2_800_000),
        ("36.04", 461_000),
        ("36.74", 338_779),
        ("51", 935_079),
    }


@pytest.mark.parametrize(
    ("code", "measure", "group", "value"),
    [
        ("17", "Klaim", "", 15_908),
        ("17", "Nominal klaim", "", 205_700_000_000),
        ("17", "Penerima beasiswa", "", 429),
        ("17", "Nominal beasiswa", "", 1_680_000_000),
        ("19", "Pemenang penghargaan", "", 22),
        ("36", "Nomine penghargaan", "", 23),
        ("36", "Pekerja penerima bantuan iuran", "Nelayan", 3_600),
        ("36", "Pekerja penerima bantuan iuran", "Pengemudi ojek daring", 946),
        ("36.71", "Pekerja rentan", "", 40_000),
        ("36.71", "Pekerja rentan terdaftar", "", 16_000),
        ("36.71", "Peringkat penghargaan", "kabkota", 3),
        ("36.71", "Tahun penilaian", "kabkota", 2024),
        ("61", "Semesta pekerja", "", 1_800_000),
        ("61.04", "Peringkat penghargaan", "kabkota", 1),
        ("61.02", "Peringkat penghargaan", "kabkota", 2),
        ("61.09", "Peringkat penghargaan", "kabkota", 3),
    ],
)
def test_what_was_told_of_programmes_and_awards_is_a_published_figure(
    books: Books, code: str, measure: str, group: str, value: int
) -> None:
    found = [
        row["Nilai"]
        for row in published(books)
        if (row["Kode"], row["Ukuran"], row["Kelompok"]) == (code, measure, group)
    ]
    assert value in found


def test_lumajang_is_counted_by_domicile_and_by_registration(books: Books) -> None:
    found = {
        row["Basis"]: row["Nilai"]
        for row in published(books)
        if row["Kode"] == "35.08" and row["Ukuran"] == "Peserta aktif"
    }
    assert found == {"domisili": 89_266, "tempat pendaftaran": 50_098}


def test_every_region_of_every_sheet_is_in_the_directory(
    books: Books, reference: Reference
) -> None:
    codes = [code for _, code in every_code(books)]
    assert len(codes) > 4_000
    assert {code for code in codes if code not in reference.directory} == set()


def every_code(books: Books) -> Iterator[tuple[str, str]]:
    for book in books.values():
        for sheet in book.sheets:
            for row in sheet.rows:
                yield sheet.name, str(row[0])


WEIGHTS = st.dictionaries(st.integers(0, 50), st.integers(0, 10**7), min_size=1, max_size=20)


@given(total=st.integers(0, 10**8), weights=WEIGHTS.filter(lambda found: sum(found.values()) > 0))
def test_parts_sum_to_the_whole_and_miss_their_share_by_less_than_one(
    total: int, weights: dict[int, int]
) -> None:
    parts = apportion(total, weights)
    assert sum(parts.values()) == total
    for key, weight in weights.items():
        assert abs(parts[key] - Fraction(total * weight, sum(weights.values()))) < 1


@pytest.mark.parametrize(
    ("total", "weights"), [(5, {}), (5, {"a": 0}), (-1, {"a": 1}), (5, {"a": -1, "b": 3})]
)
def test_what_cannot_be_split_is_refused(total: int, weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="cannot be split"):
        apportion(total, weights)


def test_what_is_fixed_stays_and_the_rest_fills_up() -> None:
    assert fill_up(100, {"b": 50}, {"a": 1, "b": 9, "c": 3}) == {"a": 13, "b": 50, "c": 37}


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 60))
def test_the_way_between_two_numbers_starts_and_ends_there_and_never_turns(
    start: int, end: int, steps: int
) -> None:
    way = [between(start, end, step=step, steps=steps) for step in range(steps + 1)]
    assert (way[0], way[-1]) == (start, end)
    assert way == sorted(way, reverse=end < start)
