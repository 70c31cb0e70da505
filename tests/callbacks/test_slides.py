"""Chosen cards as the Slide page and the show ask for them: the numbers of the pages."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from cakupan.domain.decks import MOST_ITEMS
from cakupan.domain.plans import LinePlan
from callbacks.showing import Showing
from layouts.slide.show import ASSETS

OCTOBER = "?wilayah=36&periode=2025-10&penyebut=eligible"


def item(card: str, **more: str) -> dict[str, str]:
    return {"path": "/", "search": OCTOBER, "card": card, "title": "", **more}


def told(client: FlaskClient, *items: Any, **manner: object) -> list[dict[str, Any]]:
    answer = client.post("/slide/kartu", json={"items": items, **manner})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = json.loads(answer.data)["items"]
    return found


def test_every_card_is_told_in_its_place(client: FlaskClient) -> None:
    trend, gone, ranking = told(client, item("trend"), item("tidak-ada"), item("ranking"))
    assert (trend["state"], gone["state"], ranking["state"]) == ("shown", "gone", "shown")
    assert trend["preview"].startswith("<svg")
    assert "Kab. Tangerang" in ranking["preview"]
    assert "tidak ada lagi" in gone["subtitle"]
    assert ranking["page"] == "Ringkasan"
    assert ranking["sample"] == "Data contoh"


def test_a_title_typed_by_hand_is_kept_beside_the_cards_own(client: FlaskClient) -> None:
    [named] = told(client, item("trend", title="Untuk rapat"))
    [plain] = told(client, item("trend"))
    assert named["title"] == "Untuk rapat"
    assert named["own_title"] == plain["title"] != ""


def test_large_cards_hold_what_the_page_holds(client: FlaskClient, showing: Showing) -> None:
    hero, trend = told(client, item("hero"), item("trend"), large=True)
    assert hero["kind"] == "numbers"
    assert hero["numbers"][0]["text"] == "46,03%"
    shown = showing.card("/", OCTOBER, "trend")
    assert shown is not None
    assert isinstance(shown.plan, LinePlan)
    measured = [value for value in shown.plan.lines[0].values.values if value is not None]
    assert measured in [line.get("y") for line in trend["figure"]["data"]]


def test_language_and_theme_are_those_of_the_deck(client: FlaskClient) -> None:
    light, dark = (
        told(client, item("hero"), item("ranking"), language="en", theme=theme)
        for theme in ("light", "dark")
    )
    assert light[1]["page"] == "Overview"
    assert "46.03%" in light[0]["preview"]
    assert light[1]["preview"] != dark[1]["preview"]


def test_a_card_without_a_figure_is_shown_as_its_table(
    client: FlaskClient, showing: Showing
) -> None:
    drawn = showing.drawn("/wilayah", OCTOBER)
    name = next(one.shown.name for one in drawn if one.figure is None)
    [one] = told(client, {"path": "/wilayah", "search": OCTOBER, "card": name}, large=True)
    assert one["kind"] == "table"
    assert len(one["rows"]) == 8
    assert len(one["head"]) == len(one["numeric"]) == len(one["rows"][0])


def test_a_region_without_data_has_no_cards(client: FlaskClient) -> None:
    [one] = told(client, item("trend", search="?wilayah=94"))
    assert one["state"] == "gone"


@pytest.mark.parametrize("junk", [None, 7, "x", {}, {"path": "x", "card": "y"}])
def test_what_is_no_item_is_told_as_gone(client: FlaskClient, junk: object) -> None:
    assert [one["state"] for one in told(client, junk, item("trend"))] == ["gone", "shown"]


@pytest.mark.parametrize("body", [None, [], {"items": "x"}, {"items": [{}] * (MOST_ITEMS + 1)}])
def test_an_unreadable_list_is_refused_in_a_sentence(client: FlaskClient, body: object) -> None:
    answer = client.post("/slide/kartu", json=body)
    assert answer.status_code == 400
    assert answer.json["message"]


def test_names_from_elsewhere_stay_texts_in_a_picture(client: FlaskClient) -> None:
    answer = told(client, item("ranking", search=f"{OCTOBER}&cari=<script>"))
    assert "<script" not in answer[0]["preview"]


@pytest.mark.parametrize(("query", "said"), [("", "Menyiapkan"), ("?bahasa=en", "Preparing")])
def test_the_show_stands_alone_and_all_it_loads_is_there(
    client: FlaskClient, query: str, said: str
) -> None:
    page = client.get(f"/presentasi{query}").data.decode()
    assert said in page
    for name in ASSETS.values():
        assert f"/assets/{name}?m=" in page
        assert client.get(f"/assets/{name}").status_code == 200


def test_the_summary_of_a_region_is_a_list_of_cards_that_are_there(client: FlaskClient) -> None:
    items = client.get("/exports/deck/items?wilayah=36&periode=2025-10").json["items"]
    assert [item["card"] for item in items][:3] == ["hero", "trend", "ranking"]
    assert all(item["label"] for item in items)
    assert {one["state"] for one in told(client, *items)} == {"shown"}


def test_the_summary_of_nothing_says_why(client: FlaskClient) -> None:
    answer = client.get("/exports/deck/items?wilayah=94")
    assert answer.status_code == 422
    assert "Papua" in answer.json["message"]
