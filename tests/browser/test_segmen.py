"""The Segmen page as a visitor sees it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_what_was_told_of_banten_and_kota_tangerang_stands_line_by_line(reader: Visit) -> None:
    page = reader.walk("/segmen?wilayah=36")
    text = re.sub(r"\s+", " ", page.locator("main").inner_text())
    for told in ("3.600", "946", "385.741", "23.315", "16.000", "40.000"):
        assert told in text
    assert "Tidak dijumlahkan" in text
    assert "46,03%" in text
    assert "40,87%" in text
    assert f"{(2_727_000 - 305_801) / 5_924_400:.2%}" == "40.87%"
    assert "514.541" in text
    assert "768.187" in text
    # 58.697 fishers, 154.476 farmers, 119.763 labourers, 31.937 drivers and 106.251 traders are not
    # registered; 47.759 + 80.661 of groups that nobody helps have no payer.
    assert "599.544 pekerja rentan belum terdaftar: Rp120.868.070.400 setahun" in text
    assert f"{119_763 + 106_251:,}".replace(",", ".") == "226.014"
    assert "APBD kabupaten/kota 226.014 Rp3.797.035.200 Rp45.564.422.400" in text
    assert "Belum ada sumber dana 128.420" in text
    english = reader.walk("/segmen?wilayah=36&bahasa=en").locator("main").inner_text()
    for told in ("3,600", "946", "385,741", "23,315", "16,000", "40,000", "46.03%", "40.87%"):
        assert told in english


def test_construction_and_residence_are_switched_and_every_caption_follows(regular: Visit) -> None:
    page = regular.walk("/segmen?wilayah=36")
    page.get_by_text("Tanpa Jakon", exact=True).click()
    expect(page.locator("#segmen-head")).to_contain_text("Cakupan 40,87% tanpa Jakon")
    for foot in ("head", "split", "course"):
        expect(page.locator(f"#segmen-{foot}-foot")).to_contain_text("tanpa Jakon")
    expect(page).to_have_url(re.compile("jakon=tanpa"))
    page.get_by_text("Domisili", exact=True).click()
    expect(page.locator("#segmen-head")).to_contain_text("Belum ada peserta menurut domisili")
    assert regular.violations() == []
    page.go_back()
    expect(page.locator("#segmen-head")).to_contain_text("Cakupan 40,87% tanpa Jakon")


def test_a_line_of_the_ledger_is_added_counted_and_taken_back(regular: Visit) -> None:
    page = regular.walk("/segmen?wilayah=19")
    page.get_by_role("button", name="Tambah bantuan iuran").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Simpan bantuan iuran").click()
    expect(dialog.get_by_role("alert")).to_contain_text("7 isian perlu dibetulkan")
    workers = dialog.get_by_label("Jumlah pekerja")
    expect(workers).to_have_accessible_description(re.compile("Tulis bilangan bulat"))
    assert regular.violations() == []
    page.locator("#segmen-field-payer").click()
    page.get_by_role("option", name="Dana desa").click()
    workers.fill("1.234")
    dialog.get_by_label("Iuran per orang sebulan").fill("16.800")
    dialog.get_by_label("Bulan pertama yang dibayar").fill("Agustus 2025")
    dialog.get_by_label("Lama dibayar").fill("5")
    dialog.get_by_label("Dasar hukum").fill("Perdes 3/2025")
    dialog.get_by_label("Nama Anda").fill("Sari")
    dialog.get_by_role("button", name="Simpan bantuan iuran").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#segmen-done")).to_contain_text("1.234 pekerja × Rp16.800 × 5 bulan")
    expect(page.locator("#segmen-ledger")).to_contain_text("Perdes 3/2025")
    # Five months from August lapse on 1 January: twelve more cost 1.234 × Rp16.800 × 12.
    expect(page.locator("#segmen-ledger")).to_contain_text("Rp248.774.400")
    page.locator("#segmen-history").get_by_role("button", name=re.compile("Batalkan")).click()
    dialog.get_by_role("button", name="Batalkan perubahan").click()
    expect(page.locator("#segmen-ledger")).not_to_contain_text("Perdes 3/2025")
    expect(page.locator("#segmen-history")).to_contain_text("Dibatalkan")
