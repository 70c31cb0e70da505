"""The Metode page as a visitor sees it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize(
    ("visit", "query"),
    [
        pytest.param({"viewport": DESKTOP}, "?tema=terang&bahasa=id", id="desktop"),
        pytest.param({"viewport": PHONE}, "?tema=gelap&bahasa=en", id="phone"),
    ],
    indirect=["visit"],
)
def test_the_page_has_no_serious_fault_and_stays_within_the_screen(
    visit: Visit, query: str
) -> None:
    page = visit.open(f"/metode{query}")
    assert visit.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_contents_lead_to_their_section_and_the_address_keeps_it(visit: Visit) -> None:
    page = visit.open("/metode")
    page.get_by_role("navigation", name="Isi halaman").get_by_text("Rumus").click()
    expect(page.get_by_role("heading", name="Rumus", exact=True)).to_be_in_viewport()
    assert page.url.endswith("#formulas")
