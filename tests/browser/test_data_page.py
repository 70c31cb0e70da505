"""The Data page as a visitor uses it: drop, look, confirm, see it counted, take it back."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import FilePayload, Page, expect

import app
from cakupan.settings import Settings
from etl.intake import desk
from layouts.data.drop_card import UPLOAD_LIMIT
from tests.browser.conftest import PATIENCE, PHONE, Visit
from tests.in_background import in_background

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
VIEWS = [
    pytest.param({"viewport": PHONE}, "?tema=gelap&bahasa=en", id="phone"),
]


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """A file is read in a process of its own: on a busy machine that takes its time."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own: what is loaded here is seen by no other test."""
    path = (tmp_path_factory.mktemp("data_page") / "cakupan.db").as_posix()
    settings = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path}"})
    app.prepare(settings)
    with in_background(app.create_app(settings).server, threads=4) as port:
        yield f"http://127.0.0.1:{port}"


def workbook(name: str, *rows: tuple[object, ...]) -> FilePayload:
    """Participants as an office would send them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Peserta"
    for row in (
        ("Judul", "Peserta aktif Banten"),
        ("Ukuran", "Peserta aktif"),
        ("Penerbit", "BPJS Ketenagakerjaan"),
        ("Basis", "tempat pendaftaran"),
        (),
        ("Kode", "Kabupaten/Kota", "Bulan", "PU", "BPU"),
        *rows,
    ):
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return {"name": name, "mimeType": XLSX, "buffer": stream.getvalue()}


def book_of(name: str, sheets: dict[str, list[tuple[object, ...]]]) -> FilePayload:
    """A workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return {"name": name, "mimeType": XLSX, "buffer": stream.getvalue()}


def cilegon(pu: int) -> tuple[object, ...]:
    return ("36.72", "Kota Cilegon", "Okt 2025", pu, 20_000)


def pick(page: Page, *files: FilePayload) -> None:
    """Choose files as with the button of the page."""
    with page.expect_file_chooser() as chooser:
        page.locator("#data-pick").click()
    chooser.value.set_files(list(files))


def take_back_the_newest(page: Page) -> None:
    """Withdraw the newest load that counts."""
    withdrawn = page.locator("#data-history tbody tr", has_text="Ditarik")
    before = withdrawn.count()
    page.locator("#data-history tbody button", has_text="Tarik").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Tarik muatan ini").click()
    expect(page.locator("#data-done")).to_contain_text("ditarik")
    expect(withdrawn).to_have_count(before + 1)
    expect(page.get_by_role("dialog")).to_have_count(0)


def card(page: Page, name: str):
    return page.locator(".file").filter(has=page.get_by_role("heading", name=name))


def coverage(guest: Visit) -> str:
    guest.walk("/?wilayah=36")
    return guest.page.locator("#ringkasan-hero-figure .big").inner_text()


def test_a_file_is_looked_at_confirmed_counted_and_taken_back(guest: Visit) -> None:
    guest.open("/data")
    before = coverage(guest)
    page = guest.walk("/data?wilayah=36")
    rows = page.locator("#data-history tbody tr")
    loads = rows.count()
    pick(page, workbook("cilegon.xlsx", cilegon(170_000)))
    file = card(page, "cilegon.xlsx")
    expect(file).to_contain_text("Siap dimuat")
    expect(file).to_contain_text("2 angka berubah")
    expect(file).to_contain_text("170.000")
    assert rows.count() == loads, "nothing is written before it is confirmed"

    page.locator("#data-name").fill("")
    load = page.get_by_role("button", name="Muat berkas ini")
    load.click()
    expect(page.locator("#data-confirm")).to_contain_text("Tulis nama Anda dahulu")
    page.locator("#data-name").fill("Sari, Bappeda")
    load.click()
    expect(file).to_contain_text("Dimuat oleh Sari, Bappeda sebagai muatan nomor")
    expect(rows).to_have_count(loads + 1)
    newest = rows.first
    expect(newest).to_contain_text("cilegon.xlsx")
    expect(newest).to_contain_text("oleh Sari, Bappeda")
    assert coverage(guest) != before

    page = guest.walk("/data?wilayah=36")
    expect(page.locator("#data-name")).to_have_value("Sari, Bappeda")
    page.get_by_role("button", name=re.compile("^Tarik")).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("angka kembali ke muatan nomor")
    expect(dialog).to_contain_text("peserta_banten.xlsx")
    dialog.get_by_text("Batal", exact=True).click()
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name=re.compile("^Tarik")).first.click()
    dialog.get_by_role("button", name="Tarik muatan ini").click()
    expect(page.locator("#data-done")).to_contain_text("(cilegon.xlsx) ditarik")
    expect(rows.first).to_contain_text("Ditarik")
    assert coverage(guest) == before


