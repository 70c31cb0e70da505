"""Forms for claims, scholarships, vulnerable workers, subsidies, targets and awards.

What is typed into them is what is read, with no question.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.language import Language
from cakupan.domain.measures import Maturity, Measure, unit_of
from cakupan.domain.periods import Period
from cakupan.domain.reference import Term
from etl.dry_run import Status
from tests.etl.forms import (
    AWARDS,
    CLAIMS,
    LEDGER,
    MATURITIES,
    PUBLISHERS,
    SCHOLARSHIPS,
    TARGETS,
    VULNERABLE,
    YEAR,
    books,
    filled,
    first_row,
    lines,
    loads_with_no_question,
    places,
    slowly,
    the_reference,
    written,
)

PROGRAMMES = ("JKK", "JKM", "JHT", "JP", "JKP")
RUPIAH = {"rupiah": 1, "juta rupiah": 10**6, "miliar rupiah": 10**9}
PERIODS = {"Des 2024": "2024-12", "2024": "2024", "31 Okt 2025": "2025-10-31"}
BANTEN = ("Provinsi Banten", "36"), ("Kabupaten Lebak", "36.02"), ("Kota Tangerang", "36.71")
# A word that no list has stays what it is.
OTHERS = {"Tukang sol sepatu": "tukang_sol_sepatu", "Baznas Kota": "baznas_kota"}
Meant = dict[FigureKey, tuple[Decimal, Maturity, str]]


def meant(figures: Iterable[Figure]) -> Meant:
    for one in figures:
        assert one.unit is unit_of(one.key.measure)
    return {one.key: (one.value, one.maturity, one.citation) for one in figures}


def named(terms: tuple[Term, ...], *, others: str = "") -> st.SearchStrategy[tuple[str, str]]:
    """The name of a list's entry and its id, or a word of the source and what becomes of it."""
    known = [(term.name_id, term.id) for term in terms]
    return st.sampled_from([*known, (others, OTHERS[others])] if others else known)


def cells_of(rows: Iterable[Mapping[str, object]], at: Mapping[str, str], first: int) -> dict:
    return {
        f"{at[header]}{first + number}": value
        for number, row in enumerate(rows)
        for header, value in row.items()
        if value not in (None, "")
    }


