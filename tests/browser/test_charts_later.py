"""Words and figures do not wait for the library that draws, and it is fetched until it comes."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PATIENCE, Visit

pytestmark = pytest.mark.browser


def test_figures_stand_before_the_charts_can_be_drawn(visit: Visit) -> None:
    page, held = visit.page, list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/charts.js*", hold)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46,03%")
    expect(page.locator("#isi")).to_have_attribute("data-ready", "no")
    assert page.locator("main .main-svg").count() == 0
    # Another language, and another page meanwhile: its graphs wait as well, and nothing fails for
    # those that went with a drawing still before them.
    page.locator("#shell-language").get_by_text("EN", exact=True).click()
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46.03%")
    # Where a chart will stand is seen already.
    room = "getComputedStyle(document.querySelector('.ringkasan-body .plot'), '::after').opacity"
    assert float(page.evaluate(room)) > 0
    page.get_by_role("link", name="Targets", exact=True).click()
    expect(page.locator("#target-body")).to_be_visible()
    held[0].continue_()
    ready(page)
    assert page.locator("main .main-svg").count() > 0
    assert len(held) == 1
    assert visit.faults == []


def test_a_library_that_did_not_come_is_fetched_again(visit: Visit) -> None:
    page, asked = visit.page, list[str]()

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/charts.js*", answer)
    page.goto(f"{visit.address}/?wilayah=36")
    ready(page)
    assert page.locator("main .main-svg").count() > 0
    assert len(asked) == 2
    assert [fault for fault in visit.faults if "ERR_FAILED" not in fault] == []
    visit.faults.clear()


def test_two_pages_on_one_screen_are_waited_for_both(visit: Visit) -> None:
    page, held = visit.page, list[Route]()

    def hold(route: Route) -> None:
        if "wilayah-map.figure" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route(lambda address: "_dash-update" in address, hold)
    without_answers_ahead(page)
    page.goto(f"{visit.address}/wilayah?wilayah=36&periode=2025-10")
    expect(page.locator("#bandingkan")).to_have_attribute("data-answers", re.compile("/wilayah"))
    # Two rounds of the question whether all is there.
    page.wait_for_timeout(200)
    expect(page.locator("#isi")).to_have_attribute("data-ready", "no")
    held[0].continue_()
    ready(page)
    # Pictures for paper are made of the graphs that are there once the page is ready.
    page.locator("#wilayah[data-paper='ready']").wait_for(timeout=PATIENCE)
    expect(page.locator(".map .on-paper img")).to_have_count(1)


def without_answers_ahead(page: Page) -> None:
    answer = {"content_type": "application/json", "body": '{"answers":[]}'}
    page.route("**/sekilas?*", lambda route: route.fulfill(**answer))


def ready(page: Page) -> None:
    page.locator("main[data-ready='yes']").wait_for(timeout=PATIENCE)
    assert page.locator("main [data-drawing]").count() == 0
