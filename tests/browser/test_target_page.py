"""The Target page as a visitor uses it: numbers, sliders, the link, editing, sizes, themes."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

# A machine that is busy with other things answers late.
WAIT = 20_000
METHODS = Path(__file__).resolve().parents[2] / "docs" / "methods.md"


def texts(visit: Visit, selector: str = "main") -> str:
    return re.sub(r"\s+", " ", visit.page.locator(selector).inner_text())


def test_the_worked_example_of_the_methods_is_what_the_page_shows(reader: Visit) -> None:
    reader.walk("/target?wilayah=36")
    example = METHODS.read_text(encoding="utf-8").split("The Target page goes on")[1]
    years = re.findall(r"^\| (20\d\d) \| (.+) \|$", example, flags=re.MULTILINE)
    assert len(years) == 5
    rows = reader.page.locator("#target-needs tbody tr").all_inner_texts()
    shown = [re.split(r"\s+", row.strip()) for row in rows]
    for (year, cells), row in zip(years, shown[1:-1], strict=True):
        coverage, *rest = cells.split(" | ")
        assert [row[0], row[1], *row[3:]] == [year, coverage, *rest]
    assert shown[-1] == ["Jumlah", "+1.123.860", "62", "18.127"]
    page = texts(reader)
    for answer in ("8.525", "Oktober 2036", "54,95%", "Apr 2034", "Okt 2030", "Jan 2074"):
        assert answer in example
        assert answer in page
    for answer in ("23.053", "Rp226.570.176.000"):
        assert answer in example
        assert answer in page


def test_a_slider_drawn_there_and_back_stays_where_it_was_let_go_of(regular: Visit) -> None:
    page = regular.walk("/target?wilayah=36")
    slider = page.get_by_role("slider", name=re.compile("Pertumbuhan"))
    field = page.locator("#target-type-param-tumbuh")
    slider.press("ArrowRight")
    # A field says a moment late what it shows, and there and back takes less than that.
    page.wait_for_timeout(600)
    slider.press("ArrowRight")
    expect(field).to_have_value("0,2")
    slider.press("ArrowLeft")
    expect(page.locator("#target-said")).to_contain_text("tumbuh 0,1% setahun")
    page.wait_for_timeout(600)
    regular.settle()
    expect(field).to_have_value("0,1")
    expect(slider).to_have_attribute("aria-valuenow", "0.1")
    expect(page).to_have_url(re.compile("tumbuh=0.1$"))
    # What is typed, or stepped by its buttons, is said.
    field.fill("1")
    expect(slider).to_have_attribute("aria-valuenow", "1")
    page.locator(".dial").filter(has=field).locator("button").first.click()
    expect(slider).to_have_attribute("aria-valuenow", "1.1")
    expect(page).to_have_url(re.compile("tumbuh=1.1$"))


def test_what_is_assumed_before_the_bar_has_its_answer_stays_in_the_link(guest: Visit) -> None:
    page, held = guest.open("/?wilayah=36"), list[Route]()

    def hold(route: Route) -> None:
        if "shell-shown.data" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route("**/_dash-update*", hold)
    page.locator("#shell-menu").get_by_text("Target").click()
    said = page.locator("#target-said")
    expect(said).to_contain_text("pekerja baru per bulan")
    page.get_by_role("slider", name=re.compile("Pertumbuhan")).press("ArrowRight")
    expect(said).to_contain_text("tumbuh 0,1% setahun")
    held.pop().continue_()
    expect(page).to_have_title(re.compile("Target"))
    guest.settle()
    assert held == []
    assert "tumbuh=0.1" in page.url
    assert "penyebut=eligible" in page.url


def test_a_slider_answers_by_keyboard_and_the_link_keeps_it(regular: Visit) -> None:
    page = regular.walk("/target?wilayah=36")
    slider = page.get_by_role("slider", name=re.compile("Pertumbuhan"))
    slider.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    said = page.locator("#target-said")
    expect(said).to_contain_text("tumbuh 0,5% setahun", timeout=WAIT)
    expect(page.locator("#target-type-param-tumbuh")).to_have_value("0,5", timeout=WAIT)
    assert "tumbuh=0.5" in page.url
    field = page.get_by_label("Pekerja baru per bulan", exact=True)
    field.fill("20000")
    expect(said).to_contain_text("Dengan 20.000 pekerja baru per bulan", timeout=WAIT)
    told, address = said.inner_text(), page.url
    # Another choice in the bar keeps what is assumed.
    page.locator("#shell-denominator").click()
    page.get_by_role("option", name="Penduduk bekerja").click()
    expect(page.locator("#target-head")).to_contain_text("Penduduk bekerja", timeout=WAIT)
    assert "tambah=20000" in page.url
    page.goto(address)
    regular.settle()
    # What is assumed is asked for after the page: the sentence may still be the one of a start.
    expect(said).to_have_text(told, use_inner_text=True, timeout=WAIT)
    page.get_by_role("button", name="Kembali ke awal").click()
    expect(said).to_contain_text(
        "Dengan 8.525 pekerja baru per bulan dan jumlah pekerja tetap", timeout=WAIT
    )
    assert "tambah" not in page.url


def test_the_rule_changes_the_shares_and_the_table_can_be_taken_along(
    regular: Visit, tmp_path: Path
) -> None:
    page = regular.walk("/target?wilayah=36")
    page.get_by_text("Menurut jumlah pekerja", exact=True).first.click()
    expect(page.locator("#target-split-head")).to_contain_text("Kab. Tangerang", timeout=WAIT)
    expect(page.locator("#target-split-foot")).to_contain_text(
        "Sebanding dengan jumlah pekerja", timeout=WAIT
    )
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel (.xlsx)").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "pembagian_target_banten_2030.xlsx"
    sheet = load_workbook(path).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] or row[1]]
    total = rows[-1]
    assert total[1] == "Jumlah"
    assert total[6:9] == (1_123_860,) * 3
    assert [type(cell) for cell in rows[-2][2:4]] == [int, int]


def test_what_is_typed_stays_while_the_page_is_drawn_again(regular: Visit) -> None:
    page = regular.walk("/target?wilayah=36&tumbuh=1.5")
    expect(page.locator("#target-type-param-tumbuh")).to_have_value("1,5", timeout=WAIT)
    field = page.locator("#target-type-param-tambah")
    field.focus()
    # What another reader changed has the page asked for again, under the typing fingers.
    page.evaluate("window.dash_clientside.cakupan.renew('changed elsewhere')")
    field.press("ControlOrMeta+a")
    field.press_sequentially("20000", delay=60)
    regular.settle()
    expect(field).to_be_focused()
    expect(field).to_have_value("20.000")
    expect(page.locator("#target-said")).to_contain_text("20.000 pekerja baru", timeout=WAIT)
    field.press("Tab")
    page.evaluate("window.dash_clientside.cakupan.renew('changed elsewhere')")
    regular.settle()
    expect(field).to_have_value("20.000")


def test_a_target_is_added_seen_everywhere_and_taken_back(regular: Visit) -> None:
    page = regular.walk("/target?wilayah=19")
    page.get_by_role("button", name="Tambah target").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible(timeout=WAIT)
    page.locator("#target-field-framework").click()
    page.get_by_role("option", name="RPJMD").click()
    dialog.get_by_label("Tahun target").fill("2030")
    dialog.get_by_label("Target cakupan, %").fill("72,5")
    dialog.get_by_role("button", name="Simpan target").click()
    expect(dialog.get_by_role("alert")).to_contain_text("2 isian perlu dibetulkan", timeout=WAIT)
    name = dialog.get_by_label("Nama Anda (masuk ke riwayat)")
    expect(name).to_have_accessible_description(re.compile("Tulis nama Anda"))
    source = dialog.get_by_label("Sumber target")
    expect(source).to_have_accessible_description(re.compile("Tulis sumber target"))
    assert regular.violations() == []
    name.fill("Sari")
    source.fill("RPJMD 2025–2030, halaman 12")
    dialog.get_by_role("button", name="Simpan target").click()
    expect(dialog).to_be_hidden(timeout=WAIT)
    expect(page.locator("#target-ladder")).to_contain_text("72,50%", timeout=WAIT)
    expect(page.locator("#target-history")).to_contain_text("oleh Sari", timeout=WAIT)
    page.get_by_role("link", name="Ringkasan").click()
    expect(page.locator("#ringkasan-components")).to_contain_text("72,50%", timeout=WAIT)
    page.get_by_role("link", name="Target").click()
    regular.settle()
    page.get_by_role("button", name=re.compile("Batalkan")).first.click()
    page.get_by_role("dialog").get_by_role("button", name="Batalkan perubahan").click()
    expect(page.locator("#target-ladder")).not_to_contain_text("72,50%")
    expect(page.locator("#target-history")).to_contain_text("Dibatalkan", timeout=WAIT)


def test_on_paper_every_figure_keeps_its_height_and_no_control_is_printed(guest: Visit) -> None:
    page = guest.open("/target?wilayah=36")
    page.locator("#target[data-paper='ready']").wait_for()
    page.emulate_media(media="print")
    for card in (".target-way", ".target-split"):
        picture = page.locator(f"{card} .on-paper img")
        expect(picture).to_be_visible()
        size = picture.bounding_box()
        assert size is not None
        assert size["height"] > 150
    expect(page.get_by_role("slider").first).to_be_hidden()
    expect(page.locator("#target-said")).to_be_visible()
