"""Forms an office fills in: what is typed into them is what Cakupan reads, with no question."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.figures import FigureKey
from cakupan.domain.language import Language
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.texts.date_format import period as written_period
from tests.etl.forms import (
    HEADERS,
    MATURITIES,
    PARTICIPANTS,
    PUBLISHED,
    PUBLISHERS,
    WORKFORCE,
    YEAR,
    books,
    by_key,
    entry_of,
    filled,
    first_row,
    lines,
    loads_with_no_question,
    places,
    slowly,
    the_reference,
    written,
)

SEGMENTS = (Segment.PU, Segment.BPU, Segment.JAKON, Segment.PMI)
BASES = {"tempat pendaftaran": Basis.REGISTRATION, "domisili": Basis.DOMICILE}
PARTICIPANT_MEASURES = {
    "Peserta aktif": Measure.PARTICIPANTS_ACTIVE,
    "Peserta tidak aktif": Measure.PARTICIPANTS_INACTIVE,
    "Peserta terdaftar": Measure.PARTICIPANTS_REGISTERED,
}
SCALES = {"orang": Decimal(1), "ribu orang": Decimal(1000), "juta orang": Decimal(1_000_000)}
MEASURE_WORDS = {
    "Cakupan terbit": Measure.COVERAGE_PUBLISHED,
    "Badan usaha": Measure.EMPLOYERS,
    "Pekerja rentan": Measure.VULNERABLE_WORKERS,
    "Semesta pekerja": Measure.ELIGIBLE_WORKERS,
    **PARTICIPANT_MEASURES,
}
# No kabupaten or kota has more.
MOST_PEOPLE = 9_000_000


@slowly
@given(data=st.data(), language=st.sampled_from(Language))
def test_participants_are_read_as_they_were_typed(data: st.DataObject, language: Language) -> None:
    (sheet,) = books("19", language)[PARTICIPANTS].sheets
    at = places(sheet)
    said = data.draw(lines()) | {
        "Ukuran": data.draw(st.sampled_from(sorted(PARTICIPANT_MEASURES))),
        "Basis": data.draw(st.sampled_from(sorted(BASES))),
    }
    cells: dict[str, object] = {at[name]: text for name, text in said.items()}
    expected = {}
    scale = data.draw(st.integers(1, 200_000))
    rows = data.draw(st.sets(st.integers(0, len(sheet.rows) - 1), min_size=1, max_size=30))
    for index in sorted(rows):
        way = data.draw(st.sampled_from(["segments", "segments and sum", "sum alone"]))
        counts = data.draw(st.lists(st.integers(0, 5), min_size=4, max_size=4))
        people = [scale * (9 + count) for count in counts[:3]] + [counts[3]]
        typed = dict(zip(HEADERS, people, strict=True)) if way != "sum alone" else {}
        if way != "segments":
            typed["Jumlah"] = sum(people)
        cells |= {f"{at[name]}{first_row(sheet) + index}": value for name, value in typed.items()}
        kept = (
            {Segment.TOTAL: sum(people)}
            if way == "sum alone"
            else dict(zip(SEGMENTS, people, strict=True))
        )
        for segment, value in kept.items():
            key = FigureKey(
                region_code=str(sheet.rows[index][0]),
                measure=PARTICIPANT_MEASURES[said["Ukuran"]],
                period=Period.of_month(YEAR, index // 7 + 1),
                publisher=PUBLISHERS[said["Penerbit"]],
                segment=segment,
                basis=BASES[said["Basis"]],
            )
            expected[key] = (
                Decimal(value),
                Unit.PERSON,
                Decimal(1),
                MATURITIES[said["Kematangan"]],
                said["Sumber"],
                "Peserta",
            )
    run = filled(written("19", PARTICIPANTS, language), {"Peserta": cells})
    loads_with_no_question(run)
    assert by_key(run.figures) == expected


@slowly
@given(data=st.data())
def test_workers_are_read_as_they_were_typed_and_sheets_may_stay_empty(data: st.DataObject) -> None:
    book = books("36", Language.ID)[WORKFORCE]
    sheets = {sheet.name: sheet for sheet in book.sheets}
    measures = {
        "Semesta pekerja": (Measure.ELIGIBLE_WORKERS, 8),
        "Penduduk bekerja": (Measure.EMPLOYED, 10),
        "Angkatan kerja": (Measure.LABOUR_FORCE, 12),
    }
    chosen = data.draw(st.sets(st.sampled_from(sorted(measures)), min_size=1))
    scale = data.draw(st.integers(1, 600_000))
    expected: dict[FigureKey, tuple] = {}
    cells: dict[str, dict[str, object]] = {}
    for name in sorted(chosen):
        sheet, (measure, size) = sheets[name], measures[name]
        at, said = places(sheet), data.draw(lines())
        month = "Februari" if "Bulan data" in at and data.draw(st.booleans()) else ""
        cells[name] = {at[line]: text for line, text in said.items()}
        if month:
            cells[name][at["Bulan data"]] = month
        where = st.tuples(st.integers(0, 7), st.integers(2021, 2025))
        for row, year in sorted(data.draw(st.sets(where, min_size=1, max_size=12))):
            value = scale * size + data.draw(st.integers(0, scale))
            cells[name][f"{at[str(year)]}{first_row(sheet) + row}"] = value
            stated = Period.of_month(year, 2 if month else 8)
            key = FigureKey(
                region_code=str(sheet.rows[row][0]),
                measure=measure,
                period=stated if "Bulan data" in at else Period.of_year(year),
                publisher=PUBLISHERS[said["Penerbit"]],
            )
            kept = MATURITIES[said["Kematangan"]]
            expected[key] = (Decimal(value), Unit.PERSON, Decimal(1), kept, said["Sumber"], name)
    run = filled(written("36", WORKFORCE), cells)
    loads_with_no_question(run)
    assert by_key(run.figures) == expected


@st.composite
def published_rows(draw: st.DrawFn) -> dict[str, object]:
    measure = draw(st.sampled_from(sorted(MEASURE_WORDS)))
    unit = {"Cakupan terbit": "persen", "Badan usaha": "badan usaha"}.get(measure)
    if unit is None:
        unit = draw(st.sampled_from(sorted(SCALES)))
    if unit in {"orang", "badan usaha"}:
        value: int | float = draw(st.integers(1, MOST_PEOPLE))
    else:
        # Up to 1% a reader could not tell a percentage from a ratio in a cell shown as percent.
        most = MOST_PEOPLE // 10_000 if unit == "juta orang" else 9_999
        value = draw(st.integers(101, most)) / 100
    (sheet,) = books("36")[PUBLISHED].sheets
    periods = st.sampled_from([Period("2025"), Period("2025-10"), Period("2025-10-31")])
    return {
        "Wilayah": draw(st.sampled_from(entry_of(sheet, "Wilayah").choices)),
        "Ukuran": measure,
        "Segmen": draw(st.none() | st.sampled_from(["Total", *HEADERS])),
        "Kelompok": draw(st.none() | st.just("nelayan")),
        "Basis": draw(st.none() | st.sampled_from(sorted(BASES))),
        "Periode": written_period(draw(periods), Language.ID, short=draw(st.booleans())),
        "Nilai": value,
        "Satuan": unit,
        "Penerbit": draw(st.sampled_from(sorted(PUBLISHERS))),
        "Sumber": "Siaran pers",
        "Kematangan": draw(st.none() | st.sampled_from(sorted(MATURITIES))),
    }


def meant(row: Mapping[str, object]) -> tuple[FigureKey, tuple]:
    """The figure that a person means with a row of published figures."""
    directory = the_reference().directory
    names = {one.name: one.code for one in directory if not directory.parts(one.code)}
    names |= {f"Provinsi {one.name}": one.code for one in directory.provinces()}
    months = {"2025": "2025", "Okt 2025": "2025-10", "Oktober 2025": "2025-10"}
    segments = dict(zip(HEADERS, SEGMENTS, strict=True))
    key = FigureKey(
        region_code=names[str(row["Wilayah"])],
        measure=MEASURE_WORDS[str(row["Ukuran"])],
        period=Period(months.get(str(row["Periode"]), "2025-10-31")),
        publisher=PUBLISHERS[str(row["Penerbit"])],
        segment=segments.get(str(row["Segmen"]), Segment.TOTAL),
        group=str(row["Kelompok"] or ""),
        basis=BASES.get(str(row["Basis"]), Basis.NONE),
    )
    factor = SCALES.get(str(row["Satuan"]), Decimal(1))
    unit = Unit.FIRM if row["Satuan"] == "badan usaha" else Unit.PERSON
    if row["Satuan"] == "persen":
        factor, unit = Decimal("0.01"), Unit.RATIO
    number = Decimal(str(row["Nilai"]))
    if number == number.to_integral_value():
        number = number.to_integral_value()
    digit = Decimal(1).scaleb(int(number.as_tuple().exponent))
    kept = MATURITIES.get(str(row["Kematangan"]), Maturity.FINAL)
    return key, (number * factor, unit, digit * factor, kept, row["Sumber"], "Angka terbit")


@slowly
@given(rows=st.lists(published_rows(), min_size=1, max_size=8))
def test_published_figures_are_read_as_they_were_typed(rows: list[dict[str, object]]) -> None:
    (sheet,) = books("36")[PUBLISHED].sheets
    at = places(sheet)
    rows = list({meant(row)[0]: row for row in rows}.values())
    cells = {
        f"{at[name]}{first_row(sheet) + number}": value
        for number, row in enumerate(rows)
        for name, value in row.items()
        if value
    }
    run = filled(written("36", PUBLISHED), {"Angka terbit": cells})
    loads_with_no_question(run)
    assert by_key(run.figures) == dict(meant(row) for row in rows)


def test_a_rounded_number_keeps_the_rounding_that_was_typed_beside_it() -> None:
    (sheet,) = books("36")[PUBLISHED].sheets
    row = {
        "Wilayah": "Provinsi Banten",
        "Ukuran": "Peserta aktif",
        "Periode": "Okt 2025",
        "Nilai": 2.7,
        "Satuan": "juta orang",
        "Pembulatan": 0.01,
        "Penerbit": "Antara",
        "Sumber": "Antara Banten",
    }
    at = places(sheet)
    cells = {f"{at[name]}{first_row(sheet)}": value for name, value in row.items()}
    (figure,) = filled(written("36", PUBLISHED), {"Angka terbit": cells}).figures
    assert (figure.value, figure.rounding_unit) == (Decimal(2_700_000), Decimal(10_000))
