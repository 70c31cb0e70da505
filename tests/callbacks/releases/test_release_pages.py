"""Pages of a release as a reader meets them: named, frozen, under embargo, refused."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from dash import Dash

from tests.callbacks.releases.visitor import Visitor, release_id


def test_a_page_of_a_release_names_it_above_and_below(
    reader: Visitor, made: str, said: Callable[[Any], str]
) -> None:
    search = f"?wilayah=36&bahasa=id&rilis={made}"
    shell = reader.page("shell-notice.children", search)
    strip = said(shell["shell-notice"]["children"])
    assert f"Rilis {made}" in strip
    assert "oleh Sari" in strip
    assert "Untuk RUPS" in strip
    assert made in shell["shell-shown"]["data"]["query"]
    assert made not in shell["shell-shown"]["data"]["remember"]
    menu = json.dumps(shell["shell-menu"]["children"])
    assert "/target?wilayah=36&periode=2025-10" in menu
    assert menu.count(made) > 5
    page = reader.page("ringkasan-hero-caption.children", search)
    assert page["ringkasan-hero-caption"]["children"].endswith(f"Rilis {made}")


def test_without_a_release_links_and_notices_are_as_ever(
    reader: Visitor, said: Callable[[Any], str], made: str
) -> None:
    shell = reader.page("shell-notice.children", "?wilayah=36")
    assert "Rilis" not in said(shell["shell-notice"]["children"])
    assert '"/target"' in json.dumps(shell["shell-menu"]["children"])


def test_nothing_can_be_edited_on_pages_of_a_release(reader: Visitor, made: str) -> None:
    for search, expected in (("?wilayah=36", False), (f"?wilayah=36&rilis={made}", True)):
        target = reader.page("target-new.children", search, "/target")
        assert target["target-new"]["hidden"] is expected
        edits = json.dumps(target["target-ladder"]["children"])
        assert ("target-change" not in edits) is expected
        segmen = reader.page("segmen-new.children", search, "/segmen")
        assert segmen["segmen-new"]["hidden"] is expected
        flags = json.dumps(reader.page("mutu-flags.children", search, "/mutu"))
        assert ("mutu-accept" not in flags) is expected


def test_the_data_page_says_that_it_holds_running_figures(
    reader: Visitor, made: str, said: Callable[[Any], str]
) -> None:
    shell = reader.page("shell-notice.children", f"?rilis={made}", "/data")
    assert "selalu memuat angka berjalan" in said(shell["shell-notice"]["children"])


@pytest.mark.parametrize("asked", ["R-2020-01-01-1", "<script>", "x" * 300, "../../etc"])
def test_a_release_that_is_not_there_is_told_on_the_page(
    reader: Visitor, said: Callable[[Any], str], asked: str
) -> None:
    search = f"?wilayah=36&rilis={asked}"
    page = reader.page("ringkasan-cards.hidden", search)
    assert page["ringkasan-cards"]["hidden"] is True
    assert "Tidak ada rilis bernomor" in said(page["ringkasan-state"]["children"])
    assert "figure" not in page.get("ringkasan-trend", {})
    reader.page("shell-notice.children", search)


def test_an_embargoed_release_is_closed_to_strangers_everywhere(
    reader: Visitor, stranger: Visitor, said: Callable[[Any], str]
) -> None:
    made = release_id(reader, embargo="2999-12-01T09:00", note="Rahasia")
    search = f"?wilayah=36&rilis={made}"
    assert "embargo sampai 1 Des 2999" in json.dumps(
        reader.page("ringkasan-hero-caption.children", search)
    )
    page = stranger.page("ringkasan-cards.hidden", search)
    assert "di bawah embargo" in said(page["ringkasan-state"]["children"])
    assert "ringkasan-hero-caption" not in page
    listed = said(stranger.page("releases-list.children", "", "/data")["releases-list"])
    assert made in listed
    assert "Rahasia" not in listed
    assert "2999" not in listed
    shell = json.dumps(stranger.page("shell-notice.children", search))
    assert "Rahasia" not in shell
    for address in (
        f"/exports/card.xlsx{search}&halaman=/&kartu=ranking",
        f"/exports/page.xlsx{search}&halaman=/",
        f"/exports/press.txt{search}",
        f"/target/pembagian.csv{search}",
    ):
        refused = stranger.get(address)
        assert refused.status_code == 403, address
        assert "di bawah embargo" in refused.get_json()["message"]
        assert reader.get(address).status_code == 200, address


def test_a_request_that_was_passed_on_is_a_strangers(own_dashboard: Dash, reader: Visitor) -> None:
    made = release_id(reader, embargo="2999-12-01T09:00")
    address = f"/exports/press.txt?wilayah=36&rilis={made}"
    passed_on = reader.client.get(address, headers={"X-Forwarded-For": "127.0.0.1"})
    assert passed_on.status_code == 403


def test_files_of_a_release_name_it(reader: Visitor, made: str) -> None:
    search = f"?wilayah=36&rilis={made}"
    for kind in ("csv", "xlsx"):
        card = reader.get(f"/exports/card.{kind}{search}&halaman=/&kartu=ranking")
        assert f"{made.lower()}.{kind}" in card.headers["Content-Disposition"]
    letter = reader.get(f"/target/pembagian.csv{search}")
    assert made in letter.get_data(as_text=True)


def test_a_file_of_an_unknown_release_is_refused_in_a_sentence(reader: Visitor) -> None:
    answer = reader.get("/exports/page.xlsx?halaman=/&rilis=R-2020-01-01-1")
    assert answer.status_code == 404
    assert "Tidak ada rilis bernomor R-2020-01-01-1" in answer.get_json()["message"]


def test_the_origin_of_a_figure_is_told_from_the_release(
    reader: Visitor, made: str, said: Callable[[Any], str]
) -> None:
    asked = {"path": "/", "search": f"?wilayah=36&rilis={made}", "card": "trend"}
    told = reader.ask("shell-origin.opened", {"shell-origin-asked": asked})
    assert "peserta.xlsx" in said(told["shell-origin-body"])


def test_a_day_stands_in_the_id(made: str) -> None:
    assert made.startswith(f"R-{datetime.now().astimezone():%Y}")


def test_the_api_answers_from_a_release_and_lists_what_the_caller_may_know(
    reader: Visitor, stranger: Visitor, made: str
) -> None:
    ranking = "/api/v1/ranking?induk=36&periode=2025-10"
    running, frozen = (reader.get(f"{ranking}{more}") for more in ("", f"&rilis={made}"))
    assert frozen.get_json()["data"] == running.get_json()["data"]
    assert frozen.get_json()["release"] == made
    assert frozen.headers["ETag"] != running.headers["ETag"]
    closed = release_id(reader, embargo="2999-12-01T09:00")
    open_row, closed_row = (
        {row["release_id"]: row for row in one.get("/api/v1/releases").get_json()["data"]}
        for one in (stranger, reader)
    )
    assert open_row[made]["note"] == "Untuk RUPS"
    assert open_row[closed] == dict.fromkeys(("made_at", "embargo_until", "figures")) | {
        "release_id": closed,
        "note": "",
        "made_by": "",
        "embargoed": True,
    }
    schemas = reader.get("/api/v1/openapi.json").get_json()["components"]["schemas"]
    told = schemas["releases"]["properties"]["data"]["items"]["properties"]
    assert set(open_row[made]) == set(told)
    assert closed_row[closed]["note"] == "Untuk RUPS"
    for asked, status in ((closed, 403), ("R-2020-01-01-1", 404)):
        refused = stranger.get(f"{ranking}&rilis={asked}")
        assert refused.status_code == status
        assert refused.mimetype == "application/problem+json"
        assert asked in refused.get_json()["detail"]
        assert refused.get_json()["parameter"] == "rilis"
