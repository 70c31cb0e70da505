"""The global bar, the router and the HTML around them."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from layouts.pages import PAGES

Ask = Callable[..., dict[str, dict[str, Any]]]
Said = Callable[[Any], str]


@pytest.fixture
def bar(ask: Ask) -> Ask:
    def read(search: str = "", path: str = "/") -> dict[str, dict[str, Any]]:
        return ask("shell-region.value", data={"path": path, "search": search})

    return read


def test_the_bar_shows_the_choices(bar: Ask) -> None:
    answer = bar("?wilayah=36&penyebut=employed&bahasa=en&tema=gelap")
    assert answer["shell-region"]["value"] == "36"
    assert answer["shell-period"]["value"] == "2025-10"
    assert answer["shell-denominator"]["value"] == "employed"
    assert answer["shell-framework"]["value"] == "semua"
    assert answer["shell-language"]["value"] == "en"
    assert answer["shell-theme"]["checked"] is True
    assert answer["shell-region"]["label"] == "Region"


def test_regions_with_data_come_first(bar: Ask) -> None:
    groups = bar()["shell-region"]["data"]
    assert [item["label"] for item in groups[0]["items"]] == ["Indonesia", "Bengkulu", "Banten"]
    assert sum(len(group["items"]) for group in groups) == 39


def test_months_are_offered_newest_first(bar: Ask) -> None:
    assert [item["label"] for item in bar()["shell-period"]["data"]] == [
        "Okt 2025",
        "Sep 2025",
        "Okt 2024",
        "Okt 2023",
    ]


def test_only_frameworks_of_the_region_are_offered(bar: Ask) -> None:
    assert [item["value"] for item in bar()["shell-framework"]["data"]] == ["semua", "rpjmd"]
    assert [item["value"] for item in bar("?wilayah=17")["shell-framework"]["data"]] == ["semua"]


def test_the_newest_month_is_not_remembered_so_that_a_newer_one_follows(bar: Ask) -> None:
    newest, older = (bar(query)["shell-shown"]["data"] for query in ("", "?periode=2024-10"))
    assert "periode=2025-10" in newest["query"]
    assert "periode" not in newest["remember"]
    assert "periode=2024-10" in older["remember"]
    assert newest["title"] == "Ringkasan Banten · Okt 2025 · Cakupan"


def test_nonsense_in_the_address_falls_back_with_a_small_notice(bar: Ask, said: Said) -> None:
    answer = bar("?wilayah=9x&periode=2031-01")
    notice = said(answer["shell-notice"])
    assert "tidak dikenal (wilayah)" in notice
    assert "Tidak ada data Banten untuk Januari 2031. Yang ditampilkan Oktober 2025." in notice
    assert answer["shell-region"]["value"] == "36"
    assert said(bar()["shell-notice"]) == ""


def test_the_menu_names_only_pages_that_exist(bar: Ask, client: FlaskClient) -> None:
    paths = [link["props"]["href"] for link in bar()["shell-menu"]["children"]]
    assert paths == [page.path for page in PAGES if page.icon]
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)


def test_an_unknown_path_gives_a_way_back(ask: Ask, said: Said, client: FlaskClient) -> None:
    answer = ask("shell-page.children", path="/tidak-ada", state=None)
    assert "Halaman tidak ditemukan" in said(answer["shell-page"])
    assert "Kembali ke Ringkasan" in said(answer["shell-page"])
    assert client.get("/tidak-ada").status_code == 404
    assert client.get("/").status_code == 200


def test_the_frame_speaks_indonesian_and_fetches_nothing_from_elsewhere(
    client: FlaskClient,
) -> None:
    html = client.get("/").text
    assert '<html lang="id"' in html
    assert "<title>Cakupan</title>" in html
    assert 'name="description"' in html
    assert "memerlukan JavaScript" in html
    assert 'src="http' not in html
    assert 'href="http' not in html


def test_two_apps_live_in_one_process(settings: Any) -> None:
    import app as application  # noqa: PLC0415  the fixture of this name is the running one

    first, second = (application.create_app(settings).server.test_client() for _ in range(2))
    for client in (first, second):
        assert client.get("/_dash-dependencies").status_code == 200
