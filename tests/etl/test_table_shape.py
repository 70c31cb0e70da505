"""How a header, a column and the lines above a table are understood."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.storage.reference import read_reference
from etl.families import GENERIC, Families, Family, FamilyError, read_families
from etl.readers import CellValue, Sheet
from etl.shape.columns import Columns, ValueColumn, read_columns
from etl.shape.table import Table, find_table
from etl.vocabulary import Role, label


def columns(families: Families, *header: CellValue, family: Family = GENERIC) -> Columns:
    return read_columns(header, family, families.vocabulary)


def the_value(families: Families, header: CellValue) -> ValueColumn:
    (column,) = columns(families, "Kode", header).values
    return column


@pytest.mark.parametrize(
    ("header", "measure", "segment", "period"),
    [
        (2025, None, None, "2025"),
        ("Agustus 2025", None, None, "2025-08"),
        ("Bekerja 2023", Measure.EMPLOYED, None, "2023"),
        ("Pengangguran 2023", Measure.UNEMPLOYED, None, "2023"),
        ("jumlah_penduduk_bekerja", Measure.EMPLOYED, None, None),
        ("BPU", None, Segment.BPU, None),
        ("Bukan Penerima Upah", None, Segment.BPU, None),
        ("Penerima Upah", None, Segment.PU, None),
        ("Peserta aktif PMI Okt 2025", Measure.PARTICIPANTS_ACTIVE, Segment.PMI, "2025-10"),
        ("Nilai", None, None, None),
        ("Semesta pekerja (ribu orang)", Measure.ELIGIBLE_WORKERS, None, None),
    ],
)
def test_a_header_says_measure_segment_and_period(
    families: Families,
    header: CellValue,
    measure: Measure | None,
    segment: Segment | None,
    period: str | None,
) -> None:
    column = the_value(families, header)
    said = None if column.period is None else column.period.text
    assert (column.measure, column.segment, said) == (measure, segment, period)


def test_a_unit_in_brackets_scales_its_column_alone(families: Families) -> None:
    found = columns(families, "Kode", "Bekerja (ribu orang)", "Pengangguran")
    assert [column.scale and int(column.scale.factor) for column in found.values] == [1000, None]


def test_a_rate_is_no_measure_and_says_what_it_is(families: Families) -> None:
    found = columns(families, "Kabupaten/Kota", "TPT 2023", "Luas")
    assert found.values == ()
    assert [(one.header, one.topic) for one in found.unread] == [
        ("TPT 2023", "unemployment_rate"),
        ("Luas", ""),
    ]


def test_jumlah_sums_its_row_only_beside_segments(families: Families) -> None:
    beside = columns(families, "Kode", "PU", "BPU", "Jumlah")
    alone = columns(families, "Kode", "Jumlah")
    assert [column.sums_row for column in beside.values] == [False, False, True]
    assert [column.sums_row for column in alone.values] == [False]


def test_a_second_column_of_one_role_is_not_taken(families: Families) -> None:
    found = columns(families, "Kode", "Kabupaten/Kota", "Wilayah", "2025")
    assert found.roles[Role.REGION_NAME] == 1
    assert [one.header for one in found.unread] == ["Wilayah"]


def test_a_family_decides_before_the_common_words(families: Families) -> None:
    family = Family(id="x", values={"jumlah": Measure.EMPLOYED}, ignored=("jk_*",))
    found = columns(families, "Kode", "Jumlah", "jk_lk", family=family)
    assert [column.measure for column in found.values] == [Measure.EMPLOYED]
    assert found.unread == ()


def table_of(families: Families, *rows: tuple[CellValue, ...]) -> Table:
    table = find_table(Sheet("S", rows), families, "berkas.xlsx")
    assert isinstance(table, Table)
    return table


def test_lines_above_a_table_speak_for_all_its_figures(families: Families) -> None:
    table = table_of(
        families,
        ("Judul", "Peserta"),
        ("Satuan: ribu orang",),
        ("Ukuran", None, "Peserta aktif"),
        ("Ukuran", "Pekerja rentan"),
        ("Kode", "2025"),
        ("36", 1),
    )
    assert {role: (one.value, one.cell) for role, one in table.says.items()} == {
        Role.UNIT: ("ribu orang", "A2"),
        Role.MEASURE: ("Peserta aktif", "C3"),
    }


def test_rows_are_as_wide_as_the_header_and_keep_their_number(families: Families) -> None:
    table = table_of(families, ("Kode", "2024", "2025"), ("36",), (), (None, " "), ("36", 1, 2))
    assert table.body == ((1, ("36", None, None)), (4, ("36", 1, 2)))


def test_an_empty_sheet_is_passed_over_without_a_word(families: Families) -> None:
    assert find_table(Sheet("S", ()), families, "berkas.xlsx") is None


def test_rows_below_a_header_without_numbers_are_not_taken_for_one(families: Families) -> None:
    rows = (("thn", "kd_kabkot", "AK"), (2025, "Kabupaten", 7))
    reason = find_table(Sheet("S", rows), families, "berkas.xlsx")
    assert isinstance(reason, Finding)
    assert (reason.code, reason.cell) == ("no-value-column", "A1")


def test_every_family_is_recognised_by_its_own_headers(families: Families) -> None:
    for family in families.known:
        found = families.of_header(family.requires | {"lain"}, f"od_{family.file_name}.csv")
        assert found is family


def test_a_family_of_a_data_set_needs_its_file_name(families: Families) -> None:
    (portal,) = (family for family in families.known if family.id == "opendata_jabar")
    assert families.of_header(portal.requires, "OD_PENDUDUK_BEKERJA.csv") is portal
    assert families.of_header(portal.requires, "lain.csv") is GENERIC


def test_what_families_say_is_known(families: Families) -> None:
    root = Path(__file__).resolve().parents[2] / "data" / "reference"
    publishers = {publisher.id for publisher in read_reference(root).publishers}
    said = [family.says[Role.PUBLISHER] for family in families.known if family.says]
    habits = [habit.publisher for habit in families.vocabulary.habits.values() if habit.publisher]
    assert {*said, *habits} <= publishers


@pytest.mark.parametrize(
    ("file_name", "text"),
    [
        ("rusak.toml", "id = "),
        ("kurang.toml", "id = 'x'"),
        ("keliru.toml", "id = 'x'\nrequires = ['a']\nmonth = 8"),
        ("asing.toml", "id = 'x'\nrequires = ['a']\n[values]\nb = 'sheep'"),
        ("asing.toml", "id = 'x'\nrequires = ['a']\n[says]\nb = 'c'"),
        ("vocabulary.toml", "[roles]\nyear = ['tahun']\nmonth = ['Tahun']"),
    ],
)
def test_a_family_file_at_fault_is_named(tmp_path: Path, file_name: str, text: str) -> None:
    (tmp_path / file_name).write_text(text, encoding="utf-8")
    with pytest.raises(FamilyError, match=file_name):
        read_families(tmp_path)


@given(st.text())
def test_a_label_of_a_label_is_itself(text: str) -> None:
    assert label(label(text)) == label(text)


@given(
    year=st.integers(1990, 2090),
    name=st.sampled_from(["Bekerja", "Pengangguran", "Angkatan kerja"]),
)
def test_a_year_stands_on_either_side_of_a_measure(
    families: Families, year: int, name: str
) -> None:
    for header in (f"{name} {year}", f"{year} {name}"):
        column = the_value(families, header)
        assert column.period == Period.of_year(year)
        assert column.measure is families.vocabulary.measures[label(name)]
