"""Pages as data: the same numbers as on the screen, unrounded."""

from collections.abc import Callable
from typing import Any

import pytest

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.plans import BarPlan, LinePlan, NumberPlan, PartPlan
from cakupan.domain.shown import Shown
from cakupan.texts.column_text import column_texts
from callbacks.showing import Showing
from layouts.pages import PAGES

Ask = Callable[..., dict[str, dict[str, Any]]]
OCTOBER = "?wilayah=36&periode=2025-10&penyebut=eligible&bahasa=id"


@pytest.fixture
def cards(showing: Showing) -> dict[str, Shown]:
    return {card.name: card for card in showing.cards("/", OCTOBER)}


def column(card: Shown, key: str) -> Column:
    return next(one for one in card.columns if one.key == key)


def test_every_page_with_figures_can_be_taken_away(showing: Showing) -> None:
    assert {page.path for page in PAGES if page.has_figures} == set(showing.drawings)


def test_numbers_are_taken_away_unrounded(cards: dict[str, Shown]) -> None:
    ranking = cards["ranking"]
    places = column(ranking, "region").values
    coverage = dict(zip(places, column(ranking, "coverage").values, strict=True))
    assert coverage["Kab. Tangerang"] == pytest.approx(900_000 / 1_900_000, abs=1e-12)
    assert column(ranking, "coverage").kind is ColumnKind.SHARE


def test_the_first_card_holds_the_way_to_each_target_in_one_row(cards: dict[str, Shown]) -> None:
    hero = cards["hero"]
    [participants], [workers] = (
        column(hero, "participants").values,
        column(hero, "workers").values,
    )
    assert (participants, workers) == (2_727_000, 5_924_400)
    assert [one.title for one in hero.columns if one.key.startswith("gap-")]


def test_every_figure_has_the_plan_of_its_kind(cards: dict[str, Shown]) -> None:
    kinds = {name: type(card.plan) for name, card in cards.items() if card.plan}
    assert kinds == {
        "hero": NumberPlan,
        "trend": LinePlan,
        "ranking": BarPlan,
        "movers": BarPlan,
        "segments": PartPlan,
    }


def test_the_screen_shows_the_numbers_that_are_taken_away(
    cards: dict[str, Shown], ask: Ask
) -> None:
    request = {"path": "/", "search": OCTOBER, "compact": False, "key": "1"}
    on_screen = ask("ringkasan-trend.figure", data=request)
    lines = on_screen["ringkasan-trend"]["figure"]["data"]
    plan = cards["trend"].plan
    assert isinstance(plan, LinePlan)
    measured = [value for value in plan.lines[0].values.values if value is not None]
    drawn = [
        [value for value in line["y"] if value is not None]
        for line in lines
        if isinstance(line.get("y"), list)
    ]
    assert measured in drawn


def test_a_card_says_its_numbers_as_the_page_writes_them(cards: dict[str, Shown]) -> None:
    card = cards["segments"]
    texts = column_texts(column(card, "share"), Language.ID)
    assert texts == ["70,00%", "30,00%"]


def test_a_page_without_data_has_no_cards(showing: Showing) -> None:
    assert showing.cards("/", "?wilayah=94") == []
    assert showing.cards("/nowhere", "") == []


def test_every_card_that_rests_on_figures_tells_their_cells(
    showing: Showing, ask: Ask, said: Callable[[Any], str]
) -> None:
    for path in ("/", "/wilayah/36.72", "/pertumbuhan"):
        for card in showing.cards(path, OCTOBER):
            asked = {"path": path, "search": OCTOBER, "card": card.name}
            told = said(ask("shell-origin.opened", asked=asked)["shell-origin-body"])
            assert card.title in told
            assert ("Lembar1" in told and "peserta.xlsx" in told) is bool(card.behind), card.name


def test_a_card_that_is_not_on_the_page_is_said_to_be_gone(
    ask: Ask, said: Callable[[Any], str]
) -> None:
    asked = {"path": "/", "search": OCTOBER, "card": "tidak-ada"}
    assert "tidak ada pada halaman" in said(
        ask("shell-origin.opened", asked=asked)["shell-origin-body"]
    )


def test_each_part_stands_with_its_segments_and_they_add_up_to_the_province(
    showing: Showing,
) -> None:
    parts = next(one for one in showing.cards("/segmen", OCTOBER) if one.name == "segmen-parts")
    wage, own, whole = (column(parts, key).values for key in ("PU", "BPU", "all"))
    assert sum(whole) == 2_727_000
    assert all(a + b == c for a, b, c in zip(wage, own, whole, strict=True))
    assert column(parts, "own_share").values == pytest.approx([0.3] * len(whole))
    nation = showing.cards("/segmen", "?wilayah=00&periode=2025-10")
    provinces = next(one for one in nation if one.name == "segmen-parts")
    named = dict(
        zip(column(provinces, "region").values, column(provinces, "all").values, strict=True)
    )
    assert named["Banten"] == 2_727_000
    assert named["Jawa Barat"] is None
