"""What travels, and what a browser that was here before is sent again."""

import re
from collections.abc import Iterator

import brotli
import pytest
from flask.testing import FlaskClient

from routes.packing import Packing

WIRES = "/_dash-dependencies"


def test_the_wiring_is_sent_again_only_when_it_changed(client: FlaskClient) -> None:
    packed = {"Accept-Encoding": "br"}
    first = client.get(WIRES, headers=packed)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(WIRES, headers={**packed, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(WIRES, headers={**packed, "If-None-Match": '"another"'})
    assert (other.status_code, other.data) == (200, first.data)


@pytest.fixture
def packing(client: FlaskClient) -> Iterator[Packing]:
    """Told to pack, though nobody does it in the background: each test packs for itself."""
    packing: Packing = client.application.extensions["packing"]
    packing._started = True
    yield packing
    packing._started = False


BROTLI = {"Accept-Encoding": "gzip, br"}


def named_in_the_page(client: FlaskClient, part: str) -> str:
    page = client.get("/").get_data(as_text=True)
    found = re.search(rf'"([^"]*{part}[^"]*)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("part", [r"/assets/20-choices\.js", r'dash_renderer[^"]*\.min\.js'])
def test_a_fixed_file_is_packed_tightly_for_whoever_comes_later(
    client: FlaskClient, packing: Packing, part: str
) -> None:
    address = named_in_the_page(client, part)
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    packing._known.clear()
    first = client.get(address, headers=BROTLI)
    packing.pack_next()
    later = client.get(address, headers=BROTLI)
    assert later.headers["Content-Encoding"] == "br"
    assert brotli.decompress(later.data) == brotli.decompress(first.data) == plain.data
    assert len(later.data) < len(first.data)
    for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options"):
        assert later.headers[name] == first.headers[name]
    # Who cannot read it is sent what they can.
    assert client.get(address, headers={"Accept-Encoding": "identity"}).data == plain.data


def test_an_address_that_somebody_made_up_is_not_kept(
    client: FlaskClient, packing: Packing
) -> None:
    known = set(packing._known)
    for asked in ("?m=1", "", "?m=x", "?m=1e999"):
        assert client.get(f"/assets/20-choices.js{asked}", headers=BROTLI).status_code == 200
    assert client.get("/", headers=BROTLI).status_code == 200
    assert packing._known == known
