"""The labour force in the samples: real, whole, and without what is suspect."""

from collections import Counter

import pytest

from tests.etl.samples.conftest import Books, sheet_of


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
