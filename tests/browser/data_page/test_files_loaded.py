"""The Data page as a visitor uses it: drop, look, confirm, see it counted, take it back."""

import re
from collections.abc import Callable
from time import sleep

import pytest
from playwright.sync_api import expect

from callbacks import foretelling, load_turns
from layouts.looks import LOOK_MS
from tests.browser.conftest import Visit
from tests.browser.data_page.conftest import card, cilegon, pick, take_back_the_newest, workbook

pytestmark = pytest.mark.browser


def coverage(guest: Visit) -> str:
    guest.walk("/?wilayah=36")
    return guest.page.locator("#ringkasan-hero-figure .big").inner_text()


@pytest.mark.usefixtures("in_a_child")
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


def test_what_is_written_beside_the_page_is_told_over_a_slow_line_too(
    guest: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = guest.open("/data")

    def slowly(deed: Callable[..., object]) -> Callable[..., object]:
        def done(*given: object, **more: object) -> object:
            # Long enough that a page looks several times, on any machine.
            sleep(2)
            return deed(*given, **more)

        return done

    for acts in (foretelling._IF, load_turns._ACTS):
        for name, deed in [*acts.items()]:
            monkeypatch.setitem(acts, name, slowly(deed))
    wire = page.context.new_cdp_session(page)
    line = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    # An answer takes longer than the time between two looks.
    wire.send("Network.emulateNetworkConditions", {**line, "latency": 2 * LOOK_MS})
    dialog, said = page.get_by_role("dialog"), page.locator("#data-done")
    for button, yes, told in (
        ("Tarik", "Tarik muatan ini", ") ditarik"),
        ("Berlakukan lagi", "Berlakukan lagi", ") berlaku lagi"),
    ):
        page.locator("#data-history tbody button", has_text=button).first.click()
        expect(dialog).to_contain_text("sedang dihitung")
        expect(dialog.get_by_role("button", name=yes)).to_be_enabled()
        page.locator("#data-dialog-name").fill("Sari")
        dialog.get_by_role("button", name=yes).click()
        expect(said).to_contain_text("sedang di")
        expect(said).to_contain_text(told)
    wire.send("Network.emulateNetworkConditions", {**line, "latency": 0})
