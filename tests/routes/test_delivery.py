"""What travels, and what a browser that was here before is sent again."""

import json
import re
from collections.abc import Iterator

import brotli
import pytest
from flask.testing import FlaskClient

from app import APART
from cakupan.settings import ROOT
from layouts.bundles import SCRIPT, STYLE, Bundle
from routes.packing import Packing

FRAME = ("/_dash-dependencies", "/_dash-layout")


@pytest.mark.parametrize("path", FRAME)
def test_the_shell_holds_no_figure_and_is_sent_again_only_when_it_changed(
    path: str, client: FlaskClient
) -> None:
    packed = {"Accept-Encoding": "br"}
    first = client.get(path, headers=packed)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(path, headers={**packed, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(path, headers={**packed, "If-None-Match": '"another"'})
    assert (other.status_code, other.data) == (200, first.data)


def test_the_shell_at_rest_is_the_same_for_every_page_and_has_no_number(
    client: FlaskClient,
) -> None:
    at_rest = client.get("/_dash-layout").text
    client.get("/wilayah?wilayah=36")
    assert client.get("/_dash-layout").text == at_rest
    assert "%" not in at_rest
    assert not re.search(r"\d[.,]\d{2,3}(?!\d*px)", at_rest)


def test_the_renderer_is_told_of_parts_beside_children_and_of_no_empty_list(
    client: FlaskClient,
) -> None:
    page = client.get("/").text
    config = json.loads(re.search(r'id="_dash-config"[^>]*>([^<]+)<', page)[1])
    parts = config["children_props"]
    assert "label" in parts["dash_mantine_components"]["Select"]
    assert all(named for components in parts.values() for named in components.values())


BROTLI = {"Accept-Encoding": "gzip, br"}
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture
def packing(client: FlaskClient) -> Iterator[Packing]:
    """With everything packed, which takes seconds: a little of each file is enough here."""
    packing: Packing = client.application.extensions["packing"]
    for bundle in packing.bundles:
        packing._packed[bundle.name] = brotli.compress(bundle.content, quality=6)
    yield packing
    packing._packed.clear()


def test_a_page_asks_for_one_style_and_one_program_and_fetches_the_charts_later(
    client: FlaskClient,
) -> None:
    page = client.get("/").get_data(as_text=True)
    scripts = re.findall(r'<script[^>]* src="([^"?]*)', page)
    assert scripts == ["/assets/first.js", "/assets/cakupan-dash-renderer.js"]
    assert re.findall(r'rel="stylesheet" href="([^"?]*)', page) == ["/assets/style.css"]
    assert re.search(r'data-charts="/assets/charts\.js\?m=[0-9a-f]{16}"', page)


def test_the_program_holds_every_script_of_ours_once_and_no_polyfill(
    client: FlaskClient, packing: Packing
) -> None:
    first, style, program, charts = (bundle.content for bundle in packing.bundles)
    for path in sorted((ROOT / "assets").glob("**/*.js")):
        expected = path.name not in APART
        assert (first + program + charts).count(path.read_bytes()) == expected, path.name
    for path in sorted((ROOT / "assets").glob("*.css")):
        last = path.read_bytes().rstrip().rsplit(b"\n\n", 1)[-1]
        assert (b"url(" in last or last in style) == (path.name not in APART), path.name
    assert b"new DashRenderer" not in program
    assert b"window.DashRenderer" in program
    assert b"core-js" not in program
    assert b"icons/" not in style


def test_what_is_long_is_made_ready_beside_the_page(packing: Packing) -> None:
    long = [bundle for bundle in packing.bundles if len(bundle.content) > 200_000]
    assert [bundle.mimetype for bundle in long] == [SCRIPT, SCRIPT]
    # Read only on the very first line.
    assert all(one.content.startswith(b"//# allFunctionsCalledOnLoad\n") for one in long)


def test_a_bundle_is_sent_packed_tightly_to_whoever_can_read_it(
    client: FlaskClient, packing: Packing
) -> None:
    for bundle in packing.bundles:
        packed = client.get(bundle.address, headers=BROTLI)
        assert packed.headers["Content-Encoding"] == "br"
        assert packed.headers["Vary"] == "Accept-Encoding"
        assert packed.data == packing._packed[bundle.name]
        plain = client.get(bundle.address, headers=PLAIN)
        assert "Content-Encoding" not in plain.headers
        assert brotli.decompress(packed.data) == plain.data == bundle.content
        for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options"):
            assert packed.headers[name] == plain.headers[name]
        assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_until_they_are_packed_tightly_bundles_are_packed_in_passing(client: FlaskClient) -> None:
    for bundle in client.application.extensions["packing"].bundles:
        given = client.get(bundle.address, headers=BROTLI)
        assert given.headers["Content-Encoding"] == "br"
        assert brotli.decompress(given.data) == bundle.content


def test_packing_packs_all_of_them_as_tightly_as_can_be() -> None:
    packing = Packing([Bundle("a.js", b"abc " * 1000, SCRIPT), Bundle("b.css", b"d" * 99, STYLE)])
    assert not packing.is_done
    packing.pack()
    assert packing.is_done
    for bundle in packing.bundles:
        tight = brotli.compress(bundle.content, quality=11)
        assert packing._packed[bundle.name] == tight


def test_a_changed_file_has_another_address() -> None:
    one, other = Bundle("a.js", b"a", SCRIPT), Bundle("a.js", b"b", SCRIPT)
    assert one.address != other.address
