"""Numbers read the same on every machine."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.texts import number_format as fmt

ID, EN = Language.ID, Language.EN


@pytest.mark.parametrize(
    ("text_id", "text_en", "shown"),
    [
        ("1.234.567", "1,234,567", lambda lang: fmt.count(1234567, lang)),
        ("46,03%", "46.03%", lambda lang: fmt.percent(2_727_000 / 5_924_400, lang)),
        ("2,73 juta", "2.73 million", lambda lang: fmt.short_count(2_727_000, lang)),
        ("5,92 juta", "5.92 million", lambda lang: fmt.short_count(5_924_400, lang)),
        ("163,93 ribu", "163.93 thousand", lambda lang: fmt.short_count(163_930, lang)),
        ("9.999", "9,999", lambda lang: fmt.short_count(9_999, lang)),
        ("640 ribu", "640 thousand", lambda lang: fmt.short_count(640_000, lang, 0)),
        ("1 juta", "1 million", lambda lang: fmt.short_count(999_600, lang, 0)),
        ("1,00 juta", "1.00 million", lambda lang: fmt.short_count(999_996, lang)),
        ("+12,33 poin", "+12.33 pts", lambda lang: fmt.points(Decimal("0.1233"), lang)),
        ("−0,50 poin", "−0.50 pts", lambda lang: fmt.points(-0.005, lang)),
        ("+21,0%", "+21.0%", lambda lang: fmt.growth(Fraction(21266, 101052), lang)),
        ("Rp1.008.000.000", "Rp1,008,000,000", lambda lang: fmt.rupiah(5000 * 16800 * 12, lang)),
        (
            "Rp205,70 miliar",
            "Rp205.70 billion",
            lambda lang: fmt.rupiah(205_700_000_000, lang, short=True),
        ),
        ("–", "–", lambda lang: fmt.percent(float("nan"), lang)),
        ("–", "–", lambda lang: fmt.count(None, lang)),
        ("0,00 poin", "0.00 pts", lambda lang: fmt.points(0.0, lang)),
    ],
)
def test_the_same_number_reads_rightly_in_both_languages(text_id, text_en, shown) -> None:
    assert (shown(ID), shown(EN)) == (text_id, text_en)


def test_a_half_is_rounded_up_and_not_to_the_even_neighbour() -> None:
    assert fmt.decimal(Decimal("0.125"), ID, 2) == "0,13"
    assert fmt.decimal(2.5, ID, 0) == "3"
    assert fmt.percent(0.46025, ID) == "46,03%"


def test_numbers_out_of_a_frame_are_numbers() -> None:
    assert fmt.count(np.int64(1500), ID) == "1.500"
    assert fmt.percent(np.float64(0.4603), ID) == "46,03%"
    assert fmt.percent(np.float64("nan"), ID) == "–"


@given(st.integers(-(10**12), 10**12))
def test_a_count_can_be_read_back_from_its_text(number: int) -> None:
    text = fmt.count(number, ID).replace(".", "").replace(fmt.MINUS, "-")
    assert int(text) == number


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_percentage_is_the_exact_ratio_rounded_half_up(part: int, whole: int) -> None:
    shown = fmt.percent(Fraction(part, whole), ID).rstrip("%").replace(".", "").replace(",", ".")
    # Rounded in integers, so that no float stands between the ratio and its text.
    hundredths = (20000 * part + whole) // (2 * whole)
    expected = (Decimal(hundredths) / 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert Decimal(shown) == expected


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_ratio_held_as_a_float_reads_as_the_exact_one(part: int, whole: int) -> None:
    assert fmt.percent(part / whole, ID) == fmt.percent(Fraction(part, whole), ID)


@given(st.floats(-(10**12), 10**12), st.integers(0, 6))
def test_a_float_reads_as_the_decimal_it_stands_for(number: float, places: int) -> None:
    expected = Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    shown = fmt.decimal(number, EN, places).replace(",", "").replace(fmt.MINUS, "-")
    assert Decimal(shown) == expected
    assert fmt.decimal(number, ID, places) == fmt.decimal(number, EN, places).translate(
        str.maketrans(",.", ".,")
    )


@given(st.integers(-(10**9), 10**9), st.booleans())
def test_a_count_held_as_a_float_reads_as_the_whole_number(number: int, signed: bool) -> None:
    for language in Language:
        assert fmt.count(float(number), language, signed=signed) == fmt.count(
            number, language, signed=signed
        )


@pytest.mark.parametrize("kind", [int, float, np.int64, np.float64, Decimal, Fraction])
def test_a_signed_count_has_a_sign_unless_it_is_nothing(kind: type) -> None:
    texts = [fmt.count(kind(one), ID, signed=True) for one in (-1_234, 0, 1_234, 2**60)]
    assert texts == ["−1.234", "0", "+1.234", "+1.152.921.504.606.846.976"]
