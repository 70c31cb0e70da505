"""The page of one region as a visitor sees it, on the sample data, on screen and on paper."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


FAR_FROM_DATA = "/wilayah/35.01?bahasa=id"


def texts(visit: Visit, selector: str = "main") -> str:
    return re.sub(r"\s+", " ", visit.page.locator(selector).inner_text())


def indonesian(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def cells(visit: Visit, section: int) -> list[str]:
    """The addresses in the last column of a table of sources."""
    rows = visit.page.locator(f"#daerah-sources section:nth-of-type({section}) tbody tr")
    return [row.locator("td").last.inner_text() for row in rows.all()]


def test_kab_tangerang_is_what_the_cells_of_its_files_add_up_to(reader: Visit) -> None:
    reader.walk("/wilayah/36.03?bahasa=id")
    participants = load_workbook(SAMPLES / "peserta_banten.xlsx")["Peserta aktif"]
    workers = load_workbook(SAMPLES / "semesta_pekerja.xlsx")["Semesta pekerja"]
    n = sum(participants[cell].value for cell in cells(reader, 1))
    d = sum(workers[cell].value for cell in cells(reader, 2))
    assert (n, d) == (973_767, 1_903_231)
    hundredths = int(Fraction(n * 10_000, d) + Fraction(1, 2))
    share = f"{hundredths // 100},{hundredths % 100:02d}%"
    assert share in texts(reader, "#daerah-hero-figure")
    missing = -(-d * 65 // 100) - n
    assert indonesian(missing) == "263.334"
    assert f"kurang {indonesian(missing)} pekerja, {indonesian(-(-missing // 62))} per bulan" in (
        reader.page.locator("#daerah-ladder").text_content() or ""
    )
    assert indonesian(n) in texts(reader, "#daerah-years")
    assert "Target Banten, ditampilkan sebagai orientasi" in texts(reader)


def test_the_way_leads_down_to_a_part_and_back(regular: Visit) -> None:
    page = regular.walk("/wilayah/36?wilayah=36")
    page.locator("#daerah-parts").get_by_role("link", name="Kab. Lebak").click()
    expect(page.locator("#daerah-hero-figure h1")).to_contain_text("Kabupaten Lebak")
    regular.settle()
    assert page.url.split("?")[0].endswith("/wilayah/36.02")
    page.get_by_role("navigation", name="Letak wilayah").get_by_role("link", name="Banten").click()
    expect(page.locator("#daerah-hero-figure h1")).to_contain_text("Banten, ")
    assert page.url.split("?")[0].endswith("/wilayah/36")


def test_another_province_in_the_bar_leads_to_its_page(regular: Visit) -> None:
    page = regular.walk("/wilayah/36.03?wilayah=36")
    expect(page.locator("#shell-region")).to_have_value("Banten")
    page.locator("#shell-region").click()
    page.get_by_role("option", name="Bengkulu").click()
    expect(page.locator("#daerah-hero-figure h1")).to_contain_text("Bengkulu, ")
    assert page.url.split("?")[0].endswith("/wilayah/17")
    regular.settle()


def test_a_link_shows_the_same_month_and_base_again(reader: Visit) -> None:
    reader.walk("/wilayah/36.03?periode=2024-10&penyebut=employed")
    text = texts(reader)
    assert "Kabupaten Tangerang, Oktober 2024" in text
    assert "penyebut Penduduk bekerja Agu 2024" in text


def test_a_code_that_is_none_offers_who_may_be_meant(guest: Visit) -> None:
    page = guest.page
    page.goto(guest.address + "/wilayah/kab-tangerang")
    page.get_by_role("link", name="Kabupaten Tangerang").click()
    expect(page.locator("#daerah-hero-figure h1")).to_contain_text("Kabupaten Tangerang")
    guest.settle()
    # The answer is honest about the missing page; the browser reports that one answer.
    assert all("kab-tangerang" in fault or "404" in fault for fault in guest.faults)
    guest.faults.clear()


@pytest.mark.parametrize(("code", "figures"), [("36.03", 5), ("61", 5), ("00", 0)])
def test_it_prints_on_one_sheet_with_pictures_and_without_the_bar(
    guest: Visit, code: str, figures: int
) -> None:
    page = guest.open(f"/wilayah/{code}")
    page.locator(".daerah[data-paper='ready']").wait_for()
    sheet = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    pictures = page.locator(".on-paper img")
    assert pictures.count() == figures
    for picture in pictures.all():
        assert picture.evaluate("image => image.naturalWidth") > 0
        assert picture.get_attribute("alt")
    assert "Sumber: peserta aktif" in texts(guest, "#daerah-hero-caption")


def test_a_region_whose_province_has_no_data_says_what_to_do(reader: Visit) -> None:
    reader.walk(FAR_FROM_DATA)
    assert "Ke halaman Data" in texts(reader)
