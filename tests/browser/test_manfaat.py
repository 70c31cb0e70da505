"""The Manfaat page as a visitor sees it: the numbers told of Bengkulu, and a sentence checked."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_bengkulus_published_claims_and_scholarships_stand_beside_what_was_loaded(
    reader: Visit,
) -> None:
    page = reader.walk("/manfaat?wilayah=17")
    text = re.sub(r"\s+", " ", page.locator("main").inner_text())
    assert "terbit 15.908 · hitungan 15.908, cocok" in text
    assert "terbit Rp205.700.000.000 · hitungan Rp205.700.000.000, cocok" in text
    assert "429 anak menerima beasiswa Rp1,68 miliar pada 2024" in text
    assert "rata-rata Rp3.916.084 per anak" in text
    assert "Data contoh" in text


def test_a_sentence_of_the_press_is_checked_and_stands_in_the_link(regular: Visit) -> None:
    page = regular.walk("/manfaat?wilayah=17")
    # As fast as fingers go: no answer is waited for between the fields.
    for label, text in (("Klaim", "15.908"), ("Rupiah", "Rp205,7 miliar")):
        page.get_by_label(label, exact=True).fill(text)
        page.keyboard.press("Enter")
    page.get_by_label("Rata-rata", exact=True).fill("Rp13,93 juta")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tidak mungkin")).to_be_visible()
    expect(page).to_have_url(re.compile("rerata="))
    page.get_by_label("Rata-rata", exact=True).fill("Rp12,93 juta")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Cocok: angka yang tertulis")).to_be_visible()
