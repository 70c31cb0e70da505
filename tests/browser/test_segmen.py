"""The Segmen page as a visitor sees it."""

import re

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize(
    ("visit", "query"),
    [
        pytest.param({"viewport": DESKTOP}, "?tema=gelap&bahasa=en", id="desktop"),
        pytest.param({"viewport": PHONE}, "?tema=terang&bahasa=id", id="phone"),
    ],
    indirect=["visit"],
)
def test_the_page_has_no_serious_fault_and_stays_within_the_screen(
    visit: Visit, query: str
) -> None:
    page = visit.open(f"/segmen{query}&wilayah=36")
    assert visit.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_was_told_of_banten_and_kota_tangerang_stands_line_by_line(visit: Visit) -> None:
    page = visit.open("/segmen?wilayah=36")
    text = re.sub(r"\s+", " ", page.locator("main").inner_text())
    for told in ("3.600", "946", "385.741", "23.315", "16.000", "40.000"):
        assert told in text
    assert "Tidak dijumlahkan" in text
    assert "46,03%" in text
    assert "40,87%" in text
    assert f"{(2_727_000 - 305_801) / 5_924_400:.2%}" == "40.87%"
    assert "514.541" in text
    assert "768.187" in text
