"""The Mutu data page as a visitor sees it: a red flag decided about, and seen elsewhere."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_the_impossible_figure_of_kabupaten_tangerang_is_red_with_its_cell(reader: Visit) -> None:
    page = reader.walk("/mutu?wilayah=36")
    first = page.locator("#mutu-flags .flags > li").first
    expect(first).to_contain_text("Merah")
    expect(first).to_contain_text("Kabupaten Tangerang: 2,8 juta peserta menurut portalkota")
    expect(first).to_contain_text("lebih banyak daripada seluruh Banten, 2.727.000")
    expect(first).to_contain_text(re.compile(r"angka_terbit\.xlsx · lembar .* · sel I\d+"))
    checks = page.locator("#mutu-checks")
    expect(checks).to_contain_text("45,99% sampai 46,24%")
    expect(page.locator("#mutu-bases")).to_contain_text("44,21% sampai 47,38%")


def test_a_decision_is_made_in_the_dialogue_and_counted_on_ringkasan(regular: Visit) -> None:
    page = regular.walk("/mutu?wilayah=36")
    page.get_by_role("button", name=re.compile("^Terima Kabupaten Tangerang")).first.click()
    dialogue = page.get_by_role("dialog")
    expect(dialogue).to_contain_text("2,8 juta peserta")
    assert regular.violations() == []
    dialogue.get_by_role("button", name="Terima").click()
    expect(dialogue.get_by_role("alert")).to_contain_text("2 isian perlu dibetulkan")
    expect(dialogue).to_contain_text("Tulis alasannya")
    dialogue.get_by_role("textbox", name="Alasan").fill("Salah tulis di sumbernya")
    dialogue.get_by_role("textbox", name="Nama Anda").fill("Sari")
    dialogue.get_by_role("button", name="Terima").click()
    expect(page.locator("#mutu-history")).to_contain_text("Diterima oleh Sari")
    expect(page.locator("#mutu-flags h2")).to_contain_text("Tidak ada bendera merah")
    regular.walk("/?wilayah=36")
    expect(page.locator("#ringkasan-freshness")).to_contain_text("Tidak ada bendera merah terbuka")
    page.get_by_role("link", name="Lihat Mutu data").click()
    page.get_by_text("Sudah diputuskan (1)").click()
    page.get_by_role("button", name=re.compile("^Buka lagi Kabupaten Tangerang")).click()
    dialogue.get_by_role("textbox", name="Alasan").fill("Menunggu jawaban penerbit")
    dialogue.get_by_role("button", name="Buka lagi").click()
    expect(page.locator("#mutu-flags h2")).to_contain_text("1 bendera merah")
