"""How the lines above a table and the rows between are understood."""

import pytest

from cakupan.domain.findings import Finding
from etl.shape.lexicon import Lexicon
from etl.shape.subjects import Subject
from etl.shape.table import Foreign, Table
from etl.vocabulary import Role
from tests.etl.shape.conftest import Find, the_table


def test_lines_above_a_table_speak_for_all_its_figures(find: Find) -> None:
    lines = (
        ("Judul", "Peserta"),
        ("Satuan: ribu orang",),
        ("Ukuran", None, "Peserta aktif"),
        ("Ukuran", "Pekerja rentan"),
        ("Kode", "2025"),
        ("36", 1),
    )
    table = the_table(find(*lines))
    assert {role: (one.value, one.cell) for role, one in table.says.items()} == {
        Role.UNIT: ("ribu orang", "A2"),
        Role.MEASURE: ("Peserta aktif", "C3"),
    }


def test_rows_are_as_wide_as_the_header_and_keep_their_number(find: Find) -> None:
    table = the_table(find(("Kode", "2024", "2025"), ("36",), (), (None, " "), ("36", 1, 2)))
    assert list(table.body) == [(1, ("36", None, None)), (4, ("36", 1, 2))]


def test_an_empty_sheet_is_passed_over_without_a_word(find: Find) -> None:
    assert find() == []


def test_rows_below_a_header_without_numbers_are_not_taken_for_one(find: Find) -> None:
    (reason,) = find(("thn", "kd_kabkot", "AK", "XY"), (2025, "Kabupaten", 7, 8))
    assert isinstance(reason, Finding)
    assert (reason.code, reason.cell) == ("no-value-column", "A1")


def test_a_title_over_all_columns_says_what_they_count(find: Find) -> None:
    table = the_table(
        find(
            ("Wilayah", "Jumlah Penduduk Bekerja Menurut Kabupaten (Ribu Orang)", None),
            (None, "2024", "2025"),
            ("Kab. Lebak", 1, 2),
        )
    )
    assert table.says[Role.MEASURE].value == "employed"
    assert [column.scale and int(column.scale.factor) for column in table.columns.values] == [
        1000,
        1000,
    ]


def test_a_table_of_another_subject_says_which(find: Find) -> None:
    (other,) = find(("Wilayah", "Upah 2024"), ("Kab. Lebak", 2_000_000))
    assert isinstance(other, Foreign)
    assert (other.topic, other.cell, other.value) == ("wage", "B1", "Upah 2024")


def test_the_index_row_is_no_row_of_the_table(find: Find) -> None:
    for index in ((-1, -2, -3), ("(1)", "(2)", "(3)"), (1, 2, 3)):
        table = the_table(find(("Wilayah", "2024", "2025"), index, ("Kab. Lebak", 1, 2)))
        assert [number for number, _ in table.body] == [2]


def test_a_year_between_rows_dates_what_follows(find: Find) -> None:
    tables = find(
        ("Wilayah", "Bekerja"), (2024,), ("Kab. Lebak", 1), ("Tahun 2025",), ("Kab. Lebak", 2)
    )
    dated = [one.says[Role.PERIOD] for one in tables if isinstance(one, Table)]
    assert [(one.value, one.cell) for one in dated] == [(2024, "A2"), ("Tahun 2025", "A4")]


def test_notes_below_a_table_are_none_of_its_rows(find: Find) -> None:
    table = the_table(
        find(
            ("Wilayah", "2025"),
            ("Kab. Lebak", 1),
            ("Catatan/Note:\n- nihil", None),
            ("Catatan", "<br />Sumber: Sakernas"),
            ("Sumber: BPS",),
        )
    )
    assert [number for number, _ in table.body] == [1]


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Penduduk Berumur 15 Tahun ke Atas yang Bekerja Menurut Umur", "employed"),
        ("Tabel 35 Penduduk yang Termasuk Angkatan Kerja Menurut Kabupaten", "labour_force"),
        ("Penduduk Berumur 15 Tahun ke Atas Menurut Kegiatan", "working_age"),
        ("Tingkat Partisipasi Angkatan Kerja (TPAK)", "participation_rate"),
        ("Bukan Angkatan Kerja", "outside_labour_force"),
        ("Peserta Aktif Penerima Upah", "participants_active"),
        ("Penduduk Bekerja dan Tingkat Pengangguran", ""),
        ("Daftar Rapat", ""),
    ],
)
def test_a_title_counts_one_thing_or_nothing(lexicon: Lexicon, title: str, subject: str) -> None:
    found: Subject = lexicon.phrases.of_title(title)
    assert (found.measure or found.topic) == subject if subject else found == Subject()
