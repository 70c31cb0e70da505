"""What a reader sees stays where it is while a page comes up."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser

# What was moved without anybody's doing, by the browser's own measure.
WATCH = """new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (!shift.hadRecentInput) window.shifted = (window.shifted || 0) + shift.value;
  }
}).observe({ type: 'layout-shift', buffered: true });"""


@pytest.mark.parametrize(
    "visit", [{"viewport": DESKTOP}, {"viewport": PHONE}], indirect=True, ids=["desktop", "phone"]
)
def test_nothing_that_is_seen_moves_when_the_first_answer_comes(visit: Visit) -> None:
    visit.page.add_init_script(WATCH)
    for path in ("/", "/target", "/segmen", "/paritrana"):
        page = visit.open(f"{path}?wilayah=36")
        assert page.locator("main h1, main h2").first.is_visible()
        assert page.evaluate("window.shifted || 0") <= 0.02, path


def test_a_page_without_an_answer_shows_its_rooms_and_no_controls(visit: Visit) -> None:
    for kept in ("**/_dash-update*", "**/sekilas?*"):
        visit.page.route(kept, lambda route: None)
    visit.page.goto(f"{visit.address}/?wilayah=36")
    card = visit.page.locator(".hero")
    card.wait_for(state="attached")
    assert not card.is_visible()
    drawn = "getComputedStyle(document.querySelector('.hero'), '::before').visibility"
    assert visit.page.evaluate(drawn) == "visible"
