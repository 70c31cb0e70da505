"""The Pertumbuhan page as a visitor sees it: its numbers, its controls, every size and theme."""

import re
from fractions import Fraction

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def texts(visit: Visit, selector: str = "main") -> str:
    return re.sub(r"\s+", " ", visit.page.locator(selector).inner_text())


def test_the_change_on_screen_is_that_of_a_hand_calculation(reader: Visit) -> None:
    reader.walk("/pertumbuhan?wilayah=36&periode=2025-10")
    before, after = Fraction(2_624_700, 5_905_700), Fraction(2_727_000, 5_924_400)
    hundredths = round((after - before) * 10_000)
    head = texts(reader, ".growth-head")
    assert f"naik {hundredths // 100},{hundredths % 100:02} poin" in head
    for shown in ("2.624.700 → 2.727.000", "5.905.700 → 5.924.400", "44,44% → 46,03%"):
        assert shown in head
    participants = Fraction(2_727_000 - 2_624_700, 5_905_700)
    causes = texts(reader, ".causes")
    assert f"+{float(participants) * 100:.2f} poin".replace(".", ",") in causes
    assert "Data contoh" in causes


def test_bengkulu_as_published_is_refused_with_a_sentence(reader: Visit) -> None:
    reader.walk("/pertumbuhan?wilayah=17")
    published = texts(reader, ".published-pairs")
    assert re.search(r"41,84%.*→ 27,26%.*Bukan kenaikan dan bukan penurunan", published)
    assert "14,58" not in texts(reader)


def test_controls_write_the_address_and_a_link_shows_the_same(regular: Visit) -> None:
    page = regular.walk("/pertumbuhan?wilayah=36&periode=2025-10")
    page.locator("#pertumbuhan-param-dasar").click()
    page.get_by_role("option", name="Sejak awal (Okt 2021)").click()
    expect(page.locator(".growth-head h1")).to_contain_text("dari Okt 2021 ke Okt 2025")
    regular.settle()
    page.locator("#pertumbuhan-param-ukuran").click()
    page.get_by_role("option", name="Peserta (%)").click()
    expect(page.locator(".movers")).to_contain_text("pertumbuhan peserta dalam persen")
    regular.settle()
    assert "dasar=awal" in page.url
    assert "ukuran=persen" in page.url
    head = texts(regular, ".growth-head")
    page.reload()
    regular.settle()
    assert texts(regular, ".growth-head") == head