def test_many_files_dropped_at_once_each_get_an_answer(guest: Visit) -> None:
    page = guest.open("/data")
    ready = workbook("siap.xlsx", ("36.72", "Kota Cilegon", "Nov 2025", 47_000, 7_900))
    wrong = workbook("salah.xlsx", ("", "Kab. Tangerong", "Okt 2025", 1, 2))
    asks = workbook("tanya.xlsx", ("", "Tangerang", "Okt 2025", 1, 2))
    files = [[file["name"], list(file["buffer"])] for file in (ready, wrong, asks)] + [
        ["surat.pdf", list(b"%PDF-1.7")]
    ]
    transfer = page.evaluate_handle(
        """(files) => {
            const transfer = new DataTransfer();
            for (const [name, bytes] of files) {
                transfer.items.add(new File([new Uint8Array(bytes)], name));
            }
            return transfer;
        }""",
        files,
    )
    page.dispatch_event("main", "dragover", {"dataTransfer": transfer})
    expect(page.locator("#data-drop")).to_have_class(re.compile("over"))
    page.dispatch_event("main", "drop", {"dataTransfer": transfer})
    expect(card(page, "siap.xlsx")).to_contain_text("Siap dimuat")
    expect(card(page, "salah.xlsx")).to_contain_text("Kab. Tangerong")
    expect(card(page, "tanya.xlsx")).to_contain_text("36.71 Kota Tangerang")
    expect(card(page, "surat.pdf")).to_contain_text("Ditolak")
    expect(page.locator(".files-sum")).to_contain_text("2 ditolak")
    expect(page.locator("#data-confirm")).to_contain_text("Satu berkas siap: 2 angka baru")
    expect(page.locator("#data-transfers li")).to_have_count(0)

    page.reload()
    guest.settle()
    expect(page.locator(".file")).to_have_count(4)
    for name in ("siap.xlsx", "salah.xlsx", "tanya.xlsx", "surat.pdf"):
        card(page, name).get_by_role("button", name="Buang").click()
        expect(card(page, name)).to_have_count(0)
    expect(page.locator("#data-confirm")).to_be_hidden()


def test_many_files_are_folded_and_loaded_together_while_a_bar_tells_how_far(guest: Visit) -> None:
    page = guest.open("/data")
    months = ("Jan", "Feb", "Mar", "Apr")
    files = [
        workbook(f"{month}.xlsx", ("36.72", "Kota Cilegon", f"{month} 2026", 47_000, 7_900))
        for month in months
    ]
    # The same figures once more in another file: nothing of it is new by the time it is loaded.
    again = workbook("lagi.xlsx", ("36.72", "Kota Cilegon", "Jan 2026", 47_000, 7_900), ("",))
    pick(page, *files, again, workbook("salah.xlsx", ("", "Kab. Tangerong", "Okt 2025", 1, 2)))
    expect(page.locator(".file")).to_have_count(6)
    expect(page.locator("#data-transfers li")).to_have_count(0)
    expect(page.locator(".file").first).to_contain_text("salah.xlsx")
    line = card(page, "Feb.xlsx").locator("summary").first
    expect(line).to_contain_text("Peserta aktif · Feb 2026 · 2 baru, 0 berubah, 0 sama")
    expect(card(page, "Feb.xlsx").get_by_text("Jenis tabel")).to_be_hidden()
    line.click()
    expect(card(page, "Feb.xlsx").get_by_text("Jenis tabel")).to_be_visible()
    page.locator("#data-name").fill("Sari")
    page.get_by_role("button", name="Muat 5 berkas").click()
    expect(page.locator("#data-batch")).to_contain_text("5 dari 5 berkas dimuat")
    expect(page.locator(".files-sum")).to_contain_text("5 dimuat")
    expect(card(page, "lagi.xlsx")).to_contain_text("0 baru, 0 berubah, 2 sama")
    assert guest.violations() == []
    # Undone again: what other tests see stays as it was.
    for _ in range(5):
        take_back_the_newest(page)


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


