"""The sample books: anchors met to the last person, sums exact, nothing doubtful inside."""

import csv
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pytest

from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.texts.date_format import period as period_text
from cakupan.texts.number_format import growth, percent
from etl.samples import build_samples
from etl.samples.facts import read_facts
from etl.samples.participants import months
from tests.etl.samples.conftest import (
    FACTS,
    FILES,
    PARTS,
    Books,
    coverage,
    eligible,
    participants,
    records,
)


def test_the_same_facts_give_the_same_books(books: Books, reference: Reference) -> None:
    assert {book.file_name: book for book in build_samples(FACTS, reference)} == books


PARTICIPANTS = {
    ("36", "Des 2023", "Jumlah"): 2_631_601,
    ("36", "Okt 2025", "Jumlah"): 2_727_000,
    ("36.71", "Okt 2025", "Jumlah"): 385_741,
    ("36.71", "Okt 2025", "PMI"): 0,
    ("36.04", "Okt 2025", "Jumlah"): 400_061,
    ("36.72", "Okt 2025", "Jumlah"): 91_347,
    ("61", "Des 2023", "Jumlah"): 729_270,
    ("61.04", "Des 2023", "PU"): 71_405,
    ("61.04", "Des 2023", "BPU"): 29_647,
    ("61.04", "Des 2023", "Jumlah"): 101_052,
    ("61.04", "Des 2024", "PU"): 80_101,
    ("61.04", "Des 2024", "BPU"): 42_217,
    ("61.04", "Des 2024", "Jumlah"): 122_318,
    ("19", "Des 2023", "Jumlah"): 216_685,
    ("19", "Des 2024", "Jumlah"): 226_750,
    ("17", "Des 2023", "Jumlah"): 212_266,
    ("17", "Des 2024", "PU"): 142_786,
    ("17", "Des 2024", "BPU"): 82_900,
    ("17", "Des 2024", "Jakon"): 36_128,
    ("17", "Des 2024", "Jumlah"): 261_814,
}
ELIGIBLE = {
    ("36", "2025"): 5_924_400,
    ("36.04", "2025"): 786_378,
    ("36.71", "2025"): 768_187,
    ("36.72", "2025"): 176_000,
    ("61.04", "2023"): 181_454,
    ("61.04", "2024"): 179_827,
    ("17", "2024"): 625_750,
    ("19", "2024"): 563_074,
}


def test_participants_meet_what_was_published(books: Books) -> None:
    found = participants(books)
    assert {
        (code, month, column): found[code, month][column] for code, month, column in PARTICIPANTS
    } == PARTICIPANTS


def test_the_eligible_base_meets_what_was_published(books: Books) -> None:
    found = eligible(books)
    assert {(code, year): found[code][year] for code, year in ELIGIBLE} == ELIGIBLE


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
