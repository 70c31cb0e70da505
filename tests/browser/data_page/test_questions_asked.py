"""Questions that a file raises on the Data page, and what a visitor answers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit
from tests.browser.data_page.conftest import book_of, card, pick, take_back_the_newest

pytestmark = pytest.mark.browser


ON_A_PHONE = pytest.mark.parametrize("guest", [{"viewport": PHONE}], indirect=True)
CUT = "KAB. OGAN KOMERING ULU"


@ON_A_PHONE
def test_a_name_for_three_regions_is_asked_answered_loaded_and_taken_back(guest: Visit) -> None:
    page = guest.open("/data")
    head = [("Ukuran", "Peserta aktif"), ("Kabupaten/Kota", "Okt 2025")]
    rows = [*head, (CUT, 41_200), (CUT, 38_100), (CUT, 52_700)]
    pick(page, book_of("sumsel.xlsx", {"Rekap": rows}))
    file = card(page, "sumsel.xlsx")
    expect(file).to_contain_text("Ada pertanyaan")
    answers = {"A3": "Ulu Timur", "A4": "Ulu Selatan", "A5": "Komering Ulu"}
    file.get_by_role("button", name="Periksa dengan jawaban ini").click()
    expect(page.locator("#data-said")).to_contain_text("Pilih atau tulis jawabannya dahulu")
    for cell, region in answers.items():
        question = file.get_by_role("radiogroup", name=f"sel {cell}")
        question.get_by_role("radio", name=re.compile(f"{region}$")).check()
    file.get_by_role("button", name="Periksa dengan jawaban ini").click()
    expect(file).to_contain_text("Siap dimuat")
    expect(file.locator(".given")).to_contain_text("16.09 Kabupaten Ogan Komering Ulu Selatan")
    page.locator("#data-name").fill("Sari")
    page.get_by_role("button", name="Muat berkas ini").click()
    expect(file).to_contain_text("3 angka baru")
    take_back_the_newest(page)


def test_a_number_in_doubt_and_a_table_too_many_do_not_hold_a_file_up(guest: Visit) -> None:
    page = guest.open("/data")
    doubtful = [
        ("Penduduk bekerja",),
        ("Penerbit", "Dinas"),
        ("Kode", "2023", "2024", "2025"),
        ("36.01", 500_000, 50_200, 505_000),
    ]
    wrong = [("Kode", "Peserta aktif Okt 2025"), ("36.99", 5), ("36.01", 7)]
    pick(page, book_of("dinas.xlsx", {"Bekerja": doubtful, "Catatan": wrong}))
    file = card(page, "dinas.xlsx")
    expect(file).to_contain_text("Ditolak")
    expect(file).to_contain_text("Berkas ini memuat 2 tabel")
    file.get_by_role("checkbox", name=re.compile("Peserta aktif")).uncheck()
    file.get_by_role("button", name="Periksa dengan tabel yang dicentang").click()
    expect(file).to_contain_text("Ada pertanyaan")
    expect(file.get_by_role("checkbox", name=re.compile("Peserta aktif"))).not_to_be_checked()
    assert guest.violations() == []
    file.get_by_role("radio", name=re.compile("^Benar")).check()
    file.get_by_role("button", name="Periksa dengan jawaban ini").click()
    expect(file).to_contain_text("Siap dimuat")
    expect(file).to_contain_text("dinyatakan benar")
    expect(file).to_contain_text("tidak dimuat, sesuai pilihan")
    page.locator("#data-name").fill("Sari")
    page.get_by_role("button", name="Muat berkas ini").click()
    expect(file).to_contain_text("3 angka baru")
    take_back_the_newest(page)
