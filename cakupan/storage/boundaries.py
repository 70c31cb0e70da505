"""The outlines in use: ours, and in their stead those of an office for the provinces it has.

A file with a fault is told about, never half believed: what cannot be used leaves ours in use.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from cakupan.domain.boundaries import Areas, Boundaries, BoundaryFault, Box, Polygon
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.storage.boundary_match import Matcher, label
from cakupan.storage.errors import ReferenceDataError
from cakupan.storage.geojson import GeoJsonError, read_features, write_features

OURS = Path("boundaries") / "kabkota.geojson"
_NAMED = 8
"""How many regions a sentence names before it only counts."""


def read_areas(path: Path, reference: Reference) -> Areas:
    """The areas of a GeoJSON file by region, with a fault for everything that is not as it should.

    Several features of one region are joined. Missing regions are those of the provinces the file
    speaks of.
    """
    try:
        features = read_features(path)
    except GeoJsonError as error:
        return Areas({}, (error.fault,))
    matcher = Matcher.of(reference)
    polygons: defaultdict[str, list[Polygon]] = defaultdict(list)
    strangers, empty = [], []
    for feature in features:
        region = matcher.region_of(feature)
        if region is None:
            strangers.append(label(feature))
        elif not feature.polygons:
            empty.append(region.name)
        else:
            polygons[region.code] += feature.polygons
    missing = [region.name for region in _missing(polygons, reference)]
    named = {"unmatched": strangers, "no_area": empty, "missing": missing}
    faults = [_fault(code, path, names) for code, names in named.items() if names]
    if not polygons:
        faults.append(BoundaryFault("nothing", {"file": path.name}))
    return Areas(dict(sorted(polygons.items())), tuple(faults))


def read_boundaries(ours: Path, reference: Reference, *, own: Path) -> Boundaries:
    """The outlines in use; ``own`` is an office's file, which need not be there.

    A province of which the own file has any area is drawn from that file alone, so that official
    and approximate borders never lie on each other. Raises ReferenceDataError where ours is gone.
    """
    shipped = read_areas(ours, reference)
    if not shipped.polygons:
        raise ReferenceDataError("reference_missing", file=ours.name)
    office = read_areas(own, reference) if own.exists() else Areas({})
    provinces = frozenset(code[:2] for code in office.polygons)
    kept = {code: area for code, area in shipped.polygons.items() if code[:2] not in provinces}
    areas = dict(sorted({**kept, **office.polygons}.items()))
    document = write_features(areas)
    return Boundaries(
        document=document,
        fingerprint=hashlib.sha256(document).hexdigest()[:16],
        boxes={code: _box(polygons) for code, polygons in areas.items()},
        official=provinces,
        faults=office.faults,
    )


def _missing(polygons: Mapping[str, object], reference: Reference) -> Iterator[Region]:
    for province in sorted({code[:2] for code in polygons}):
        yield from (
            part for part in reference.directory.parts(province) if part.code not in polygons
        )


def _fault(code: str, path: Path, names: list[str]) -> BoundaryFault:
    more = ["…"] if len(names) > _NAMED else []
    listed = ", ".join([*names[:_NAMED], *more])
    return BoundaryFault(code, {"file": path.name, "count": len(names), "names": listed})


def _box(polygons: Iterable[Polygon]) -> Box:
    # The outer ring of each polygon reaches as far as the polygon does.
    east, north = zip(*chain.from_iterable(polygon[0] for polygon in polygons), strict=True)
    return Box(west=min(east), south=min(north), east=max(east), north=max(north))
