import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.texts.number_format import decimal as written
from etl.number_text import DecimalSign, NumberProblem, decimal_sign, read_number

COMMA, POINT, UNKNOWN = DecimalSign.COMMA, DecimalSign.POINT, DecimalSign.UNKNOWN


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("1.234.567", "1234567", "1"),
        ("1,234,567", "1234567", "1"),
        ("1 234 567", "1234567", "1"),
        ("1\N{NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567", "1234567", "1"),
        ("46,03", "46.03", "0.01"),
        ("46.03", "46.03", "0.01"),
        ("1.234,5", "1234.5", "0.1"),
        ("1,234.5", "1234.5", "0.1"),
        ("0,123", "0.123", "0.001"),
        ("1234,567", "1234.567", "0.001"),
        ("2,73 juta", "2730000", "10000"),
        ("2,73 juta orang", "2730000", "10000"),
        ("163,9 ribu", "163900", "100"),
        ("5 miliar", "5000000000", "1000000000"),
        ("(5)", "-5", "1"),
        ("−5", "-5", "1"),
        ("+5", "5", "1"),
        ("１２３", "123", "1"),
        (" 12\N{ZERO WIDTH SPACE} ", "12", "1"),
        ("'12", "12", "1"),
        ("0101", "101", "1"),
        (46.03, "46.03", "0.01"),
        (0.1 + 0.2, "0.3", "0.1"),
        (2.27, "2.27", "0.01"),
        (2025, "2025", "1"),
        (1e20, "100000000000000000000", "1"),
        (-3.0, "-3", "1"),
        ("9" * 40 + ",5", "9" * 40 + ".5", "0.1"),
        ("7" * 5000, "7" * 5000, "1"),
    ],
)
def test_a_number_with_one_reading_is_read_with_its_rounding(cell, value, unit):
    reading = read_number(cell, sign=UNKNOWN)
    assert (reading.value, reading.rounding_unit) == (Decimal(value), Decimal(unit))
    assert (reading.problem, reading.is_percent, reading.is_missing) == (None, False, False)


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("Rp205,7 miliar", "205700000000", "100000000"),
        ("Rp 205.7 billion", "205700000000", "100000000"),
        ("rp. 1,68 miliar", "1680000000", "10000000"),
        ("Rp16.800", "16800", "1"),
        ("Rp16,800", "16800", "1"),
        ("Rp 1.234.567,50", "1234567.5", "0.01"),
        ("Rp12.930.000,-", "12930000", "1"),
        ("IDR 12,930,000", "12930000", "1"),
        ("12,93 juta rupiah", "12930000", "10000"),
        ("(Rp5)", "-5", "1"),
    ],
)
def test_an_amount_of_rupiah_is_read_to_the_digit_and_says_so(cell, value, unit):
    reading = read_number(cell, sign=UNKNOWN)
    assert (reading.value, reading.rounding_unit) == (Decimal(value), Decimal(unit))
    assert (reading.problem, reading.is_rupiah) == (None, True)


@given(st.integers(1, 10**15), st.sampled_from(["Rp", "Rp ", "Rp. ", "rp"]))
def test_any_amount_of_rupiah_is_read_as_it_was_written(amount, prefix):
    text = f"{prefix}{written(Decimal(amount), Language.ID, places=0)}"
    assert read_number(text, sign=UNKNOWN).value == amount


def test_thousands_of_millions_of_rupiah_may_be_meant_either_way():
    assert read_number("Rp1.234 miliar", sign=UNKNOWN).problem is NumberProblem.AMBIGUOUS


@pytest.mark.parametrize("cell", ["46,03%", "46,03 %", "46,03 persen"])
def test_a_percentage_keeps_the_number_as_written_and_says_so(cell):
    reading = read_number(cell, sign=COMMA)
    assert (reading.value, reading.is_percent) == (Decimal("46.03"), True)
    assert reading.rounding_unit == Decimal("0.01")


def test_a_thousand_with_one_point_is_read_only_by_the_proof_of_its_column():
    unproven = read_number("1.234", sign=UNKNOWN)
    assert (unproven.value, unproven.problem) == (None, NumberProblem.AMBIGUOUS)
    assert set(unproven.readings) == {Decimal(1234), Decimal("1.234")}
    assert read_number("1.234", sign=COMMA).value == 1234
    assert read_number("1.234", sign=POINT).value == Decimal("1.234")


