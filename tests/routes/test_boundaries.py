"""The outlines of the map, by an address that a browser may keep for good."""

import gzip
import json

from flask.testing import FlaskClient

from cakupan.settings import ROOT
from cakupan.storage.boundaries import OURS, read_boundaries
from cakupan.storage.reference import read_reference


def fingerprint() -> str:
    folder = ROOT / "data" / "reference"
    return read_boundaries(
        folder / OURS, read_reference(folder), own=folder / "none.geojson"
    ).fingerprint


def test_outlines_travel_compressed_and_are_kept(client: FlaskClient) -> None:
    answer = client.get(f"/boundaries/{fingerprint()}.geojson", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(answer.data) < 260_000
    assert len(json.loads(gzip.decompress(answer.data))["features"]) == 514


def test_outlines_of_another_day_are_not_there(client: FlaskClient) -> None:
    answer = client.get("/boundaries/0123456789abcdef.geojson")
    assert answer.status_code == 404
    assert "Muat ulang" in answer.json["message"]
