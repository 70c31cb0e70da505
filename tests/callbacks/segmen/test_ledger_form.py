"""What is typed as a line of the ledger is understood as offices write it, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.domain.ledger import LedgerKey
from cakupan.domain.periods import Period
from cakupan.texts.number_format import count
from callbacks.ledger_form import read_month, read_whole

WHOLE = {"least": 1, "most": 9_000_000}


@pytest.mark.parametrize("typed", ["3600", "3.600", "3 600", "3.600 orang", "Rp3.600", "3,6 ribu"])
def test_a_number_is_read_as_offices_write_it(typed: str) -> None:
    assert read_whole(typed, language=Language.ID, **WHOLE) == 3_600


@pytest.mark.parametrize("typed", ["", "0", "-5", "3,5", "46%", "9.000.001", "banyak", "1.2.3"])
def test_what_is_no_whole_number_within_the_limits_is_none(typed: str) -> None:
    assert read_whole(typed, language=Language.ID, **WHOLE) is None


@given(st.integers(1, 9_000_000), st.sampled_from(Language))
def test_every_count_survives_being_shown_and_typed_again(number: int, language: Language) -> None:
    assert read_whole(count(number, language), language=language, **WHOLE) == number


@pytest.mark.parametrize(
    "typed", ["Januari 2026", "Jan 2026", "2026-01", "01/2026", "january 2026"]
)
def test_a_month_is_read_as_in_files(typed: str) -> None:
    assert read_month(typed) == Period("2026-01")


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading(text: str) -> None:
    month = read_month(text)
    assert month is None or 2000 <= month.year <= 2100
    number = read_whole(text, language=Language.ID, **WHOLE)
    assert number is None or 1 <= number <= 9_000_000


@given(st.tuples(*(st.text(max_size=12) for _ in range(4))))
def test_a_key_survives_a_button_whatever_words_a_source_uses(
    parts: tuple[str, str, str, str],
) -> None:
    key = LedgerKey(*parts)
    assert LedgerKey.parse(key.text) == key
