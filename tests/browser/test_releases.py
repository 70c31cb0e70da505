"""A release from the form that makes it to its pages and back, in a browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_a_release_is_made_walked_through_and_left(guest: Visit) -> None:
    page = guest.open("/data?wilayah=36&bahasa=id")
    page.locator("#releases-name").fill("Sari")
    page.locator("#releases-embargo").fill("2999-12-01T09:00")
    page.get_by_role("button", name="Bekukan angka sekarang").click()
    made = page.locator("#releases-list a").first
    expect(made).to_be_visible()
    assert guest.violations() == []
    name = made.inner_text()
    made.click()
    guest.settle()
    strip = page.locator(".release-strip")
    expect(strip).to_contain_text(f"Rilis {name} (embargo sampai 1 Des 2999, 09.00)")
    assert guest.violations() == []
    # The menu, and a link that knows nothing of releases, stay within it.
    page.locator("#shell-menu").get_by_text("Wilayah").click()
    guest.settle()
    page.locator("#wilayah-table a").first.click()
    expect(page.locator("#daerah-hero-caption")).to_contain_text(f"Rilis {name}")
    guest.settle()
    assert f"rilis={name}" in page.url
    page.get_by_text("EN", exact=True).click()
    expect(page.locator("#daerah-hero-caption")).to_contain_text(f"Release {name}")
    page.locator("a.brand").click()
    expect(page.locator("#ringkasan-hero-caption")).to_contain_text(f"Release {name}")
    strip.get_by_role("link").click()
    expect(strip).to_have_count(0)
    assert "rilis" not in page.url
    # The next guest begins with the running figures.
    guest.open("/")
    expect(page.locator(".release-strip")).to_have_count(0)
