"""How a header and a column are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from etl.families import GENERIC, Family
from etl.readers import CellValue
from etl.readers.areas import Area
from etl.shape.columns import Columns, ValueColumn, read_columns
from etl.shape.header import header_at, one_row
from etl.shape.lexicon import Lexicon
from etl.vocabulary import Role, label
from tests.etl.shape.conftest import Cells


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


@given(
    year=st.integers(1990, 2090),
    name=st.sampled_from(["Bekerja", "Pengangguran", "Angkatan kerja"]),
)
def test_a_year_stands_on_either_side_of_a_measure(lexicon: Lexicon, year: int, name: str) -> None:
    for header in (f"{name} {year}", f"{year} {name}"):
        column = the_value(lexicon, header)
        assert column.period == Period.of_year(year)
        assert column.measure is lexicon.vocabulary.measures[label(name)]
