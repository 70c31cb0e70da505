"""The Slide page and the show, in a browser: chosen cards in order, and large in the hall."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit

OCTOBER = "?wilayah=36&periode=2025-10"
CARDS = ("hero", "trend", "ranking", "tidak-ada")


def choose(visit: Visit, *cards: str) -> None:
    """As if these cards of Ringkasan had been added on that page."""
    items: list[dict[str, Any]] = [
        {"path": "/", "search": OCTOBER, "card": card, "title": "", "label": card} for card in cards
    ]
    name, kept = "'cakupan-slides'", json.dumps(json.dumps(items))
    script = f"localStorage.getItem({name}) || localStorage.setItem({name}, {kept})"
    visit.page.context.add_init_script(script)


def chosen(page: Page) -> list[str]:
    kept = page.evaluate("JSON.parse(localStorage.getItem('cakupan-slides'))")
    return [item["card"] for item in kept]


def test_chosen_cards_are_put_in_order_named_and_removed(visit: Visit) -> None:
    choose(visit, "hero", "ranking", "tidak-ada")
    page = visit.open(f"/{OCTOBER}")
    page.locator(".card-menu-button[data-card='trend']").click()
    page.get_by_role("menuitem", name="Tambah ke slide").click()
    page.get_by_role("link", name="Buka slide").click()
    visit.settle()
    rows = page.locator(".slide-item")
    expect(page.locator(".slide-item.shown")).to_have_count(3)
    expect(rows.nth(2)).to_contain_text("tidak ada lagi")
    assert visit.violations() == []
    rows.nth(3).get_by_role("button", name="Naikkan").click()
    assert chosen(page) == ["hero", "ranking", "trend", "tidak-ada"]
    focused = page.locator(":focus")
    expect(focused).to_have_attribute(
        "aria-label", "Naikkan: Laju perlu dipercepat agar 65% tercapai pada 2030"
    )
    rows.nth(3).get_by_role("button", name="Hapus").click()
    assert chosen(page) == ["hero", "ranking", "trend"]
    page.get_by_role("button", name="Urungkan").click()
    assert chosen(page)[3] == "tidak-ada"
    rows.nth(0).get_by_role("textbox").fill("Untuk rapat")
    rows.nth(0).get_by_role("textbox").press("Enter")
    page.get_by_role("button", name="Tampilkan teks").click()
    expect(page.locator(".press-text")).to_contain_text("46,03% dari 5.924.400 pekerja")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Unduh PowerPoint").click()
    assert taken.value.suggested_filename.endswith(".pptx")
    visit.open(f"/slide{OCTOBER}")
    expect(rows.nth(0).get_by_role("textbox")).to_have_value("Untuk rapat")


def place(page: Page) -> str:
    return page.locator(".show-slide:not([data-off]) .show-counter").inner_text()


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_the_show_goes_by_keys_and_clicker_and_without_the_network(visit: Visit) -> None:
    choose(visit, *CARDS)
    page = visit.page
    page.goto(f"{visit.address}/presentasi")
    expect(page.get_by_role("heading", name="Kurang 235 ribu pekerja")).to_be_visible()
    page.locator("#show[data-ready='all']").wait_for()
    assert visit.violations() == []
    page.context.set_offline(True)
    for key, wanted in (
        ("PageDown", "2 / 3"),
        ("Space", "3 / 3"),
        ("ArrowRight", "3 / 3"),
        ("PageUp", "2 / 3"),
        ("Home", "1 / 3"),
        ("End", "3 / 3"),
    ):
        page.keyboard.press(key)
        assert place(page) == wanted
    figure = page.locator(".show-slide:not([data-off]) .main-svg").first
    expect(figure).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".show-blank")).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".show-blank")).to_have_count(0)
    page.context.set_offline(False)
    page.reload()
    page.locator("#show[data-ready='all']").wait_for()
    assert place(page) == "3 / 3"


def test_a_show_of_nothing_says_where_to_begin(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/presentasi?bahasa=en")
    expect(visit.page.get_by_text("There are no slides to show yet")).to_be_visible()
    expect(visit.page.get_by_role("link", name="Back to Slides")).to_be_visible()
