"""Regions side by side as a visitor sees them, on the sample data."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def texts(visit: Visit, selector: str) -> str:
    return re.sub(r"\s+", " ", visit.page.locator(selector).inner_text())


def test_regions_are_found_by_a_spelling_and_stand_in_the_address(visit: Visit) -> None:
    page = visit.open("/wilayah?wilayah=36")
    control = page.locator("#wilayah-param-bandingkan")
    for typed, name in (("3603", "Kabupaten Tangerang"), ("kalbar", "Kalimantan Barat")):
        control.click()
        control.fill(typed)
        page.get_by_role("option", name=name, exact=True).click()
        visit.settle()
    columns = page.locator("#bandingkan-columns")
    expect(columns).to_contain_text("Kabupaten Tangerang")
    expect(columns).to_contain_text("Kalimantan Barat")
    assert re.search(r"bandingkan=36\.03(%2C|,)61", page.url)
    assert "51,16%" in texts(visit, "#bandingkan-columns")


@pytest.mark.parametrize(
    ("visit", "look"),
    [
        pytest.param({"viewport": DESKTOP}, "tema=terang&bahasa=id", id="desktop"),
        pytest.param({"viewport": PHONE}, "tema=gelap&bahasa=en", id="phone"),
    ],
    indirect=["visit"],
)
def test_it_is_accessible_and_fits(visit: Visit, look: str) -> None:
    page = visit.open(f"/wilayah?wilayah=36&bandingkan=36.03,36.71,36,00&{look}")
    expect(page.locator("#bandingkan-lines .main-svg").first).to_be_visible()
    assert page.locator("#bandingkan-columns article").count() == 4
    assert visit.violations() == []
    inner, wide = page.evaluate("[window.innerWidth, document.documentElement.scrollWidth]")
    assert wide <= inner, "the page scrolls sideways"


def test_nonsense_is_named_and_five_are_too_many(visit: Visit) -> None:
    visit.open("/wilayah?wilayah=36&bandingkan=36.01,36.02,36.03,xx,36.04,36.71")
    notes = texts(visit, "#bandingkan-notes")
    assert "Tidak dikenal dan tidak ikut dibandingkan: xx." in notes
    assert "Tidak ditampilkan: Kota Tangerang." in notes
