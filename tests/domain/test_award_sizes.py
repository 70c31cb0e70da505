"""A region is of the largest size that its workers reach."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.awards import AwardSize, size_of
from cakupan.domain.regions import RegionKind
from cakupan.storage.award_files import award_sizes

SIZES = award_sizes(Path(__file__).resolve().parents[2] / "data" / "reference" / "award_sizes.csv")


@given(st.integers(0, 50_000_000), st.sampled_from([RegionKind.KOTA, RegionKind.PROVINCE]))
def test_no_larger_size_is_reached(workers: int, kind: RegionKind) -> None:
    found = size_of(workers, kind, SIZES)
    assert found is not None
    assert found.of_provinces is (kind is RegionKind.PROVINCE)
    larger = [one for one in SIZES if one.least > found.least]
    assert not any(size_of(workers, kind, [one]) for one in larger)


def test_a_region_whose_workers_nobody_counted_has_no_size() -> None:
    assert size_of(float("nan"), RegionKind.KABUPATEN, SIZES) is None


def test_a_cut_off_belongs_to_the_larger_size() -> None:
    sizes = [AwardSize("a", False, "", "", 0), AwardSize("b", False, "", "", 100)]
    assert [getattr(size_of(n, RegionKind.KOTA, sizes), "id", "") for n in (99, 100)] == ["a", "b"]
