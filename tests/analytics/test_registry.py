"""What the Metode page explains is what is computed."""

from fractions import Fraction
from itertools import chain

import pytest

from cakupan.analytics import assessment
from cakupan.analytics.registry import TOPICS, Method
from cakupan.analytics.summary import Status
from cakupan.domain.language import Language
from cakupan.texts import words

METHODS = tuple(chain.from_iterable(topic.methods for topic in TOPICS))


def sentences_of(method: Method) -> list[str]:
    return [
        *(f"metode.method.{method.id}.{part}" for part in ("name", "what")),
        *(f"metode.symbol.{symbol}" for symbol in method.symbols),
        *(f"metode.cut_off.{name}" for name in method.cut_offs),
    ]


@pytest.mark.parametrize("language", Language)
def test_every_method_symbol_and_cut_off_has_its_sentences(language: Language) -> None:
    say = words(language)
    missing = [key for method in METHODS for key in sentences_of(method) if key not in say]
    assert not missing, missing


@pytest.mark.parametrize("language", Language)
def test_no_sentence_explains_a_method_that_is_gone(language: Language) -> None:
    told = {
        key.split(".")[2] for key in words(language).sentences if key.startswith("metode.method.")
    }
    assert told == {method.id for method in METHODS}
    assert len(told) == len(METHODS)


def test_the_cut_offs_shown_are_those_that_decide() -> None:
    shown = next(method for method in METHODS if method.id == "status").cut_offs
    assert assessment.pace_status(shown["on_track"]) is Status.ON_TRACK
    assert assessment.pace_status(shown["on_track"] - Fraction(1, 10**9)) is Status.ACCELERATE
    assert assessment.pace_status(shown["accelerate"]) is Status.ACCELERATE
    assert assessment.pace_status(shown["accelerate"] - Fraction(1, 10**9)) is Status.FAR_BEHIND
