"""Both languages say the same things."""

import ast
import re
import string
from collections.abc import Mapping
from pathlib import Path

import pytest

from cakupan.domain.language import Language
from cakupan.texts import words
from cakupan.texts.words import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
ID, EN = words(Language.ID).sentences, words(Language.EN).sentences


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_topics_and_keys() -> None:
    assert {p.name for p in (SENTENCES / "id").glob("*.toml")} == {
        p.name for p in (SENTENCES / "en").glob("*.toml")
    }
    assert set(ID) == set(EN)
    assert ID


def test_both_languages_fill_in_the_same_fields() -> None:
    differing = [key for key in ID if fields(ID[key]) != fields(EN[key])]
    assert not differing, differing


@pytest.mark.parametrize("sentences", [ID, EN], ids=["id", "en"])
def test_no_sentence_is_empty_or_begins_or_ends_with_space(sentences: Mapping[str, str]) -> None:
    wrong = {key: said for key, said in sentences.items() if not said or said.strip() != said}
    assert not wrong, wrong


def test_every_key_that_the_program_names_outright_exists() -> None:
    named = set()
    for room in ("app.py", "cakupan", "etl", "layouts", "callbacks", "routes"):
        base = ROOT / room
        for path in [base] if base.suffix else base.rglob("*.py"):
            if not path.exists():
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args:
                    first = node.args[0]
                    is_key = isinstance(first, ast.Constant) and isinstance(first.value, str)
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if is_key and name in {"say", "words", "w", "t", "text"}:
                        named.add(first.value)
    topics = {key.split(".")[0] for key in ID}
    shape = re.compile(r"[a-z_]+(\.[a-z_-]+)+")
    keys = {key for key in named if shape.fullmatch(key) and key.split(".")[0] in topics}
    assert keys, "the program names no sentence at all: this test looks in the wrong place"
    assert keys <= set(ID), sorted(keys - set(ID))


def test_an_unknown_key_is_an_error_and_not_an_empty_label() -> None:
    with pytest.raises(KeyError):
        words(Language.ID)("no.such.sentence")


def test_a_sentence_for_each_row_is_the_sentence_of_that_row() -> None:
    say, names, texts = words(Language.ID), ["Kab. {A}", "Kota B"], ["46,03%", "–"]
    rows = zip(names, texts, strict=True)
    assert say.each("charts.ranks.ends", best=names, worst=texts) == [
        say("charts.ranks.ends", best=name, worst=text) for name, text in rows
    ]
