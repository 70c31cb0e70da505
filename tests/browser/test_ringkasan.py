"""The Ringkasan page as a visitor sees it: the numbers, the controls, every size and theme."""

import re
from fractions import Fraction

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser


def texts(guest: Visit, selector: str = "main") -> str:
    return re.sub(r"\s+", " ", guest.page.locator(selector).inner_text())


def test_the_first_look_answers_where_banten_stands(guest: Visit) -> None:
    guest.open("/")
    text = texts(guest)
    for said in ("46,03%", "2,73 juta dari 5,92 juta", "50%", "65%", "Data contoh", "Banten"):
        assert said in text
    assert "235.200" in text
    assert "1.123.860" in text
    assert "18.127" in text


def test_the_numbers_on_screen_are_those_of_a_hand_calculation(reader: Visit) -> None:
    reader.walk("/?wilayah=36")
    page = reader.page
    page.get_by_role("button", name="Dari mana angkanya?").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    told = dialog.inner_text()
    assert "peserta_banten.xlsx" in told
    assert "semesta_pekerja.xlsx" in told
    participants, workers = 2_727_000, 5_924_400
    assert "2.727.000" in told
    assert "5.924.400" in told
    hundredths = round(Fraction(participants * 10_000, workers))
    assert f"{hundredths // 100},{hundredths % 100:02d}%" == "46,03%"
    assert -(-workers * 65 // 100) - participants == 1_123_860
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_published_figure_stands_beside_the_computed_one_with_its_source(reader: Visit) -> None:
    reader.walk("/?wilayah=36")
    assert re.search(r"46,03% portalkota, 27 Nov(ember)? 2025", texts(reader))


def test_switching_the_denominator_changes_figures_and_captions_together(regular: Visit) -> None:
    page = regular.walk("/?wilayah=36")
    assert "penyebut Semesta pekerja" in texts(regular)
    page.locator("#shell-denominator").click()
    page.get_by_role("option", name="Penduduk bekerja").click()
    expect(page.locator("main")).to_contain_text("47,38%")
    regular.settle()
    text = texts(regular)
    assert "46,03%" not in texts(regular, "#ringkasan-hero-figure")
    assert "penyebut Semesta pekerja" not in text
    assert "penyebut Penduduk bekerja" in text
    assert "penyebut=employed" in page.url
    page.reload()
    regular.settle()
    assert "47,38%" in texts(regular), "a link or a reload must show the same view"


def test_english_writes_the_same_numbers_the_english_way(reader: Visit) -> None:
    reader.walk("/?wilayah=36&bahasa=en")
    text = texts(reader)
    assert "46.03%" in text
    assert "2.73 million" in text
    assert "46,03" not in text
    assert reader.page.locator("html").get_attribute("lang") == "en"


def test_the_choice_is_remembered_for_the_next_visit(guest: Visit) -> None:
    page = guest.open("/?wilayah=61&bahasa=en")
    assert "West Kalimantan" in texts(guest) or "Kalimantan Barat" in texts(guest)
    page.goto(guest.address + "/")
    guest.settle()
    assert "Kalimantan Barat" in texts(guest)
    assert "wilayah=61" in page.url


def test_indonesia_shows_no_coverage_where_only_four_provinces_have_data(reader: Visit) -> None:
    reader.walk("/?wilayah=00")
    assert "4 dari 38" in texts(reader)
    assert "%" not in texts(reader, "#ringkasan-hero-figure")


def test_nonsense_in_the_address_is_set_aside_with_a_word(guest: Visit) -> None:
    guest.open("/?wilayah=99&periode=kemarin&penyebut=x&target=%3Cscript%3E&bahasa=fr&tema=7")
    assert "46,03%" in texts(guest)


def test_an_unknown_address_shows_the_way_back(guest: Visit) -> None:
    page = guest.page
    page.goto(guest.address + "/tidak-ada")
    page.get_by_role(
        "link", name=re.compile("Ringkasan|beranda|kembali", re.IGNORECASE)
    ).last.click()
    guest.settle()
    assert "46,03%" in texts(guest)
    # The answer is honest about the missing page; the browser reports that one answer.
    assert all("tidak-ada" in fault or "404" in fault for fault in guest.faults)
    guest.faults.clear()


def test_no_button_offers_to_send_a_chart_away(reader: Visit) -> None:
    page = reader.walk("/?wilayah=36")
    assert page.get_by_text(re.compile("share chart|chart studio", re.IGNORECASE)).count() == 0
    assert page.locator(".modebar-btn").count() == 0


@pytest.mark.parametrize("guest", [{"viewport": PHONE}], indirect=True)
def test_on_a_phone_the_menu_opens_and_closes(guest: Visit) -> None:
    page = guest.open("/")
    button = page.get_by_role("button", name="Buka atau tutup menu")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    expect(page.get_by_role("navigation").get_by_role("link", name="Ringkasan")).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"


def test_the_keyboard_skips_to_the_content_and_reaches_every_control(guest: Visit) -> None:
    page = guest.open("/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    assert "skip-link" in focused
    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"shell-region", "shell-period", "shell-denominator", "shell-framework"} <= reached


def test_a_graph_that_leaves_while_it_is_drawn_fails_nowhere(reader: Visit) -> None:
    page = reader.walk("/?wilayah=36")
    drawn = page.evaluate(
        """async () => {
          const graph = document.createElement('div');
          document.querySelector('main').append(graph);
          window.Plotly.react(graph, { data: [{ y: [2, 3] }], layout: {} });
          while (!graph.classList.contains('js-plotly-plot')) {
            await null;
          }
          window.Plotly.purge(graph);
          graph.remove();
          while (graph.dataset.drawing) {
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
          return graph.querySelectorAll('.main-svg').length;
        }"""
    )
    assert drawn == 0, "it was cleared once it was drawn"
