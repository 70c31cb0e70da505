"""Rows read together by columns are read as each would be alone; columns hold what figures were."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.domain.figure_columns import Figures
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference
from etl.examination import Examination, examine
from etl.families import Families
from etl.number_text import DecimalSign, read_number
from etl.readers import CellValue, Sheet, Workbook
from etl.shape.body import Body
from etl.shape.plain_numbers import whole_numbers
from etl.shape.plain_rows import PlainRows

SAID = (("Ukuran", "Peserta aktif"), ("Penerbit", "BPS"), ("Basis", "tempat pendaftaran"))
HEADER = ("Kode", "Kabupaten/Kota", "Segmen", "Bulan", "Ukuran", "Satuan", "2024", "2025")
PLACES = [
    *[("36", "Banten"), ("36.01", "Kabupaten Pandeglang"), ("36.03", "Tangerang")],
    *[("36.71", "Kota Tangerang"), (None, "Tangerang"), ("36.01", "Kota Tangerang")],
    *[("", "Jumlah"), ("00", "INDONESIA"), ("36.99", "?"), (None, None)],
]
NUMBERS = st.one_of(
    st.integers(0, 10**6),
    st.sampled_from([0, -5, 1.5, 2.0, True, None, "-", "7", "1.234", "1.234.567", "46,03%", "x"]),
    st.sampled_from(["12", "0", " 5 ", "2,73 juta", "１２", "٣", "(4)", date(2025, 1, 1)]),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from(["PU", "BPU", "", "?", None]),
        st.sampled_from(["Jan", "Februari", None, "x"]),
        st.sampled_from([None, None, "Bekerja", "TPT", "?"]),
        st.sampled_from([None, "orang", "ribu orang", "persen"]),
        NUMBERS,
        NUMBERS,
    ),
    max_size=12,
)


class Alone(PlainRows):
    """Leaves every row to be read alone."""

    def __init__(self, rows: Sequence[int], regions: Sequence[str | None], columns: object) -> None:
        super().__init__(rows, [None] * len(regions), columns)  # type: ignore[arg-type]


def examined(rows: list[tuple[object, ...]], reference: Reference, families: Families) -> object:
    table = [(*place, *rest) for place, *rest in rows]  # type: ignore[misc]
    sheet = Sheet("S", (*SAID, HEADER, *table))  # type: ignore[arg-type]
    book = Workbook("b.xlsx", "", "xlsx", (sheet,))
    found: Examination = examine(book, "b.xlsx", reference=reference, families=families)
    return tuple(map(repr, found.figures)), found.findings, found.questions


@settings(deadline=None, max_examples=80)
@given(rows=ROWS)
def test_rows_read_together_are_what_each_is_alone(
    reference: Reference, families: Families, rows: list[tuple[object, ...]]
) -> None:
    together = examined(rows, reference, families)
    with patch("etl.shape.rows.PlainRows", Alone):
        assert examined(rows, reference, families) == together


@given(
    st.lists(st.one_of(NUMBERS, st.text(max_size=4), st.integers(), st.floats())),
    st.sampled_from(DecimalSign),
)
def test_a_column_of_numbers_holds_what_each_cell_reads_as(
    cells: list[CellValue], sign: DecimalSign
) -> None:
    for cell, number in zip(cells, whole_numbers(cells, sign), strict=True):
        reading = read_number(cell, sign=sign)
        if number is not None:
            assert (reading.value, reading.rounding_unit, reading.is_percent) == (number, 1, False)
        elif type(cell) is int:
            raise AssertionError(cell)


FIGURES = st.lists(
    st.builds(
        Figure,
        key=st.builds(
            FigureKey,
            region_code=st.sampled_from(["36", "36.01"]),
            measure=st.sampled_from([Measure.EMPLOYED, Measure.COVERAGE_PUBLISHED]),
            period=st.sampled_from([Period("2024"), Period("2025-08")]),
            publisher=st.just("bps"),
            segment=st.sampled_from([Segment.TOTAL, Segment.PU]),
        ),
        value=st.one_of(
            st.integers(0, 10**30).map(Decimal),
            st.decimals(0, 10, places=4),
        ),
        unit=st.sampled_from(Unit),
        rounding_unit=st.sampled_from([Decimal(1), Decimal(1000)]),
        maturity=st.sampled_from(Maturity),
        sheet=st.sampled_from(["A", "B"]),
        cell=st.sampled_from(["A1", "B2"]),
        note=st.sampled_from(["", "x"]),
    ),
    max_size=12,
)


@given(FIGURES, FIGURES)
def test_columns_hold_the_figures_they_were_made_of(one: list[Figure], two: list[Figure]) -> None:
    columns = Figures.of(one)
    assert list(columns) == one == columns
    assert columns[1:3] == tuple(one[1:3])
    assert list(Figures.joined([columns, Figures.of(two)])) == [*one, *two]


@given(FIGURES)
def test_of_figures_with_one_key_the_first_is_found_and_the_others_are_named(
    figures: list[Figure],
) -> None:
    columns = Figures.of(figures)
    keys = [figure.key for figure in figures]
    found = {
        place
        for line in columns.positions.values()
        for series in line.values()
        for place in series.values()
    }
    assert found == {keys.index(key) for key in keys}
    assert list(columns.repeated) == [
        (keys.index(key), place) for place, key in enumerate(keys) if keys.index(key) != place
    ]


@given(
    st.lists(st.lists(st.integers(), max_size=3).map(tuple), max_size=9),
    st.sets(st.integers(0, 8)),
    st.dictionaries(st.integers(0, 8), st.tuples(st.integers(), st.integers()), max_size=2),
)
def test_a_body_holds_the_same_by_rows_and_by_columns(
    rows: list[tuple[int, ...]], chosen: set[int], mended: dict[int, tuple[int, int]]
) -> None:
    numbers = sorted(number for number in chosen if number < len(rows))
    spans = [(number, number + 1) for number in numbers]
    right = {number: row for number, row in mended.items() if number in numbers}
    body = Body(rows, spans, width=2).with_rows(right)
    assert [number for number, _ in body] == numbers
    assert [row for _, row in body] == [row for _, row in body[:]]
    for index in range(3):
        cells = [row[index] if index < len(row) else None for _, row in body]
        assert list(body.column(index)) == cells
