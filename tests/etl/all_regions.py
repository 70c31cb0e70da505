"""All regions there are, and what finds them."""

from pathlib import Path

from cakupan.domain.regions import RegionKind
from cakupan.storage.reference import read_reference
from etl.region_match import RegionMatcher

REFERENCE = read_reference(Path(__file__).resolve().parents[2] / "data" / "reference")
MATCHER = RegionMatcher(REFERENCE.directory, REFERENCE.aliases, REFERENCE.lineage)
PLACES = [r for r in REFERENCE.directory if r.kind in (RegionKind.KABUPATEN, RegionKind.KOTA)]
