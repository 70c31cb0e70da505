"""Assumptions in an address: read exactly, bounded, and written back as they were."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.sharing import Rule
from cakupan.analytics.what_if import Assumption
from layouts.choices import Choices
from layouts.target.asked import (
    NAMES,
    assumed_by_parameter,
    in_percent,
    read_asked,
    stated_by_parameter,
)

STATED = Assumption(Decimal(0), 8525, 2030, Decimal("0.65"))


def asked(**texts: str):
    choices = Choices(of_page=tuple(sorted(texts.items())))
    return read_asked(choices, STATED, of_target=True, first_year=2025)


def test_without_a_word_in_the_address_what_is_stated_holds() -> None:
    assert asked().assumed == STATED
    assert (asked().rule, asked().contribution, asked().months) == (Rule.GAP, 16_800, 12)
    assert asked().people is None
    assert asked().ignored == ()


def test_numbers_are_read_exactly_with_point_or_comma() -> None:
    given_ = asked(tumbuh="1.5", tambah="9000", tahun="2032", rasio="43,92", aturan="setara")
    assert given_.assumed == Assumption(Decimal("0.015"), 9000, 2032, Decimal("0.4392"))
    assert given_.rule is Rule.EFFORT


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tumbuh", "banyak"),
        ("tumbuh", "21"),
        ("tumbuh", "NaN"),
        ("tambah", "-1"),
        ("tambah", "1.5"),
        ("tahun", "2024"),
        ("tahun", "2101"),
        ("rasio", "0"),
        ("rasio", "100.01"),
        ("rasio", "1E+9999"),
        ("aturan", "adil"),
        ("bulan", "0"),
        ("iuran", "99999999999"),
        ("orang", "²"),
    ],
)
def test_nonsense_is_named_and_replaced(name: str, text: str) -> None:
    given_ = asked(**{name: text})
    assert given_.ignored == (name,)
    assert given_.assumed == STATED


def test_what_holds_at_the_start_is_written_as_it_would_be_asked_for() -> None:
    stated = stated_by_parameter(asked())
    assert set(stated) == set(NAMES)
    again = asked(**{name: text for name, text in stated.items() if text})
    assert (again.assumed, again.ignored) == (STATED, ())


def test_what_is_assumed_stands_in_the_fields_as_it_was_asked_for() -> None:
    typed = {"tumbuh": "1.5", "tambah": "9000", "tahun": "2032", "rasio": "43.92"}
    money = {"iuran": "20000", "bulan": "6", "orang": "5000"}
    assert assumed_by_parameter(asked(**typed, **money)) == typed | money
    assert assumed_by_parameter(asked())["orang"] == ""


@given(st.integers(1, 10_000))
def test_a_ratio_survives_the_address(hundredths: int) -> None:
    ratio = Decimal(hundredths) / 10_000
    text = str(in_percent(ratio))
    assert "E" not in text
    assert asked(rasio=text).assumed.ratio == ratio


@given(st.text(max_size=20), st.sampled_from(NAMES))
def test_no_text_breaks_the_reading(text: str, name: str) -> None:
    given_ = asked(**{name: text})
    assert 0 < given_.assumed.ratio <= 1
    assert 2025 <= given_.assumed.year <= 2100
