"""What a page says is there before its program, and the program takes over what stands there."""

import json
import re
from collections import Counter

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import DESKTOP, PATIENCE, PHONE, Visit

pytestmark = pytest.mark.browser

PROGRAM, CHARTS, ANSWERS = "**/cakupan-dash-renderer.js*", "**/charts.js*", "**/sekilas?*"
PAGES = (
    "/?wilayah=36",
    "/?wilayah=36&bahasa=en&tema=gelap",
    "/wilayah/36.03",
    "/segmen?wilayah=36",
)
# Each text that is seen below the bar, with where it stands; bars and lines by their boxes.
TEXTS = """(root) => {
  const told = [];
  const walk = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const place = walk.currentNode.parentElement;
    const text = walk.currentNode.data.trim();
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const { left, top, width } = range.getBoundingClientRect();
    const seen = place.checkVisibility({ visibilityProperty: true });
    if (!text || !width || !seen || place.closest('.unseen, caption')) continue;
    told.push([text, left, top + window.scrollY]);
  }
  return told;
}"""
MARKS = """([root, marks]) => [...document.querySelectorAll(`${root} ${marks}`)].map((mark) => {
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  return [left, right, top + window.scrollY, bottom + window.scrollY];
})"""
# What is seen in between two tasks: how far a page has come, and a drawing that is not whole yet.
WATCH = """
  window.seen = new Set();
  window.setInterval(() => {
    const half = document.querySelector('[data-drawing] .main-svg');
    const begun = document.querySelector('#_dash-renderer');
    const piece = document.querySelector('#react-entry-point:has(.card):has([data-later])');
    const told = {
      'a part of the program': window.React && !begun,
      'a part of the page': piece,
      'a part of the page, to be seen': piece && !document.querySelector('#sight'),
      'a part of a chart': half,
      'a part of a chart, to be seen': half?.checkVisibility({ visibilityProperty: true }),
    };
    Object.keys(told).filter((name) => told[name]).forEach((name) => window.seen.add(name));
  }, 1);
"""


def hold(page: Page, address: str) -> list[Route]:
    held: list[Route] = []
    page.route(address, lambda route: held.append(route))  # noqa: PLW0108  Playwright marks it
    return held


def ready(page: Page) -> None:
    page.locator("#react-entry-point main[data-ready='yes']").wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("path", PAGES)
def test_the_first_sight_stands_where_the_page_will_stand(visit: Visit, path: str) -> None:
    page = visit.page
    program = hold(page, PROGRAM)
    page.goto(visit.address + path, wait_until="commit")
    page.locator("#sight").wait_for(timeout=PATIENCE)
    first = page.evaluate(TEXTS, "#sight main")
    bars = page.evaluate(MARKS, ["#sight", ".sight-bar"])
    lines = page.evaluate(MARKS, ["#sight", ".sight-line"])
    assert page.locator("#sight .sight-chart").count() == page.locator("#sight .dash-graph").count()
    program[0].continue_()
    ready(page)
    assert page.locator("#sight, .sight-chart").count() == 0
    then = page.evaluate(TEXTS, "main")
    assert len(first) > 100
    assert Counter(text for text, *_ in first) == Counter(text for text, *_ in then)
    left = list(then)
    for text, x, y in first:
        near = [one for one in left if one[0] == text and abs(one[1] - x) + abs(one[2] - y) < 2]
        assert near, (text, x, y)
        left.remove(near[0])
    assert alike(bars, page.evaluate(MARKS, ["main", ".bars .point path"]))
    assert alike(lines, page.evaluate(MARKS, ["main", ".js-line"]))
    assert len(bars) >= 5


def alike(ours: list[list[float]], theirs: list[list[float]]) -> bool:
    """Whether each mark lies where one of the other's lies, to the pixel."""
    return len(ours) <= len(theirs) and all(
        any(max(abs(a - b) for a, b in zip(one, other, strict=True)) < 1.6 for other in theirs)
        for one in ours
    )


@pytest.mark.parametrize(
    "visit", [{"viewport": DESKTOP}, {"viewport": PHONE}], indirect=True, ids=["desktop", "phone"]
)
def test_a_reader_sees_figures_and_charts_without_the_program(visit: Visit) -> None:
    page = visit.page
    program = hold(page, PROGRAM)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    sight = page.locator("#sight")
    expect(sight.locator("main")).to_contain_text("46,03%")
    expect(sight.locator("header.top")).to_contain_text("Semesta pekerja")
    expect(sight.get_by_text("Data contoh").first).to_be_visible()
    assert sight.locator(".sight-chart").count() == 5
    assert page.title() == "Ringkasan Banten · Okt 2025 · Cakupan"
    assert visit.wide_by() == 0
    assert page.evaluate("document.querySelector('#sight [id]')") is None
    program[0].continue_()
    ready(page)
    assert page.title() == "Ringkasan Banten · Okt 2025 · Cakupan"


def test_what_was_asked_ahead_is_not_asked_again(visit: Visit) -> None:
    asked = questions(visit.page)
    page = visit.open("/?wilayah=36")
    assert asked == []
    page.locator("#shell-language").get_by_text("EN", exact=True).click()
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46.03%")
    ready(page)
    assert any("ringkasan-bullet.figure" in one for one in asked)


