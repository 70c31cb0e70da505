"""The Data page itself: its days, its downloads, every size and language."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit
from tests.browser.data_page.conftest import card, cilegon, pick, workbook

pytestmark = pytest.mark.browser
VIEWS = [
    pytest.param({"viewport": PHONE}, "?tema=gelap&bahasa=en", id="phone"),
]


def test_a_day_of_the_past_is_picked_and_left_again(guest: Visit) -> None:
    page = guest.open("/data")
    page.locator("#data-param-pada").fill("2020-05-17")
    head = page.locator("#data-current-head")
    expect(head).to_contain_text("Pada 17 Mei 2020 belum ada muatan yang berlaku")
    assert "pada=2020-05-17" in page.url
    page.get_by_role("link", name="Kembali ke yang berlaku sekarang").click()
    expect(head).to_contain_text("deret")
    expect(page.locator("#data-param-pada")).to_have_value("")


def test_findings_are_downloaded_as_a_workbook(guest: Visit, tmp_path: Path) -> None:
    page = guest.open("/data")
    pick(page, workbook("salah.xlsx", ("", "Kab. Tangerong", "Okt 2025", 1, 2)))
    with page.expect_download() as download:
        card(page, "salah.xlsx").get_by_role("link", name="Unduh temuan").click()
    assert download.value.suggested_filename == "temuan_salah.xlsx"
    path = tmp_path / "temuan.xlsx"
    download.value.save_as(path)
    assert load_workbook(path).worksheets


def test_a_form_of_the_region_is_downloaded(guest: Visit) -> None:
    page = guest.open("/data?wilayah=17")
    with page.expect_download() as download:
        page.get_by_role("link", name="Peserta per bulan dan segmen").click()
    assert download.value.suggested_filename.startswith("isian_peserta_bengkulu_")


@pytest.mark.parametrize(("guest", "query"), VIEWS, indirect=["guest"])
def test_every_size_theme_and_language_is_accessible_and_fits(guest: Visit, query: str) -> None:
    page = guest.open("/data" + query)
    assert guest.violations() == []
    pick(
        page,
        workbook("a.xlsx", cilegon(170_000)),
        workbook("b.xlsx", *[("", f"Kab. Tangerong{row}", "Okt 2025", 1, 2) for row in range(12)]),
        workbook("c.xlsx", ("", "Tangerang", "Okt 2025", 1, 2)),
    )
    expect(page.locator(".file")).to_have_count(3)
    assert guest.violations() == []
    inner, wide = page.evaluate("[window.innerWidth, document.documentElement.scrollWidth]")
    assert wide <= inner, "the page scrolls sideways"
    page.locator("#data-history button").first.click()
    expect(page.locator(".mantine-Modal-content")).to_have_css("opacity", "1")
    assert guest.violations() == []
