"""The Metode page as a visitor sees it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_the_contents_lead_to_their_section_and_the_address_keeps_it(regular: Visit) -> None:
    page = regular.walk("/metode?wilayah=36")
    page.get_by_role("navigation", name="Isi halaman").get_by_text("Rumus").click()
    expect(page.get_by_role("heading", name="Rumus", exact=True)).to_be_in_viewport()
    assert page.url.endswith("#formulas")
