"""A view is its address: choices survive being written down, and nonsense does no harm."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.charts.theme import Theme
from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference
from cakupan.storage.reference import read_reference
from layouts.choices import (
    ALL_FRAMEWORKS,
    Choices,
    choosable_regions,
    frameworks_of,
    parse,
    settle,
)

REFERENCE = read_reference(Path(__file__).resolve().parents[2] / "data" / "reference")
MONTHS = [Period("2024-10"), Period("2025-09"), Period("2025-10")]

any_choices = st.builds(
    Choices,
    region_code=st.sampled_from(choosable_regions(REFERENCE)),
    period=st.none() | st.builds(Period.of_month, st.integers(2000, 2060), st.integers(1, 12)),
    denominator_id=st.sampled_from([item.id for item in REFERENCE.denominators]),
    framework=st.sampled_from([ALL_FRAMEWORKS, *(item.id for item in REFERENCE.frameworks)]),
    language=st.sampled_from(Language),
    theme=st.sampled_from(Theme),
    of_page=st.dictionaries(
        st.from_regex(r"[a-z]{9,24}", fullmatch=True), st.text("abc019.,", min_size=1), max_size=3
    ).map(lambda given: tuple(sorted(given.items()))),
)


@given(any_choices)
def test_choices_come_back_from_their_address_as_they_were(choices: Choices) -> None:
    parsed = parse(choices.query, REFERENCE)
    assert parsed.choices == choices
    assert parsed.ignored == ()


@given(st.text(max_size=80))
def test_any_text_as_address_gives_choices_and_never_an_error(text: str) -> None:
    choices = parse(text, REFERENCE).choices
    assert choices.region_code in choosable_regions(REFERENCE)
    assert parse(choices.query, REFERENCE).choices == choices


@given(any_choices)
def test_an_address_needs_no_quoting(choices: Choices) -> None:
    assert set(choices.anywhere().query) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_=&?")


def test_the_address_reads_as_documented() -> None:
    dark = Choices(period=Period("2025-10"), framework="rpjmd", theme=Theme.DARK)
    assert dark.query == (
        "?wilayah=36&periode=2025-10&penyebut=eligible&target=rpjmd&bahasa=id&tema=gelap"
    )


def test_the_first_visit_opens_on_banten_with_the_eligible_base_and_the_newest_month() -> None:
    assert parse("", REFERENCE).choices == Choices()
    assert settle(Choices(), MONTHS, ()).period == Period("2025-10")


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("?wilayah=99", ("wilayah",)),
        ("?wilayah=36.03", ("wilayah",)),
        ("?periode=kemarin&penyebut=semua", ("periode", "penyebut")),
        ("?target=rpjmdd&bahasa=fr&tema=biru", ("target", "bahasa", "tema")),
        ("?utm_source=surat", ()),
    ],
)
def test_what_makes_no_sense_is_reported_and_replaced(query: str, ignored: tuple[str, ...]) -> None:
    parsed = parse(query, REFERENCE)
    assert parsed.ignored == ignored
    assert parsed.choices.anywhere() == Choices()


def test_a_month_without_data_gives_way_to_the_newest() -> None:
    asked = Choices(period=Period("2031-01"))
    assert settle(asked, MONTHS, ()).period == Period("2025-10")
    assert settle(asked.at(Period("2024-10")), MONTHS, ()).period == Period("2024-10")
    assert settle(asked, [], ()).period == Period("2031-01")


def test_only_frameworks_with_a_target_for_the_region_are_offered(reference: Reference) -> None:
    targets = reference.targets
    assert frameworks_of("36", targets, reference) == ("rpjmd",)
    kalbar = frameworks_of("61", targets, reference)
    assert "perda" in kalbar
    elsewhere = settle(Choices(region_code="61", framework="rpjmd"), MONTHS, kalbar)
    assert elsewhere.framework == ALL_FRAMEWORKS


def test_the_nation_takes_in_every_region_and_a_province_its_own() -> None:
    assert Choices(region_code="00").region_prefix == ""
    assert Choices(region_code="36").region_prefix == "36"


def test_what_belongs_to_the_page_is_carried_along_in_sound_names_and_sizes() -> None:
    given = parse("?tahun=2031&wilayah=36&A%20B=1&panjang=" + "x" * 300, REFERENCE).choices
    assert given.of_page == (("tahun", "2031"),)
    assert (given.page_choice("tahun"), given.page_choice("laju")) == ("2031", "")
    assert given.query.endswith("&tema=terang&tahun=2031")
    many = "&".join(f"{letter}=1" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert len(parse(f"?{many}", REFERENCE).choices.of_page) == 16
