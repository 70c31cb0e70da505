"""The Metode page explains what the program computes, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest

from cakupan.exports.api.resources import BASE as API
from cakupan.exports.api.resources import RESOURCES
from layouts.metode.programs import ADDRESSES, BASE

Said = Callable[[Any], str]


@pytest.fixture
def metode(ask: Callable[..., Any], said: Said) -> Callable[[str], str]:
    def read(search: str = "") -> str:
        request = {"path": "/metode", "search": search, "compact": False, "key": "3"}
        answer = ask("metode-sections.children", data=request)
        assert answer["metode"]["data-answers"] == "3"
        return said(answer["metode-sections"])

    return read


def test_formulas_stand_with_their_cut_offs_and_the_function_that_computes(
    metode: Callable[..., str],
) -> None:
    shown = metode()
    assert "p = N ÷ D" in shown
    assert "Dihitung oleh coverage.coverage" in shown
    assert "0,95 mulai dari sini sesuai lintasan" in shown
    assert "10.000 bobot acak yang dicoba" in shown


def test_targets_and_regulations_stand_with_what_they_rest_on(metode: Callable[..., str]) -> None:
    shown = metode()
    assert "Banten RPJMD 2030 65,00% Semesta pekerja" in shown
    assert "Permendagri 15/2024 Indonesia berlaku" in shown
    assert "Raperda Jamsostek Banten Banten rancangan" in shown


def test_known_faults_of_sources_are_told_with_their_reason(metode: Callable[..., str]) -> None:
    assert "“kabupaten” dibaca “Kota”" in metode()
    assert "“kabupaten” is read as “Kota”" in metode("?bahasa=en")


def test_words_of_the_field_are_explained_in_the_order_of_the_alphabet(
    metode: Callable[..., str],
) -> None:
    english = metode("?bahasa=en")
    assert english.index("Glide path") < english.index("Paritrana Award")
    assert "+12.33 points, not +12.33%" in english


def test_the_page_names_every_address_of_the_api() -> None:
    assert {*ADDRESSES} == {resource.name for resource in RESOURCES}
    assert BASE == API
