"""Words and figures do not wait for the library that draws, and it is fetched until it comes."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PATIENCE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_figures_stand_before_the_charts_can_be_drawn(visit: Visit) -> None:
    page, held = visit.page, list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/charts.js*", hold)
    page.goto(f"{visit.address}/?wilayah=36", wait_until="commit")
    expect(page.locator("#ringkasan-hero-figure")).to_contain_text("46,03%")
    expect(page.locator("main")).to_have_attribute("data-ready", "no")
    assert page.locator("main .main-svg").count() == 0
    # Where a chart will stand is seen already.
    room = "getComputedStyle(document.querySelector('.ringkasan-body .plot'), '::after').opacity"
    assert float(page.evaluate(room)) > 0
    # Another page meanwhile: its graphs wait as well, and nothing fails for those that went.
    page.get_by_role("link", name="Target", exact=True).click()
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


def ready(page: Page) -> None:
    page.locator("main[data-ready='yes']").wait_for(timeout=PATIENCE)
    assert page.locator("main [data-drawing]").count() == 0
