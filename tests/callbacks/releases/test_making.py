"""The card on the Data page that makes a release: at once, beside the page, or not at all."""

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any

import pytest

from callbacks import releases
from tests.callbacks.releases.visitor import Visitor, watched


def test_a_release_is_made_on_the_data_page_and_listed(
    reader: Visitor, said: Callable[[Any], str]
) -> None:
    answer = reader.make()
    assert "dibuat" in said(answer["releases-said"]["children"])
    assert answer["releases-note"]["value"] == ""
    listed = reader.page("releases-list.children", "", "/data")["releases-list"]["children"]
    told = said(listed)
    assert "R-20" in told
    assert "Sari" in told
    assert "Untuk RUPS" in told
    assert "Terbuka" in told


def test_a_release_of_many_figures_is_made_beside_the_page(
    reader: Visitor, said: Callable[[Any], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed, make = Event(), releases.make_release
    monkeypatch.setattr(
        releases, "make_release", lambda *of, **to: make(*of, **to) if packed.wait(30) else None
    )
    form = {"note": "Untuk gubernur"}
    begun = reader.press(**form)
    watch = watched(begun)
    assert "sedang dibekukan" in said(begun["releases-said"]["children"])
    assert "value" not in begun.get("releases-note", {}), "the form stays until it is there"
    assert reader.look(watch) == {}
    assert watched(reader.press(**form)) == watch, "pressed twice it is one release"
    packed.set()
    deadline = monotonic() + 30
    while not (made := reader.look(watch)):
        assert monotonic() < deadline
    assert "dibuat" in said(made["releases-said"]["children"])
    assert made["releases-note"]["value"] == ""
    listed = said(reader.page("releases-list.children", "", "/data")["releases-list"]["children"])
    assert listed.count("Untuk gubernur") == 1


def test_a_release_that_a_restart_took_with_it_is_told(
    reader: Visitor, said: Callable[[Any], str]
) -> None:
    watch = {"type": "releases-making", "asked": "0123456789abcdef"}
    assert reader.look(watch, 599) == {}
    given_up = reader.look(watch, 600)
    assert "Lihat daftar rilis" in str(given_up["releases-name-error"]["children"])
    assert watched(given_up) is None


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"name": "  "}, "Tulis nama Anda"),
        ({"embargo": "2020-01-01T09:00"}, "sudah lewat"),
        ({"embargo": "nanti"}, "tidak dapat dibaca"),
    ],
)
def test_a_form_that_is_wrong_says_why_and_makes_nothing(
    reader: Visitor, form: dict[str, str], sentence: str
) -> None:
    before = reader.page("releases-list.children", "", "/data")
    assert sentence in str(reader.make(**form)["releases-name-error"]["children"])
    assert reader.page("releases-list.children", "", "/data") == before