def test_a_table_that_came_ahead_stands_while_the_map_is_drawn_otherwise(visit: Visit) -> None:
    page = visit.open("/wilayah?wilayah=36")
    asked = questions(page)
    visit.open("/wilayah?wilayah=36")
    assert asked == []
    rows = page.locator("#wilayah-table tbody tr")
    expect(rows).to_have_count(8)
    row = rows.first.element_handle()
    page.locator("#wilayah-param-warna").get_by_text("Kekurangan", exact=True).click()
    expect(page.locator("#wilayah-map-head")).to_contain_text("Kekurangan terbesar")
    ready(page)
    assert row.is_visible()
    [question] = [json.loads(one) for one in asked if "wilayah-map.figure" in one]
    assert all(place["value"] for place in question["state"]), "nothing was noted"


def test_a_page_at_another_address_is_not_first_another_one(visit: Visit) -> None:
    asked = questions(visit.page)
    page = visit.open("/pertumbuhan?wilayah=36")
    assert page.locator("#ringkasan").count() == 0
    assert asked == []
    page.get_by_role("link", name="Ringkasan", exact=True).click()
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46,03%")
    page.go_back()
    expect(page.locator("#pertumbuhan")).to_be_visible()
    ready(page)


def questions(page: Page) -> list[str]:
    asked: list[str] = []

    def note(request) -> None:
        if "_dash-update-component" in request.url:
            asked.append(request.post_data)

    page.on("request", note)
    return asked


def test_the_last_choices_are_asked_for_ahead_too(visit: Visit) -> None:
    visit.open("/?wilayah=32&bahasa=en")
    asked = questions(visit.page)
    program = hold(visit.page, PROGRAM)
    visit.page.goto(visit.address, wait_until="commit")
    expect(visit.page.locator("#sight main")).to_contain_text("Jawa Barat")
    program[0].continue_()
    ready(visit.page)
    assert asked == []


@pytest.mark.parametrize("body", ['{"answers":[]}', "[]", '{"answers":[{"output":"..a.b..'])
def test_without_answers_the_program_asks_for_itself(visit: Visit, body: str) -> None:
    page = visit.page
    page.route(ANSWERS, lambda route: route.fulfill(content_type="application/json", body=body))
    asked = questions(page)
    visit.open("/?wilayah=36")
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46,03%")
    assert len(asked) >= 2
    assert page.locator("#sight").count() == 0


def test_an_answer_that_does_not_come_holds_up_nothing_for_long(visit: Visit) -> None:
    page, program = visit.page, []
    page.on("request", lambda one: program.append(one) if "dash-renderer" in one.url else None)
    held = hold(page, ANSWERS)
    page.goto(f"{visit.address}/segmen?wilayah=36", wait_until="commit")
    # The program begins all the same, and shows the rooms of the page.
    expect(page.locator("#react-entry-point .app")).to_be_visible()
    assert program
    held[0].continue_()
    ready(page)
    expect(page.locator("#segmen")).to_contain_text("46,03%")


def test_pictures_stand_in_for_charts_and_the_page_lives(visit: Visit) -> None:
    page = visit.page
    charts = hold(page, CHARTS)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46,03%")
    expect(page.locator("#sight")).to_have_count(0)
    expect(page.locator("#react-entry-point .sight-chart")).to_have_count(5)
    # Each picture in the place of its own chart, by what it tells.
    expect(page.locator("#ringkasan-ranking .sight-chart")).to_contain_text("58,37%")
    expect(page.locator("#ringkasan-movers .sight-chart")).to_contain_text("+3,36 poin")
    # A picture of what was asked before is none of what is asked now.
    page.locator("#shell-language").get_by_text("EN", exact=True).click()
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46.03%")
    assert page.locator(".sight-chart").count() == 0
    charts[0].continue_()
    ready(page)
    assert page.locator("main .main-svg").count() > 0


def test_who_walks_on_before_the_program_has_begun_is_shown_the_other_page(visit: Visit) -> None:
    page = visit.page
    program = hold(page, PROGRAM)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    page.locator("#sight").get_by_role("link", name=re.compile("^Segmen")).click()
    expect(page).to_have_url(re.compile("/segmen"))
    expect(page.locator("#sight main")).to_contain_text("Penerima upah")
    program[-1].continue_()
    ready(page)


def test_what_is_clicked_is_heard_while_the_page_comes_to_life(visit: Visit) -> None:
    page = visit.page
    page.add_init_script(WATCH)
    program = hold(page, PROGRAM)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    page.locator("#sight").wait_for(timeout=PATIENCE)
    program[0].continue_()
    ready(page)
    parts = {"a part of the program", "a part of the page", "a part of a chart"}
    assert set(page.evaluate("[...window.seen]")) == parts


def test_what_is_clicked_before_anything_hears_it_is_done_as_soon_as_it_does(visit: Visit) -> None:
    page = visit.page
    program = hold(page, PROGRAM)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    page.locator("#sight .sight-select").first.click()
    program[0].continue_()
    expect(page.get_by_role("option", name="Gorontalo")).to_be_visible()
    ready(page)


@pytest.mark.parametrize("path", ["/?wilayah=36", "/segmen?wilayah=36"])
def test_answers_that_come_when_the_program_is_there_already_fill_every_card(
    visit: Visit, path: str
) -> None:
    page = visit.page
    answers = hold(page, ANSWERS)
    page.goto(visit.address + path, wait_until="commit")
    page.locator("#react-entry-point main").wait_for(state="attached", timeout=PATIENCE)
    answers[0].continue_()
    ready(page)
    heads = page.locator("#react-entry-point .card:has(.dash-graph) .card-head")
    assert heads.count() > 2
    assert all(text.strip() for text in heads.all_inner_texts())
