"""The outlines that regions are drawn with on a map: whose they are and how far each reaches."""

from collections.abc import Collection, Mapping

from cakupan.domain.records import Record

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

Polygon = list[list[Point]]
"""Rings of points: the outer one first, then the holes."""


class Box(Record, frozen=True):
    """How far something reaches, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, boxes: Collection["Box"]) -> "Box":
        """The box around all of them."""
        return cls(
            west=min(box.west for box in boxes),
            south=min(box.south for box in boxes),
            east=max(box.east for box in boxes),
            north=max(box.north for box in boxes),
        )


class BoundaryFault(Record, frozen=True):
    """One thing wrong with an office's file; ``words(f"boundaries.{code}", **fields)`` tells it."""

    code: str
    fields: Mapping[str, str | int]


class Areas(Record, frozen=True):
    """What a GeoJSON file says: polygons by region code, and what is wrong with it."""

    polygons: Mapping[str, list[Polygon]]
    faults: tuple[BoundaryFault, ...] = ()


class Boundaries(Record, frozen=True):
    """The outlines in use, as a map fetches them.

    ``document`` is GeoJSON with the region code as id of each feature; ``fingerprint`` changes
    with its content. ``boxes`` tell how far each region reaches; a region without one is not
    drawn. ``official`` are the provinces that are drawn from the office's own file.
    """

    document: bytes
    fingerprint: str
    boxes: Mapping[str, Box]
    official: frozenset[str] = frozenset()
    faults: tuple[BoundaryFault, ...] = ()
