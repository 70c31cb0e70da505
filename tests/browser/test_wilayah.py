"""The Wilayah page as a visitor sees it: the map without the internet, and the table at work."""

import re

import pytest
from playwright.sync_api import Page, expect

from cakupan.settings import ROOT
from cakupan.storage.reference import read_reference
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def rows(page: Page) -> list[str]:
    """Names in the table, in their order."""
    return page.locator("#wilayah-table tbody th").all_inner_texts()


def test_the_map_draws_all_514_areas_without_the_internet(reader: Visit) -> None:
    page = reader.walk("/wilayah?wilayah=00")
    areas = page.locator("#wilayah-map path.choroplethlocation")
    expect(areas).to_have_count(514)
    box = areas.first.bounding_box()
    assert box
    assert box["width"] > 1
    # Regions without data are hatched, not white.
    hatched = page.locator("#wilayah-map path[style*='regions-hatch-missing']")
    assert hatched.count() == 475
    assert len(rows(page)) == 514
    assert "bukan batas resmi" in page.locator("#wilayah-map-foot").inner_text()


def test_a_click_on_the_map_or_a_name_opens_the_page_of_the_region(regular: Visit) -> None:
    page = regular.walk("/wilayah?wilayah=36&peta=petak")
    page.locator("#wilayah-map .point path").nth(0).click(force=True)
    page.wait_for_url("**/wilayah/36.*")
    regular.settle()
    page.go_back()
    regular.settle()
    page.get_by_role("link", name="Kab. Lebak").click()
    page.wait_for_url("**/wilayah/36.02*")
    regular.settle()


def test_the_table_sorts_by_any_column_and_says_so(regular: Visit) -> None:
    page = regular.walk("/wilayah?wilayah=36")
    assert rows(page)[0] == "Kota Tangerang Selatan"
    head = page.get_by_role("columnheader", name="Kurang ke 65% RPJMD 2030")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert rows(page)[0] == "Kab. Tangerang"
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert rows(page)[0] == "Kota Cilegon"
    # A link to this view shows it the same.
    page.reload()
    regular.settle()
    expect(page.locator("#wilayah-table tbody tr")).to_have_count(8)
    assert rows(page)[0] == "Kota Cilegon"


def test_colours_of_the_map_change_while_the_table_stands(regular: Visit) -> None:
    page = regular.walk("/wilayah?wilayah=36")
    head, first = page.locator("#wilayah-map-head"), page.locator("#wilayah-table tbody tr").first
    page.get_by_role("columnheader", name="Kabupaten/kota").get_by_role("button").click()

    def colour(name: str) -> None:
        before = head.inner_text()
        page.locator("#wilayah-param-warna").get_by_text(name, exact=True).click()
        expect(head).not_to_have_text(before, use_inner_text=True)
        regular.settle()

    # How the table is sorted stands in the address, and is noted with the next drawing.
    colour("Kekurangan")
    row = first.element_handle()
    colour("Perubahan")
    assert row.is_visible(), "the table was laid out anew"
    # It follows whatever is chosen in the bar.
    page.locator("#shell-denominator").click()
    page.get_by_role("option", name="Penduduk bekerja").click()
    row.wait_for_element_state("hidden")
    regular.settle()
    assert rows(page)[0] == "Kab. Lebak"


def test_the_table_is_searched_by_any_spelling_and_filtered(regular: Visit) -> None:
    page = regular.walk("/wilayah?wilayah=00")
    search = page.get_by_role("searchbox", name="Cari wilayah")
    search.fill("KAB.TANGERANG")
    assert rows(page) == ["Kab. Tangerang"]
    search.fill("36.72")
    assert rows(page) == ["Kota Cilegon"]
    search.fill("tidak ada di mana pun")
    expect(page.locator(".regions-none")).to_be_visible()
    search.fill("")
    page.get_by_label("Provinsi").select_option("36")
    page.get_by_label("Jenis").select_option("kota")
    assert len(rows(page)) == 4
    assert "4 dari 514" in page.locator(".regions-count").inner_text()
    # What is noted in the address survives another choice in the bar.
    page.locator("#shell-denominator").click()
    page.get_by_role("option", name="Penduduk bekerja").click()
    regular.settle()
    expect(page.locator("#wilayah-table tbody tr")).to_have_count(4)
    assert "provinsi=36" in page.url


def test_every_spelling_of_the_reference_finds_its_region(reader: Visit) -> None:
    page = reader.walk("/wilayah?wilayah=00")
    aliases = [
        [alias.spelling, alias.code]
        for alias in read_reference(ROOT / "data" / "reference").aliases
        if "." in alias.code
    ]
    lost = page.evaluate(
        """(aliases) => {
          const { table } = document.getElementById('wilayah-table');
          return aliases.filter(([spelling, code]) => !table.finds(spelling).includes(code));
        }""",
        aliases,
    )
    assert lost == []


def test_nonsense_in_the_address_is_set_aside_with_a_word(reader: Visit) -> None:
    page = reader.walk("/wilayah?wilayah=99&peta=x&warna=%3Cb%3E&urut=y&arah=z&jenis=q&provinsi=99")
    assert len(rows(page)) == 8
    assert "tidak dikenal" in page.locator("#wilayah-head").inner_text()


def test_the_table_can_be_taken_away(reader: Visit) -> None:
    page = reader.walk("/wilayah?wilayah=36")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Unduh .xlsx").click()
    assert re.fullmatch(r"wilayah-regions-banten-\d{4}-\d{2}\.xlsx", taken.value.suggested_filename)
