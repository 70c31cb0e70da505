"""How a header, a column, the lines above a table and the rows between are understood."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.awards import Stage
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference
from cakupan.storage.reference import read_reference
from etl.families import GENERIC, Families, Family, FamilyError, Shape, read_families
from etl.habits import NAMES
from etl.readers import CellValue, Sheet
from etl.readers.areas import Area, Areas
from etl.shape.columns import Columns, ValueColumn, read_columns
from etl.shape.finding import Outcome, find_tables
from etl.shape.header import header_at, one_row
from etl.shape.lexicon import Lexicon
from etl.shape.subjects import Subject
from etl.shape.table import Foreign, Table
from etl.vocabulary import Role, label

Cells = tuple[CellValue, ...]


@pytest.fixture(scope="module")
def lexicon(families: Families, reference: Reference) -> Lexicon:
    return Lexicon.of(families.vocabulary, reference)


def columns(lexicon: Lexicon, *header: CellValue, family: Family = GENERIC) -> Columns:
    return read_columns(one_row(header), family, lexicon)


def the_value(lexicon: Lexicon, header: CellValue) -> ValueColumn:
    (column,) = columns(lexicon, "Kode", header).values
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
        ("Bekerja\nWorking", Measure.EMPLOYED, None, None),
        ("Jumlah Angkatan Kerja", Measure.LABOUR_FORCE, None, None),
    ],
)
def test_a_header_says_measure_segment_and_period(
    lexicon: Lexicon,
    header: CellValue,
    measure: Measure | None,
    segment: Segment | None,
    period: str | None,
) -> None:
    column = the_value(lexicon, header)
    said = None if column.period is None else column.period.text
    assert (column.measure, column.segment, said) == (measure, segment, period)


def test_a_unit_in_brackets_scales_its_column_alone(lexicon: Lexicon) -> None:
    found = columns(lexicon, "Kode", "Bekerja (ribu orang)", "Pengangguran")
    assert [column.scale and int(column.scale.factor) for column in found.values] == [1000, None]


def test_a_rate_is_no_measure_and_says_what_it_is(lexicon: Lexicon) -> None:
    found = columns(lexicon, "Kabupaten/Kota", "TPT 2023", "Luas")
    assert found.values == ()
    assert [(one.header, one.topic) for one in found.unread] == [
        ("TPT 2023", "unemployment_rate"),
        ("Luas", ""),
    ]


def test_jumlah_sums_its_row_only_beside_segments(lexicon: Lexicon) -> None:
    beside = columns(lexicon, "Kode", "PU", "BPU", "Jumlah")
    alone = columns(lexicon, "Kode", "Jumlah")
    assert [column.sums_row for column in beside.values] == [False, False, True]
    assert [column.sums_row for column in alone.values] == [False]


def test_a_second_column_of_one_role_is_not_taken(lexicon: Lexicon) -> None:
    found = columns(lexicon, "Kode", "Kabupaten/Kota", "Wilayah", "2025")
    assert found.roles[Role.REGION_NAME] == 1
    assert [one.header for one in found.unread] == ["Wilayah"]


def test_a_family_decides_before_the_common_words(lexicon: Lexicon) -> None:
    family = Family(id="x", values={"jumlah": Measure.EMPLOYED}, ignored=("jk_*",))
    found = columns(lexicon, "Kode", "Jumlah", "jk_lk", family=family)
    assert [column.measure for column in found.values] == [Measure.EMPLOYED]
    assert found.unread == ()


Find = Callable[..., list[Outcome]]


@pytest.fixture
def find(families: Families, lexicon: Lexicon) -> Find:
    def run(*rows: Cells, name: str = "S", merges: Areas | None = None) -> list[Outcome]:
        sheet = Sheet(name, rows, merges=merges or Areas())
        return find_tables(sheet, families, "berkas.xlsx", lexicon, lambda _: False)

    return run


def the_table(outcomes: list[Outcome]) -> Table:
    (table,) = outcomes
    assert isinstance(table, Table)
    return table


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


TWO_ROWS: tuple[Cells, ...] = (
    ("Kabupaten/Kota", "2024", None, "2025", None),
    (None, "Bekerja", "Penganggur", "Bekerja", "Penganggur"),
)


def paths(rows: tuple[Cells, ...], merges: tuple[Area, ...] = ()) -> list[tuple[CellValue, ...]]:
    return [cell.parts for cell in header_at(rows, 0, {0}, merged=merges).cells]


def test_a_group_reaches_as_far_as_its_merge_or_to_the_next_group() -> None:
    lost = paths(TWO_ROWS)
    merged = paths(TWO_ROWS, (Area(0, 1, 0, 2), Area(0, 3, 0, 4), Area(0, 0, 1, 0)))
    assert (
        lost
        == merged
        == [
            ("Kabupaten/Kota",),
            ("2024", "Bekerja"),
            ("2024", "Penganggur"),
            ("2025", "Bekerja"),
            ("2025", "Penganggur"),
        ]
    )


def test_a_known_merge_ends_where_it_ends() -> None:
    merges = (Area(0, 1, 0, 2), Area(0, 0, 1, 0))
    rows = (("Wilayah", "2024", None, None), (None, "PU", "BPU", "Luas"))
    assert paths(rows, merges) == [("Wilayah",), ("2024", "PU"), ("2024", "BPU"), ("Luas",)]


def test_a_row_of_numbers_or_of_names_ends_the_header() -> None:
    for below in ((None, 5, 6), ("Kab. Lebak", "a", "b"), (None, "-", "7")):
        assert header_at((("Wilayah", "PU", "BPU"), below), 0, {0}).bottom == 0


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


def test_every_family_is_recognised_by_its_own_headers(families: Families) -> None:
    for family in families.known:
        found = families.of_header(family.requires | {"lain"}, f"od_{family.file_name}.csv")
        assert found is family


def test_a_family_of_a_data_set_needs_its_file_name(families: Families) -> None:
    (portal,) = (family for family in families.known if family.id == "opendata_jabar")
    assert families.of_header(portal.requires, "OD_PENDUDUK_BEKERJA.csv") is portal
    assert families.of_header(portal.requires, "lain.csv") is GENERIC


def test_a_learned_family_is_for_its_very_shape(families: Families) -> None:
    shape = Shape(frozenset({"kode"}), "rekap", frozenset())
    learned = Family(id="x", shape=shape, file_mark="jatim")
    known = families.with_learned([learned])
    assert known.of_table(shape, "Jatim 2025.xlsx") is learned
    assert known.of_table(shape, "Banten 2025.xlsx") is GENERIC
    assert known.of_table(Shape(shape.headers, "lain", frozenset()), "jatim.xlsx") is GENERIC


def test_what_families_say_is_known(families: Families) -> None:
    root = Path(__file__).resolve().parents[2] / "data" / "reference"
    publishers = {publisher.id for publisher in read_reference(root).publishers}
    said = [family.says[Role.PUBLISHER] for family in families.known if family.says]
    habits = [habit.publisher for habit in families.vocabulary.habits if habit.publisher]
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
def test_a_year_stands_on_either_side_of_a_measure(lexicon: Lexicon, year: int, name: str) -> None:
    for header in (f"{name} {year}", f"{year} {name}"):
        column = the_value(lexicon, header)
        assert column.period == Period.of_year(year)
        assert column.measure is lexicon.vocabulary.measures[label(name)]


def test_every_word_of_a_list_means_one_entry_that_exists(
    families: Families, reference: Reference, lexicon: Lexicon
) -> None:
    stages = families.vocabulary.lists["award_stages"]
    assert set(stages.values()) == {stage.value for stage in Stage}
    for name in families.vocabulary.lists.keys() - {"award_stages"}:
        rows = getattr(reference, name)
        assert set(families.vocabulary.lists[name].values()) <= {row.id for row in rows}, name
        for row in rows:
            for written in (row.id, row.name_id, row.name_en):
                assert lexicon.lists[name][label(written)] == row.id, written


def test_every_list_that_a_measure_names_exists(families: Families, lexicon: Lexicon) -> None:
    habits = families.vocabulary.habits
    named = {part for habit in habits for part in (habit.groups, habit.programmes)}
    assert named <= {"", NAMES, *lexicon.lists}
    assert set(Measure) == set(habits.by_measure)