@slowly
@given(data=st.data(), language=st.sampled_from(Language))
def test_claims_are_read_as_they_were_typed(data: st.DataObject, language: Language) -> None:
    book = books("36", language)[CLAIMS]
    cells: dict[str, dict[str, object]] = {}
    expected: Meant = {}
    for sheet, measure in zip(book.sheets, (Measure.CLAIMS, Measure.CLAIMS_IDR), strict=True):
        at, said = places(sheet), data.draw(lines())
        unit = data.draw(st.sampled_from(sorted(RUPIAH))) if "idr" in measure else "kasus"
        typed = {at[name]: text for name, text in said.items()}
        typed |= {at["Satuan"]: unit} if "idr" in measure else {}
        where = st.integers(0, len(sheet.rows) - 1)
        for row in data.draw(st.sets(where, min_size=1, max_size=10)):
            amounts = data.draw(st.lists(st.integers(0, 10**6), min_size=5, max_size=5))
            alone = data.draw(st.booleans())
            written_down = (
                {"Jumlah": sum(amounts)}
                if alone
                else dict(zip(PROGRAMMES, amounts, strict=True)) | {"Jumlah": sum(amounts)}
            )
            typed |= {f"{at[name]}{first_row(sheet) + row}": x for name, x in written_down.items()}
            kept = {"": sum(amounts)} if alone else dict(zip(PROGRAMMES, amounts, strict=True))
            for programme, amount in kept.items():
                key = FigureKey(
                    region_code=str(sheet.rows[row][0]),
                    measure=measure,
                    period=Period.of_month(YEAR, row // 8 + 1),
                    publisher=PUBLISHERS[said["Penerbit"]],
                    programme=programme,
                )
                value = Decimal(amount) * RUPIAH.get(unit, 1)
                expected[key] = (value, MATURITIES[said["Kematangan"]], said["Sumber"])
        cells[sheet.name] = typed
    run = filled(written("36", CLAIMS, language), cells)
    loads_with_no_question(run)
    assert meant(run.figures) == expected


@slowly
@given(data=st.data(), which=st.sampled_from([SCHOLARSHIPS, VULNERABLE]))
def test_groups_and_levels_are_read_as_they_were_typed(data: st.DataObject, which: int) -> None:
    book, reference = books("36")[which], the_reference()
    terms, measures = {
        SCHOLARSHIPS: (
            reference.scholarship_levels,
            (Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR),
        ),
        VULNERABLE: (
            reference.worker_groups,
            (Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED),
        ),
    }[which]
    cells: dict[str, dict[str, object]] = {}
    expected: Meant = {}
    for sheet, measure in zip(book.sheets, measures, strict=True):
        at, said = places(sheet), data.draw(lines())
        period = data.draw(st.sampled_from(sorted(PERIODS)))
        typed: dict[str, object] = {at[name]: text for name, text in said.items()}
        typed[at["Periode"]] = period
        for row in data.draw(st.sets(st.integers(0, 7), min_size=1)):
            groups = data.draw(st.dictionaries(named(terms), st.integers(0, 30_000), max_size=4))
            whole = sum(groups.values()) + data.draw(st.integers(0, 50_000))
            typed |= {
                f"{at[name]}{first_row(sheet) + row}": people
                for (name, _), people in groups.items()
            }
            typed[f"{at['Jumlah']}{first_row(sheet) + row}"] = whole
            for group, people in {**{one: n for (_, one), n in groups.items()}, "": whole}.items():
                key = FigureKey(
                    region_code=str(sheet.rows[row][0]),
                    measure=measure,
                    period=Period(PERIODS[period]),
                    publisher=PUBLISHERS[said["Penerbit"]],
                    group=group,
                )
                kept = MATURITIES[said["Kematangan"]]
                expected[key] = (Decimal(people), kept, said["Sumber"])
        cells[sheet.name] = typed
    run = filled(written("36", which), cells)
    loads_with_no_question(run)
    assert meant(run.figures) == expected


@slowly
@given(data=st.data(), language=st.sampled_from(Language))
def test_subsidies_are_read_as_they_were_typed(data: st.DataObject, language: Language) -> None:
    (sheet,) = books("36", language)[LEDGER].sheets
    at, reference, expected = places(sheet), the_reference(), {}
    rows = []
    for number in range(data.draw(st.integers(1, 8))):
        region, code = data.draw(st.sampled_from(BANTEN))
        group, group_id = data.draw(named(reference.worker_groups, others="Tukang sol sepatu"))
        payer, payer_id = data.draw(named(reference.payers, others="Baznas Kota"))
        people = data.draw(st.integers(1, 5_000))
        months = data.draw(st.integers(1, 24))
        contribution = data.draw(st.sampled_from([8_400, 16_800, 36_800]))
        rows.append(
            {
                "Wilayah": region,
                "Kelompok pekerja rentan": group,
                "Sumber dana": payer,
                # A round of its own month each.
                "Bulan mulai": f"{('Jan', 'Mei', 'Okt')[number % 3]} {2020 + number // 3}",
                "Pekerja disubsidi": people,
                "Bulan dibayar": months,
                "Iuran per bulan (Rp)": contribution,
                "Dasar hukum": "Perwal 3/2025",
            }
        )
        for measure, value in (
            (Measure.SUBSIDISED_WORKERS, people),
            (Measure.SUBSIDY_MONTHS, months),
            (Measure.SUBSIDY_IDR_A_MONTH, contribution),
        ):
            start = Period.of_month(2020 + number // 3, (1, 5, 10)[number % 3])
            key = FigureKey(code, measure, start, "pemda", programme=payer_id, group=group_id)
            expected[key] = (Decimal(value), Maturity.FINAL, "Perwal 3/2025")
    cells = cells_of(rows, at, first_row(sheet))
    run = filled(written("36", LEDGER, language), {sheet.name: cells})
    loads_with_no_question(run)
    assert meant(run.figures) == expected


@slowly
@given(data=st.data(), language=st.sampled_from(Language))
def test_targets_are_read_as_they_were_typed(data: st.DataObject, language: Language) -> None:
    (sheet,) = books("36", language)[TARGETS].sheets
    at, reference, expected = places(sheet), the_reference(), {}
    rows = []
    for number in range(data.draw(st.integers(1, 8))):
        region, code = data.draw(st.sampled_from(BANTEN))
        framework = data.draw(st.sampled_from(reference.frameworks))
        base = data.draw(st.sampled_from(reference.denominators))
        hundredths = data.draw(st.integers(102, 10_000).filter(lambda one: one != 100))
        year = data.draw(st.none() | st.just(2026 + number))
        retired = data.draw(st.booleans())
        rows.append(
            {
                "Wilayah": region,
                "Kerangka": framework.name_id,
                "Tahun target": year,
                # It may be stated beside a year, and then says nothing.
                "Tanggal pernyataan": f"{number + 10} November 2025",
                "Target cakupan (%)": hundredths / 100,
                "Penyebut": base.name_id,
                "Sumber": "RPJMD",
                "Kematangan": "dicabut" if retired else None,
            }
        )
        period = Period(f"2025-11-{number + 10}") if year is None else Period.of_year(year)
        key = FigureKey(
            code,
            Measure.TARGET_COVERAGE,
            period,
            "pemda",
            programme=base.id,
            group=framework.id,
        )
        maturity = Maturity.RETIRED if retired else Maturity.FINAL
        expected[key] = (Decimal(hundredths) / 10_000, maturity, "RPJMD")
    run = filled(
        written("36", TARGETS, language), {sheet.name: cells_of(rows, at, first_row(sheet))}
    )
    loads_with_no_question(run)
    assert meant(run.figures) == expected


@slowly
@given(data=st.data(), language=st.sampled_from(Language))
def test_awards_are_read_as_they_were_typed(data: st.DataObject, language: Language) -> None:
    (sheet,) = books("36", language)[AWARDS].sheets
    at, reference, expected = places(sheet), the_reference(), {}
    rows = []
    for number in range(data.draw(st.integers(1, 8))):
        region, code = data.draw(st.sampled_from(BANTEN))
        category, category_id = data.draw(named(reference.award_categories))
        winner = data.draw(st.sampled_from(["", "PT Maju Jaya", "Desa Sukamaju"]))
        place = data.draw(st.integers(1, 12))
        rows.append(
            {
                "Wilayah": region,
                "Kategori penghargaan": category,
                "Peringkat penghargaan": place,
                "Nama pemenang": winner,
                "Tahun penghargaan": 2015 + number,
                "Tahun penilaian": 2014 + number,
                "Sumber": "Piagam",
            }
        )
        for measure, value in (
            (Measure.AWARD_PLACE, place),
            (Measure.AWARD_ASSESSED_YEAR, 2014 + number),
        ):
            year = Period.of_year(2015 + number)
            key = FigureKey(code, measure, year, "pemda", programme=winner, group=category_id)
            expected[key] = (Decimal(value), Maturity.FINAL, "Piagam")
    run = filled(
        written("36", AWARDS, language), {sheet.name: cells_of(rows, at, first_row(sheet))}
    )
    loads_with_no_question(run)
    assert meant(run.figures) == expected


def test_a_target_without_its_base_is_asked_for_and_not_guessed() -> None:
    (sheet,) = books("36")[TARGETS].sheets
    row = {"Wilayah": "Provinsi Banten", "Kerangka": "RPJMD", "Tahun target": 2030}
    row |= {"Target cakupan (%)": 65, "Sumber": "RPJMD"}
    cells = cells_of([row], places(sheet), first_row(sheet))
    run = filled(written("36", TARGETS), {sheet.name: cells})
    assert run.status is Status.QUESTION
    assert "base-missing" in {finding.code for finding in run.findings}
