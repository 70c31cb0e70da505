"""Totals and duplicates: what counts as a total, and what is said of one that is wrong."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.texts import words
from etl.examination import Examination, examine
from etl.families import Families
from etl.finding_codes import Code, severity_of
from etl.readers import CellValue, Sheet, Workbook
from etl.sentences import sentence

ROOT = Path(__file__).resolve().parents[2]
SAID = (("Ukuran", "Peserta aktif"), ("Penerbit", "BPS"), ("Satuan", "orang"))
BANTEN = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")
Examine = Callable[..., Examination]


def examination(
    rows: Sequence[tuple[CellValue, ...]], reference: Reference, families: Families
) -> Examination:
    sheet = Sheet("S", (*SAID, *rows))
    book = Workbook("berkas.xlsx", "", "xlsx", (sheet,))
    return examine(book, "berkas.xlsx", reference=reference, families=families)


@pytest.fixture(scope="module")
def look(reference: Reference, families: Families) -> Examine:
    return lambda *rows: examination(rows, reference, families)


def loaded(found: Examination) -> dict[str, int]:
    return {figure.key.region_code: int(figure.value) for figure in found.figures}


def test_a_province_is_a_total_where_one_of_its_parts_stands(look: Examine) -> None:
    found = look(("Kode", "2025"), ("36", 7), ("36.01", 3), ("36.02", 4), ("61", 9))
    assert loaded(found) == {"36.01": 3, "36.02": 4, "61": 9}
    assert found.findings == ()


def test_the_nation_is_the_sum_of_what_is_not_split_further(look: Examine) -> None:
    found = look(("Kode", "2025"), ("00", 16), ("36", 7), ("36.01", 3), ("36.02", 4), ("61", 9))
    assert loaded(found) == {"36.01": 3, "36.02": 4, "61": 9}
    assert found.findings == ()


def test_regions_of_one_level_are_all_figures(look: Examine) -> None:
    assert loaded(look(("Kode", "2025"), ("36", 7), ("61", 9))) == {"36": 7, "61": 9}


def test_a_wrong_total_is_told_with_both_numbers(look: Examine) -> None:
    (finding,) = look(("Kode", "2025"), ("36", 8), ("36.01", 3), ("36.02", 4)).findings
    assert (finding.code, finding.cell) == ("total-differs", "B5")
    assert finding.details == {
        "region": "Banten",
        "stated": 8,
        "summed": 7,
        "difference": 1,
        "parts": 2,
        "gaps": 0,
    }


def test_rounded_parts_may_miss_their_total_by_half_a_unit_each(look: Examine) -> None:
    table = (("Kode", "Nilai", "Pembulatan", "Tahun"), ("36.01", 100, 10, 2025))
    others = (("36.02", 200, 10, 2025),)
    near = look(*table, *others, ("36", 310, 10, 2025))
    far = look(*table, *others, ("36", 320, 10, 2025))
    assert [finding.code for finding in near.findings] == []
    assert [finding.code for finding in far.findings] == ["total-differs"]


def test_coverage_of_a_province_is_a_figure_beside_its_parts(look: Examine) -> None:
    found = look(
        ("Kode", "Ukuran", "Nilai", "Satuan", "Tahun"),
        ("36", "Cakupan", 46.03, "persen", 2025),
        ("36.03", "Cakupan", 78, "persen", 2025),
        (None, "Cakupan", 62, "persen", 2025),
    )
    assert {figure.key.region_code for figure in found.figures} == {"36", "36.03"}


def test_a_bare_sum_of_ratios_is_left_and_said_so(look: Examine) -> None:
    found = look(
        ("Wilayah", "Ukuran", "Nilai", "Satuan", "Tahun"),
        ("Provinsi Banten", "Cakupan", 46.03, "persen", 2025),
        ("Jumlah", "Cakupan", 46.03, "persen", 2025),
    )
    assert [figure.key.region_code for figure in found.figures] == ["36"]
    assert [finding.code for finding in found.findings] == ["total-unplaced"]


def test_a_sum_of_a_sum_row_that_differs_names_no_region(look: Examine) -> None:
    found = look(("Wilayah", "PU", "BPU", "Jumlah", "Tahun"), ("Jumlah", 1, 2, 4, 2025))
    assert {finding.code for finding in found.findings} >= {"row-total-differs"}
    assert found.figures == ()


def test_one_figure_in_two_sheets_is_a_duplicate(reference: Reference, families: Families) -> None:
    rows = (*SAID, ("Kode", "2025"), ("36", 7))
    book = Workbook("b.xlsx", "", "xlsx", (Sheet("A", rows), Sheet("B", rows)))
    (finding,) = examine(book, "b.xlsx", reference=reference, families=families).findings
    assert (finding.code, finding.sheet, finding.cell) == ("duplicate-figure", "B", "B5")
    assert (finding.details["first_sheet"], finding.details["first_cell"]) == ("A", "B5")


@settings(deadline=None)
@given(
    values=st.lists(st.integers(0, 10**9), min_size=8, max_size=8),
    order=st.permutations(range(9)),
    error=st.integers(0, 10**6),
)
def test_a_total_is_checked_wherever_it_stands(
    reference: Reference, families: Families, values: list[int], order: list[int], error: int
) -> None:
    rows = [*zip(BANTEN, values, strict=True), ("36", sum(values) + error)]
    shuffled = tuple(rows[place] for place in order)
    found = examination((("Kode", "2025"), *shuffled), reference, families)
    assert loaded(found) == dict(zip(BANTEN, values, strict=True))
    assert [one.details["difference"] for one in found.findings] == ([error] if error else [])


def headings(text: str) -> list[str]:
    return re.findall(r"^### `([a-z-]+)`$", text, re.MULTILINE)


def test_every_code_is_explained_to_the_sender_once() -> None:
    documented = headings((ROOT / "docs" / "checks.md").read_text(encoding="utf-8"))
    of_files = {
        key.split(".")[1]
        for key in words(Language.ID).sentences
        if key.startswith("findings_file.")
    }
    assert len(documented) == len(set(documented))
    assert set(documented) == {code.value for code in Code} | of_files


def test_the_page_for_senders_says_what_each_code_does() -> None:
    effects = {
        "Ditolak": "refuses",
        "Ditanyakan": "asks",
        "Peringatan": "warns",
        "Catatan": "notes",
    }
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^### `([a-z-]+)`\n(\w+)", text, re.MULTILINE))
    for code in Code:
        assert effects[said[code]] == severity_of(code), code


@pytest.mark.parametrize("language", list(Language))
def test_every_code_has_its_two_sentences(language: Language) -> None:
    sentences = words(language).sentences
    said = {key.split(".")[1] for key in sentences if key.startswith("findings.")}
    assert said - {"place", "topics"} == {code.value for code in Code}
    for code in Code:
        assert {f"findings.{code}.message", f"findings.{code}.fix"} <= set(sentences)


@pytest.mark.parametrize("language", list(Language))
def test_every_topic_has_a_name(families: Families, language: Language) -> None:
    sentences = words(language).sentences
    named = {key.split(".")[2] for key in sentences if key.startswith("findings.topics.")}
    vocabulary = families.vocabulary
    assert named == {*vocabulary.topics.values(), *vocabulary.breakdowns.values()}


@pytest.mark.parametrize(
    ("name", "periods", "codes"),
    [
        ("bekerja_2019", ["2025"], ["file-name-differs"]),
        ("bekerja_2021-2025", ["2023", "2024"], []),
        ("bekerja 2021 s.d. 2025", ["2023"], []),
        ("bekerja_2021-2025", ["2019"], ["file-name-differs"]),
        ("bekerja_okt_2025", ["September 2025"], ["file-name-differs"]),
        ("bekerja_okt_2025", ["September 2025", "Oktober 2025"], []),
        ("bekerja_okt_2025", ["2025"], []),
        ("Angkatan_Kerja_2025", ["2025"], ["file-name-subject-differs"]),
        ("Angkatan Kerja 2021-2025", ["2019"], ["file-name-differs", "file-name-subject-differs"]),
        ("penduduk_bekerja_2025", ["2025"], []),
        ("rekap", ["2025"], []),
    ],
)
def test_a_file_name_that_claims_what_is_not_in_it_is_noted(
    reference: Reference,
    families: Families,
    name: str,
    periods: Sequence[str],
    codes: Sequence[str],
) -> None:
    rows = (("Ukuran", "Penduduk bekerja"), ("Kode", *periods), ("36", *(7 for _ in periods)))
    book = Workbook(f"{name}.xlsx", "", "xlsx", (Sheet("S", rows),))
    held = examine(book, f"{name}.xlsx", reference=reference, families=families)
    assert len(held.figures) == len(periods)
    assert [one.code for one in held.findings] == codes
    for one in held.findings:
        assert "{" not in sentence(one, name, words(Language.ID)).message
