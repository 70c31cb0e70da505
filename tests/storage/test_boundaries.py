"""Outlines for the map: ours, and those an office brings in their stead."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.settings import ROOT
from cakupan.storage import geojson
from cakupan.storage.boundaries import OURS, read_areas, read_boundaries
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from cakupan.texts.boundary_sentences import boundary_sentence

SHIPPED = ROOT / "data" / "reference" / OURS
BANTEN = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ROOT / "data" / "reference")


def square(east: float, north: float) -> list[list[list[float]]]:
    """A ring that runs against the clock, as RFC 7946 wants it."""
    corners = ((0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0))
    return [[[east + x, north + y] for x, y in corners]]


def feature(place: int = 0, *, geometry: Any = None, **properties: Any) -> dict[str, Any]:
    shape = geometry or {"type": "Polygon", "coordinates": square(106 + place / 10, -6)}
    return {"type": "Feature", "properties": properties, "geometry": shape}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def save(*features: dict[str, Any]) -> Path:
        path = tmp_path / "batas.geojson"
        document = {"type": "FeatureCollection", "features": features}
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return save


def codes(path: Path, reference: Reference) -> dict[str, str]:
    """Faults of a file by code, with the regions they name."""
    return {
        fault.code: str(fault.fields.get("names", ""))
        for fault in read_areas(path, reference).faults
    }


def test_ours_has_every_kabupaten_and_kota_and_no_fault(reference: Reference) -> None:
    areas = read_areas(SHIPPED, reference)
    assert list(areas.polygons) == [r.code for r in reference.directory if "." in r.code]
    assert areas.faults == ()


@pytest.mark.parametrize(
    "said",
    [
        {"kode": "36.03"},
        {"kode": "3603"},
        {"KDPKAB": "36.03", "WADMKK": "Kabupaten Tangerang"},
        {"kode_bps": "3603"},
        {"nama": "kabupaten  TANGERANG"},
        {"NAMOBJ": "Kab. Tangerang"},
        {"kode": 3603},
    ],
    ids=str,
)
def test_a_region_is_known_by_code_bps_code_or_name(
    write: Callable[..., Path], reference: Reference, said: dict[str, Any]
) -> None:
    assert list(read_areas(write(feature(**said)), reference).polygons) == ["36.03"]


def test_the_name_decides_which_of_the_two_code_systems_is_meant(
    write: Callable[..., Path], reference: Reference
) -> None:
    disagreeing = [
        region
        for region in reference.directory
        if "." in region.code
        and region.bps_code != region.code.replace(".", "")
        and f"{region.bps_code[:2]}.{region.bps_code[2:]}" in reference.directory
    ]
    assert len(disagreeing) > 50
    for region in disagreeing:
        path = write(feature(kode=region.bps_code, nama=region.name))
        assert list(read_areas(path, reference).polygons) == [region.code]


def test_a_code_and_a_name_that_disagree_are_not_believed(
    write: Callable[..., Path], reference: Reference
) -> None:
    path = write(feature(kode="36.03", nama="Kota Bandung"), feature(1, kode="36.04"))
    assert list(read_areas(path, reference).polygons) == ["36.04"]
    assert codes(path, reference)["unmatched"] == "Kota Bandung"


def test_strangers_missing_regions_and_features_without_area_are_named(
    write: Callable[..., Path], reference: Reference
) -> None:
    point = {"type": "Point", "coordinates": [106.1, -6.1]}
    path = write(
        *(feature(place, kode=code) for place, code in enumerate(BANTEN[:6])),
        feature(7, nama="Kabupaten Antah Berantah"),
        feature(8, kode="36.73", geometry=point),
    )
    assert codes(path, reference) == {
        "unmatched": "Kabupaten Antah Berantah",
        "no_area": "Kota Serang",
        "missing": "Kota Serang, Kota Tangerang Selatan",
    }


def test_features_of_one_region_are_joined(
    write: Callable[..., Path], reference: Reference
) -> None:
    areas = read_areas(write(feature(kode="36.03"), feature(2, kode="36.03")), reference)
    assert len(areas.polygons["36.03"]) == 2


def test_rings_come_out_the_way_round_the_map_wants_whatever_they_came_in(
    write: Callable[..., Path], reference: Reference
) -> None:
    against = square(106, -6)
    with_clock = [ring[::-1] for ring in against]
    drawn = [
        read_areas(
            write(feature(kode="36.03", geometry={"type": "Polygon", "coordinates": rings})),
            reference,
        ).polygons["36.03"]
        for rings in (against, with_clock)
    ]
    for [[ring]] in drawn:
        doubled = sum((x1 - x0) * (y1 + y0) for (x0, y0), (x1, y1) in pairwise(ring))
        assert doubled > 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"type":', "not_json"),
        (b"\xff\xfe\x00", "encoding"),
        (b"[]", "not_geojson"),
        (b'{"type": "FeatureCollection"}', "not_geojson"),
        (b"[" * 200_000, "not_geojson"),
        (b'{"features": [1, null, {"properties": 3, "geometry": {"type": "Polygon"}}]}', "nothing"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_leaves_ours_in_use(
    tmp_path: Path, reference: Reference, content: bytes, code: str
) -> None:
    path = tmp_path / "batas.geojson"
    path.write_bytes(content)
    used = read_boundaries(SHIPPED, reference, own=path)
    assert code in [fault.code for fault in used.faults]
    assert len(used.boxes) == 514
    assert used.official == frozenset()


@pytest.mark.parametrize(
    "ring",
    [
        [[680_000, 9_300_000], [690_000, 9_300_000], [690_000, 9_310_000], [680_000, 9_300_000]],
        [[float("nan"), 1], [2, 3], [4, 5], [6, 7]],
        [[1], [2], [3], [4]],
        [["a", "b"]] * 4,
    ],
)
def test_points_that_are_no_degrees_draw_nothing(
    write: Callable[..., Path], reference: Reference, ring: list[object]
) -> None:
    path = write(feature(kode="36.03", geometry={"type": "Polygon", "coordinates": [ring]}))
    assert read_areas(path, reference).polygons == {}
    assert codes(path, reference)


def test_a_file_over_a_limit_is_refused_before_it_is_read(
    write: Callable[..., Path], reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(feature(kode="36.03"))
    monkeypatch.setattr(geojson, "MOST_POINTS", 4)
    assert list(codes(path, reference)) == ["too_many_points"]
    monkeypatch.setattr(geojson, "LARGEST_FILE", 10)
    assert list(codes(path, reference)) == ["too_large"]


def test_an_office_replaces_its_province_and_no_other(
    write: Callable[..., Path], reference: Reference
) -> None:
    ours = read_boundaries(SHIPPED, reference, own=SHIPPED.with_name("none"))
    own = read_boundaries(SHIPPED, reference, own=write(feature(kode="36.03")))
    assert own.official == {"36"}
    assert [code for code in own.boxes if code.startswith("36")] == ["36.03"]
    assert own.boxes["32.01"] == ours.boxes["32.01"]
    assert own.fingerprint != ours.fingerprint
    ids = [one["id"] for one in json.loads(own.document)["features"]]
    assert ids == list(own.boxes)


@pytest.mark.parametrize("language", Language)
def test_every_fault_has_its_sentence(
    write: Callable[..., Path], reference: Reference, language: Language
) -> None:
    areas = read_areas(write(feature(nama="Antah"), feature(kode="36.03")), reference)
    for fault in areas.faults:
        assert "batas.geojson" in boundary_sentence(fault, words(language))
