"""Files on their way to the Data page: refused before, turned away, or broken off."""

import pytest
from playwright.sync_api import Route, expect

from etl.intake import desk
from layouts.data.drop_card import UPLOAD_LIMIT
from tests.browser.conftest import Visit
from tests.browser.data_page.conftest import card, cilegon, pick, workbook

pytestmark = pytest.mark.browser


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


def test_a_file_the_page_is_told_of_before_its_own_sending_has_ended_is_one_line(
    guest: Visit,
) -> None:
    page = guest.open("/data")
    sent: list[Route] = []
    asked: list[Route] = []
    page.route("**/upload?*", lambda route: sent.append(route))  # noqa: PLW0108  it asks for a function
    page.route("**/upload", lambda route: asked.append(route))  # noqa: PLW0108  the same
    pick(page, workbook("dini.xlsx", cilegon(1)))
    lines = page.locator("#data-transfers li")
    while not sent:
        page.wait_for_timeout(20)
    # The server has the file, and says so on a page that is drawn before the answer is here.
    answer = sent[0].fetch()
    told = {"token": answer.json()["files"][0]["token"], "name": "dini.xlsx", "shown": False}
    page.evaluate("told => window.dash_clientside.cakupan.follow([told])", told)
    sent[0].fulfill(response=answer)
    expect(page.locator("#data-transfers .sending")).to_have_count(0)
    expect(lines).to_have_count(1)
    page.unroute("**/upload")
    for route in asked:
        route.continue_()
    expect(card(page, "dini.xlsx")).to_contain_text("Siap dimuat")
    expect(lines).to_have_count(0)
    card(page, "dini.xlsx").get_by_role("button", name="Buang").click()
    expect(card(page, "dini.xlsx")).to_have_count(0)
