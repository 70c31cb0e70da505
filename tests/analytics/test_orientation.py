"""Targets a region is held against."""

from collections.abc import Callable

from cakupan.analytics.orientation import aims
from cakupan.domain.reference import Target
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., Target]


def test_a_kabupaten_borrows_the_targets_of_its_province(
    directory: RegionDirectory, target: Build
) -> None:
    stated = (target("0.65", 2030), target("0.99", 2045, region="00"))
    found = aims(directory["36.03"], stated)
    assert found.borrowed_from == "36"
    assert [(aim.region_code, aim.year) for aim in found.targets] == [("36.03", 2030)]


def test_a_target_of_its_own_takes_their_place(directory: RegionDirectory, target: Build) -> None:
    stated = (target("0.65", 2030), target("0.70", 2029, region="36.03"))
    found = aims(directory["36.03"], stated)
    assert found.borrowed_from is None
    assert [aim.year for aim in found.targets] == [2029]


def test_a_province_borrows_from_nobody(directory: RegionDirectory, target: Build) -> None:
    stated = (target("0.99", 2045, region="00"),)
    assert aims(directory["36"], stated).targets == ()
    assert aims(directory["36.03"], stated).borrowed_from is None