@pytest.mark.parametrize(
    ("cell", "sign"), [("46.03", COMMA), ("46,03", POINT), ("1.234.567", POINT), ("0.123", COMMA)]
)
def test_a_number_that_contradicts_its_column_is_asked_about(cell, sign):
    reading = read_number(cell, sign=sign)
    assert (reading.value, reading.problem) == (None, NumberProblem.AMBIGUOUS)
    assert reading.readings == (read_number(cell, sign=UNKNOWN).value,)


@pytest.mark.parametrize(
    "cell", [None, "", " ", "-", "–", "—", "--", "...", "…", "n/a", "NA", "N.A.", "NaN", "null"]
)
def test_the_signs_for_a_missing_number_are_missing_and_not_zero(cell):
    reading = read_number(cell, sign=UNKNOWN)
    assert reading.is_missing
    assert reading.value is None


@pytest.mark.parametrize(
    "cell",
    [
        *("#REF!", "#N/A", "=A1+B1", "12.34.56", "1.23.456", "1.234²", "½", "1e5", "5-9", "juta"),
        *(
            "%",
            "1,5,",
            "2 juta 300 ribu",
            "1.234*",
            "(-5)",
            "USD 1.000",
            "Rp",
            "12 orang jiwa",
            "٣٤",
        ),
        *(True, float("nan"), float("inf"), dt.date(2025, 5, 9)),
    ],
)
def test_what_is_no_number_is_unreadable(cell):
    for sign in DecimalSign:
        reading = read_number(cell, sign=sign)
        assert (reading.value, reading.problem) == (None, NumberProblem.UNREADABLE)
        assert not reading.is_missing


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        (["1.234.567", "528"], COMMA),
        (["1.234", None, 7, "46,03%"], COMMA),
        (["2,73 juta"], COMMA),
        (["1,234", "46.03"], POINT),
        (["1.234", "5.678", "528"], UNKNOWN),
        (["46,03", "46.03"], UNKNOWN),
        (["Jumlah", "-", ""], UNKNOWN),
        ([1.5, 2], UNKNOWN),
    ],
)
def test_a_column_proves_its_decimal_sign_or_leaves_it_open(column, sign):
    assert decimal_sign(column) is sign


SIGNS = "0123456789.,  ()-+%"
TEXTS = st.one_of(
    st.text(SIGNS, max_size=9), st.from_regex(r"\d{1,3}([.,]\d{1,3}){0,3}", fullmatch=True)
)


@given(st.lists(TEXTS, max_size=6))
def test_a_column_proves_what_its_cells_prove_one_by_one(column):
    proven = {decimal_sign([text]) for text in column} - {UNKNOWN}
    assert decimal_sign(column) is (proven.pop() if len(proven) == 1 else UNKNOWN)


@given(TEXTS, st.sampled_from(DecimalSign))
def test_a_text_is_read_alike_with_white_space_and_a_mark_of_text_around_it(text, sign):
    # The second takes the long way round, the first may take the short one.
    assert read_number(f"  '{text.strip()} ", sign=sign) == read_number(text.strip(), sign=sign)


NUMBERS = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=4
)
STYLES = st.sampled_from(Language)
PLACES = st.integers(0, 4)


@given(NUMBERS, STYLES, PLACES)
def test_what_is_written_is_read_back_or_asked_about_but_never_another_number(
    number, language, places
):
    text = written(number, language, places)
    shown = round_half_up(number, places)
    reading = read_number(text, sign=decimal_sign([text]))
    assert reading.problem in (None, NumberProblem.AMBIGUOUS)
    assert shown in (reading.value, *reading.readings)
    if reading.problem is None:
        assert reading.value == shown
        assert reading.rounding_unit == Decimal(1).scaleb(-places)


@given(st.lists(NUMBERS, min_size=1, max_size=8), STYLES, PLACES)
def test_a_column_in_one_style_is_read_in_that_style(numbers, language, places):
    column = [written(number, language, places) for number in numbers]
    sign = decimal_sign(column)
    assert sign in (UNKNOWN, COMMA if language is Language.ID else POINT)
    for number, text in zip(numbers, column, strict=True):
        reading = read_number(text, sign=sign)
        if sign is not UNKNOWN:
            assert reading.value == round_half_up(number, places)
        assert reading.value in (None, round_half_up(number, places))


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_stored_number_is_what_excel_shows_of_it(number):
    assert float(read_number(number, sign=UNKNOWN).value) == pytest.approx(number, rel=1e-14)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    for sign in DecimalSign:
        reading = read_number(text, sign=sign)
        assert (reading.value is None) or reading.problem is None


def round_half_up(number, places):
    return number.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
