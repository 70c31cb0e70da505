"""Regions side by side as a visitor sees them, on the sample data."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def texts(visit: Visit, selector: str) -> str:
    return re.sub(r"\s+", " ", visit.page.locator(selector).inner_text())


def test_regions_are_found_by_a_spelling_and_stand_in_the_address(regular: Visit) -> None:
    page = regular.walk("/wilayah?wilayah=36")
    control = page.locator("#wilayah-param-bandingkan")
    for typed, name in (("3603", "Kabupaten Tangerang"), ("kalbar", "Kalimantan Barat")):
        control.click()
        control.fill(typed)
        page.get_by_role("option", name=name, exact=True).click()
        regular.settle()
    columns = page.locator("#bandingkan-columns")
    expect(columns).to_contain_text("Kabupaten Tangerang")
    expect(columns).to_contain_text("Kalimantan Barat")
    assert re.search(r"bandingkan=36\.03(%2C|,)61", page.url)
    assert "51,16%" in texts(regular, "#bandingkan-columns")


def test_nonsense_is_named_and_five_are_too_many(reader: Visit) -> None:
    page = reader.walk("/wilayah?wilayah=36&bandingkan=36.01,36.02,36.03,xx,36.04,36.71")
    notes = page.locator("#bandingkan-notes")
    expect(notes).to_contain_text("Tidak dikenal dan tidak ikut dibandingkan: xx.")
    expect(notes).to_contain_text("Tidak ditampilkan: Kota Tangerang.")