def test_a_file_over_the_limit_is_refused_before_it_is_sent(guest: Visit) -> None:
    page = guest.open("/data")
    page.evaluate(
        """([limit]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(limit + 1)], 'besar.xlsx'));
            transfer.items.add(new File([], 'kosong.xlsx'));
            const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true });
            document.querySelector('main').dispatchEvent(drop);
        }""",
        [UPLOAD_LIMIT],
    )
    lines = page.locator("#data-transfers li")
    expect(lines.first).to_contain_text("Berkas besar.xlsx terlalu besar: batasnya 64 MB.")
    expect(lines.last).to_contain_text("Berkas kosong.xlsx kosong")
    lines.first.get_by_role("button", name="Tutup").click()
    expect(lines).to_have_count(1)


def test_more_files_than_may_wait_are_told_by_name(
    guest: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "MOST_PER_OWNER", 1)
    page = guest.open("/data")
    pick(page, workbook("satu.xlsx", cilegon(1)), workbook("dua.xlsx", cilegon(2)))
    line = page.locator("#data-transfers .refused")
    expect(line).to_contain_text("dua.xlsx: Sudah terlalu banyak berkas yang menunggu.")
    card(page, "satu.xlsx").get_by_role("button", name="Buang").click()
    expect(card(page, "satu.xlsx")).to_have_count(0)
    line.get_by_role("button", name="Coba lagi").click()
    expect(card(page, "dua.xlsx")).to_contain_text("Siap dimuat")
    # The browser itself reports the refusal.
    assert all("429" in fault for fault in guest.faults)
    guest.faults.clear()


def test_a_connection_that_breaks_is_told_and_can_be_tried_again(guest: Visit) -> None:
    page = guest.open("/data")
    page.route("**/upload?*", lambda route: route.abort())
    pick(page, workbook("putus.xlsx", cilegon(1)))
    line = page.locator("#data-transfers li")
    expect(line).to_contain_text("putus.xlsx tidak sampai")
    page.unroute("**/upload?*")
    line.get_by_role("button", name="Coba lagi").click()
    expect(card(page, "putus.xlsx")).to_contain_text("Siap dimuat")
    # The browser itself reports the broken request.
    assert all("ERR_FAILED" in fault for fault in guest.faults)
    guest.faults.clear()


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


def test_the_keyboard_alone_loads_and_takes_back(guest: Visit) -> None:
    # A listener from the start: the browser is told of it before the key can be pressed.
    guest.page.on("filechooser", lambda _chooser: None)
    page = guest.open("/data")
    page.locator("#data-pick").focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files([workbook("papan_tik.xlsx", cilegon(99_000))])
    expect(card(page, "papan_tik.xlsx")).to_contain_text("Siap dimuat")
    page.locator("#data-name").focus()
    page.keyboard.type("Budi")
    page.keyboard.press("Tab")
    expect(page.locator("#data-load")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page, "papan_tik.xlsx")).to_contain_text("Dimuat oleh Budi")
    undo = page.locator("#data-history button").first
    undo.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Tarik muatan ini").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#data-done")).to_contain_text("ditarik")
    expect(undo).to_contain_text("Berlakukan lagi")
    expect(undo).to_be_focused()
