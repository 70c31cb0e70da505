"""The menu of a card: by keyboard, and its pictures with the network cut."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser

SIZES = {"wide": (3840, 2160), "square": (1080, 1080)}


def saved(visit: Visit, card: str, act: str, folder: Path) -> Path:
    page = visit.page
    page.locator(f".card-menu-button[data-card='{card}']").click()
    with page.expect_download() as download:
        page.locator(f"#shell-card-menu [data-act='{act}']").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_menu_is_worked_by_keyboard_and_gives_the_focus_back(guest: Visit) -> None:
    page = guest.open("/?wilayah=36")
    button = page.get_by_role("button", name="Pilihan kartu Laju perlu")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    assert button.get_attribute("aria-expanded") == "true"
    assert guest.violations() == []
    page.keyboard.press("End")
    expect(page.get_by_role("menuitem", name="Dari mana angkanya?")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("menu")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    expect(page.locator("#shell-card-said")).to_have_text("Tautan disalin.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    for said in ("Ada 1 kartu", "sudah ada di slide"):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("t")
        page.keyboard.press("Enter")
        expect(page.locator("#shell-card-said")).to_contain_text(said)
    [item] = json.loads(page.evaluate("localStorage.getItem('cakupan-slides')"))
    assert (item["path"], item["card"]) == ("/", "trend")
    assert "wilayah=36" in item["search"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("peserta_banten.xlsx")


@pytest.mark.parametrize(
    "visit",
    [{"viewport": DESKTOP}, {"viewport": PHONE, "color_scheme": "dark"}],
    ids=["desktop", "phone"],
    indirect=True,
)
def test_pictures_are_made_without_the_network_opaque_and_of_their_size(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit.open("/?wilayah=36&periode=2025-10")
    title = page.locator("#ringkasan-ranking-head h2").inner_text()
    page.context.set_offline(True)
    for act, size in SIZES.items():
        path = saved(visit, "ranking", act, tmp_path)
        assert path.name.startswith("ringkasan-ranking-banten-2025-10")
        with Image.open(path) as picture:
            assert picture.size == size
            assert picture.convert("RGBA").getchannel("A").getextrema() == (255, 255)
            assert len(picture.convert("RGB").resize((240, 135)).getcolors(32_400) or ()) > 50
    drawn = ET.parse(saved(visit, "ranking", "svg", tmp_path)).getroot()  # noqa: S314  our own file
    told = " ".join(text for part in drawn.iter() for text in [part.text] if text)
    for said in (
        *title.split(),
        "Tangerang",
        "58,37%",
        "Sumber:",
        "per 31 Okt 2025",
        "Data contoh",
    ):
        assert said in told
    assert "http" not in told
    page.context.set_offline(False)


def test_a_page_prints_as_numbered_sheets_of_pictures_under_its_name(guest: Visit) -> None:
    page = guest.open("/wilayah?wilayah=36&periode=2025-10")
    page.locator("#wilayah[data-paper='ready']").wait_for()
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 2
    page.emulate_media(media="print")
    expect(page.locator(".map .on-paper img")).to_be_visible()
    expect(page.locator("#shell-paper-head")).to_contain_text("Banten")
    expect(page.locator("#shell-paper-head")).to_contain_text("Oktober 2025")
    for control in (".page-bar", ".card-menu-button", ".map .plot", ".compare-head"):
        expect(page.locator(control).first).to_be_hidden()
