"""Reads a GeoJSON file of areas into features, with limits; writes one as a map wants it.

Which region a feature is does not come in here; that is in boundary_match.py.
"""

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cakupan.domain.boundaries import BoundaryFault, Point, Polygon
from cakupan.domain.records import Record

MIB = 1024 * 1024
LARGEST_FILE = 30 * MIB
MOST_POINTS = 500_000
_PLACES = 4
"""Decimals of a degree that are kept: eleven metres."""
_EAST, _NORTH = (90, 145), (-15, 10)


class GeoJsonError(Exception):
    """The file as a whole cannot be used; ``fault`` says why."""

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(code)
        self.fault = BoundaryFault(code, fields)


class Feature(Record, frozen=True):
    """One area of a file: what it says of itself, and its polygons (none where it is no area)."""

    place: int
    properties: Mapping[str, str]
    polygons: list[Polygon]


def read_features(path: Path) -> list[Feature]:
    """The features of a file in their order; GeoJsonError where it is none or too large."""
    document = _document(path)
    listed = document.get("features") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise GeoJsonError("not_geojson", file=path.name)
    features = [_feature(place, one) for place, one in enumerate(listed, start=1)]
    points = sum(len(ring) for one in features for area in one.polygons for ring in area)
    if points > MOST_POINTS:
        raise GeoJsonError("too_many_points", file=path.name, points=points, limit=MOST_POINTS)
    if points and not any(map(_is_in_indonesia, _points(features))):
        raise GeoJsonError("not_degrees", file=path.name)
    return features


def write_features(areas: Mapping[str, list[Polygon]]) -> bytes:
    """Areas by id as GeoJSON; outer rings run clockwise, as the map's own arithmetic wants them."""
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }
        for code, polygons in areas.items()
    ]
    document = {"type": "FeatureCollection", "features": features}
    return json.dumps(document, separators=(",", ":")).encode()


def _document(path: Path) -> object:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            limit = LARGEST_FILE // MIB
            raise GeoJsonError("too_large", file=path.name, size=math.ceil(size / MIB), limit=limit)
        return json.loads(path.read_bytes())
    except OSError as error:
        raise GeoJsonError("unreadable", file=path.name) from error
    except UnicodeDecodeError as error:
        raise GeoJsonError("encoding", file=path.name) from error
    except json.JSONDecodeError as error:
        raise GeoJsonError(
            "not_json", file=path.name, line=error.lineno, column=error.colno
        ) from error
    except RecursionError as error:
        raise GeoJsonError("not_geojson", file=path.name) from error


def _feature(place: int, given: object) -> Feature:
    feature: Mapping[str, Any] = given if isinstance(given, dict) else {}
    stated = feature.get("properties")
    properties = {"id": feature.get("id"), **(stated if isinstance(stated, dict) else {})}
    texts = {
        str(name): str(value).strip()
        for name, value in properties.items()
        if isinstance(value, str | int) and not isinstance(value, bool)
    }
    return Feature(place, texts, list(_polygons(feature.get("geometry"))))


def _polygons(geometry: object) -> Iterator[Polygon]:
    """The sound polygons of a geometry; anything else in it is no area."""
    if not isinstance(geometry, dict):
        return
    coordinates = geometry.get("coordinates")
    many = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(geometry.get("type")))
    for area in many if isinstance(many, list) else []:
        rings = [_ring(ring) for ring in area] if isinstance(area, list) else []
        if rings and len(rings[0]) > 3:
            outer, *holes = rings
            sound = [_turned(hole, clockwise=False) for hole in holes if len(hole) > 3]
            yield [_turned(outer, clockwise=True), *sound]


def _ring(given: object) -> np.ndarray:
    """A closed ring, points × 2; empty where any point of it is none."""
    try:
        points = np.array(given, dtype="float64")[:, :2].round(_PLACES)
    except (TypeError, ValueError, IndexError, OverflowError):
        return np.empty((0, 2))
    if points.shape[1] != 2 or not np.isfinite(points).all():
        return np.empty((0, 2))
    closed = len(points) == 0 or (points[0] == points[-1]).all()
    return points if closed else np.vstack([points, points[:1]])


def _turned(ring: np.ndarray, *, clockwise: bool) -> list[Point]:
    """The ring in this direction, by the sign of its area."""
    x, y = ring.T
    doubled = float(np.sum(np.diff(x) * (y[1:] + y[:-1])))
    turned = ring if (doubled > 0) == clockwise else ring[::-1]
    points: list[Point] = turned.tolist()
    return points


def _points(features: list[Feature]) -> Iterator[Point]:
    return (point for one in features for area in one.polygons for ring in area for point in ring)


def _is_in_indonesia(point: Point) -> bool:
    east, north = point
    return _EAST[0] <= east <= _EAST[1] and _NORTH[0] <= north <= _NORTH[1]
