"""The Paritrana page as a visitor sees it: scores, weights in the link, winners, a bad date."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def told(visit: Visit, query: str) -> str:
    return re.sub(r"\s+", " ", visit.walk(f"/paritrana{query}").locator("main").inner_text())


def test_kota_tangerangs_points_can_be_worked_out_by_hand(reader: Visit) -> None:
    text = told(reader, "?wilayah=36&peserta=40&cakupan=60&poin=0&celah=0")
    # (385.741 − 91.347)/(973.767 − 91.347) = 33,36%, of which 40% count.
    assert "385.741 → 33,36 → 13,34" in text
    assert "973.767 → 100,00 → 40,00" in text
    assert "Jumlah bobot 100" in text
    assert "Data contoh" in text


def test_a_weight_typed_or_drawn_stands_in_the_link_and_a_preset_puts_all_of_them_back(
    regular: Visit,
) -> None:
    page = regular.walk("/paritrana?wilayah=61")
    page.get_by_role("textbox", name="Capaian peserta terbesar").fill("80")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("peserta=80"))
    expect(page.get_by_text("Jumlah bobot 155.")).to_be_visible()
    drawn = page.get_by_role("slider", name="Capaian peserta terbesar")
    expect(drawn).to_have_attribute("aria-valuenow", "80")
    drawn.press("ArrowLeft")
    expect(page.get_by_text("Jumlah bobot 154.")).to_be_visible()
    expect(page).to_have_url(re.compile("peserta=79"))
    page.get_by_role("link", name="Kriteria Kalimantan Barat 2025").click()
    expect(page.get_by_text("Jumlah bobot 99.")).to_be_visible()
    expect(page).to_have_url(re.compile("celah=0"))
    page.get_by_role("link", name="Bobot awal").click()
    expect(page.get_by_text("Jumlah bobot 100. Skor")).to_be_visible()
    expect(drawn).to_have_attribute("aria-valuenow", "25")
    # What judges score has one parameter for all of its weights.
    page.get_by_role("textbox", name="Inovasi", exact=True).fill("75")
    page.keyboard.press("Enter")
    expect(page.get_by_text("50,0% dari skor juri")).to_be_visible()
    expect(page).to_have_url(re.compile("innovation.75"))
    # Drawn anew with each answer, the slider keeps the focus for the next step.
    innovation = page.get_by_role("slider", name="Inovasi", exact=True)
    innovation.press("ArrowRight")
    expect(page).to_have_url(re.compile("innovation.76"))
    expect(innovation).to_be_focused()
    # Nor does it lose it to answers that follow close behind.
    for step in range(77, 80):
        page.evaluate(
            """step => {
              const next = window.location.href.replace(/innovation.\\d+/, `innovation.${step}`);
              window.history.pushState({}, '', next);
              window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
            }""",
            step,
        )
        expect(innovation).to_have_attribute("aria-valuenow", f"{step}")
        regular.settle()
    expect(innovation).to_be_focused()


def test_a_weight_drawn_back_before_the_page_has_answered_is_drawn_back(guest: Visit) -> None:
    page, held, late = guest.open("/paritrana?wilayah=61"), list[Route](), True

    def hold(route: Route) -> None:
        if late and "paritrana-steered.data" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route("**/_dash-update*", hold)
    drawn = page.get_by_role("slider", name="Capaian peserta terbesar")
    field = page.get_by_role("textbox", name="Capaian peserta terbesar")
    drawn.press("ArrowRight")
    expect(page).to_have_url(re.compile("peserta=26"))
    expect(field).to_have_value("26")
    drawn.press("ArrowLeft")
    # A field says a moment late what it shows.
    page.wait_for_timeout(600)
    late = False
    for route in held:
        route.continue_()
    guest.settle()
    expect(field).to_have_value("25")
    expect(drawn).to_have_attribute("aria-valuenow", "25")
    expect(page.get_by_text("Jumlah bobot 100. Skor")).to_be_visible()
    assert "peserta=25" in page.url


def test_winners_nominees_and_the_impossible_date_are_told(reader: Visit) -> None:
    text = told(reader, "?wilayah=00")
    for told_of in (
        "Kab. Ketapang Pemerintah kabupaten/kota Terbaik I 2025",
        "Kab. Mempawah Pemerintah kabupaten/kota Terbaik II 2025",
        "Kab. Sekadau Pemerintah kabupaten/kota Terbaik III 2025",
        "Kota Tangerang Pemerintah kabupaten/kota Terbaik III 2025 2024",
        "22 pemenang",
        "23 nomine",
        "“Rabu, 30 Juli 2024” tidak mungkin: 30 Juli 2024 adalah hari Selasa",
    ):
        assert told_of in text
