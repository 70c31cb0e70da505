"""Peers: who is held against whom, and where a region stands among them."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.panel import Panel
from cakupan.analytics.peers import Peers, Scope, peers, position, size_classes
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region, RegionDirectory, RegionKind

Build = Callable[..., pd.DataFrame]
OCTOBER = Period("2025-10")
COVERAGES = st.lists(st.none() | st.floats(0.01, 1.5), min_size=1, max_size=40)


def month(coverage: pd.Series) -> pd.DataFrame:
    """Regions of these coverages; above 1 nobody has a rank."""
    return pd.DataFrame({"coverage": coverage, "ranked": coverage <= 1})


@pytest.fixture(scope="session")
def java() -> RegionDirectory:
    """Two provinces of two kabupaten and two kota each."""
    kinds = {1: RegionKind.KABUPATEN, 2: RegionKind.KABUPATEN, 71: RegionKind.KOTA}
    kinds[72] = RegionKind.KOTA
    return RegionDirectory(
        [
            Region("00", "Indonesia", RegionKind.NATION, "0000"),
            *(Region(code, code, RegionKind.PROVINCE, code) for code in ("32", "36")),
            *(
                Region(f"{province}.{number:02d}", f"{kind} {number}", kind, "")
                for province in ("32", "36")
                for number, kind in kinds.items()
            ),
        ]
    )


@pytest.fixture(scope="session")
def found(java: RegionDirectory, participants: Build, workforce: Build) -> Callable[..., Peers]:
    """Peers of a region, with participants out of a thousand workers each."""

    def ask(code: str, people: dict[str, int], workers: dict[str, int] | None = None) -> Peers:
        counts = [(region, "2025-10", "total", count) for region, count in people.items()]
        bases = workers or dict.fromkeys((one.code for one in java if "." in one.code), 1_000)
        panel = Panel.of(
            java,
            participants=participants(counts),
            workforce=workforce([(region, "2025", count) for region, count in bases.items()]),
        )
        return peers(panel, region=java[code], period=OCTOBER)

    return ask


def by_scope(found: Peers) -> dict[Scope, tuple[int | None, int, int]]:
    return {
        group.scope: (group.position.rank, group.position.ranked, group.position.members)
        for group in found.groups
    }


def test_a_kota_is_held_against_its_province_its_kind_and_its_size(
    found: Callable[..., Peers],
) -> None:
    people = {"36.71": 500, "36.72": 600, "36.01": 400, "32.71": 300, "32.01": 900}
    assert by_scope(found("36.71", people)) == {
        Scope.PROVINCE: (2, 3, 4),
        Scope.PROVINCE_KIND: (2, 2, 2),
        Scope.NATION_KIND: (2, 3, 4),
        Scope.SIZE: (3, 5, 8),
    }


def test_a_province_is_held_against_provinces_and_the_nation_against_nobody(
    found: Callable[..., Peers],
) -> None:
    people = {f"{province}.{part}": 100 for province in ("32", "36") for part in ("01", "02")}
    people |= {"32.71": 100, "32.72": 100, "36.71": 900, "36.72": 900}
    assert by_scope(found("36", people)) == {
        Scope.NATION_KIND: (1, 2, 2),
        Scope.SIZE: (1, 2, 2),
    }
    assert found("00", people).groups == ()


def test_size_classes_are_printed_with_the_workers_that_bound_them(
    found: Callable[..., Peers],
) -> None:
    workers = {"32.01": 10, "32.02": 20, "32.71": 30, "32.72": 40, "36.01": 50, "36.71": 60}
    answer = found("36.71", {"36.71": 30}, workers)
    assert (answer.size_class, answer.smallest, answer.largest) == (5, 60, 60)
    assert Scope.SIZE not in by_scope(answer)
    nobody = found("36.02", {"36.71": 30}, workers)
    assert (nobody.size_class, nobody.smallest, nobody.largest) == (None, None, None)


def test_without_data_or_above_a_hundred_percent_there_is_no_place() -> None:
    coverage = pd.Series({"a": 0.5, "b": 1.478, "c": float("nan"), "d": 0.4})
    assert position(month(coverage), "b").rank is None
    assert position(month(coverage), "c").rank is None
    own = position(month(coverage), "a")
    assert (own.rank, own.ranked, own.members, own.below) == (1, 2, 4, Fraction(1))


def test_who_is_alone_is_above_nobody() -> None:
    assert position(month(pd.Series({"a": 0.5})), "a").below is None


@settings(deadline=None)
@given(values=COVERAGES, seed=st.randoms(use_true_random=False))
def test_order_and_names_change_no_place(values: list[float | None], seed) -> None:
    coverage = pd.Series(values, index=[f"r{place}" for place in range(len(values))], dtype=float)
    shuffled = list(coverage.index)
    seed.shuffle(shuffled)
    for code in coverage.index:
        renamed = coverage[shuffled].rename(index=lambda name: f"x{name}")
        assert position(month(coverage), code) == position(month(renamed), f"x{code}")


@settings(deadline=None)
@given(values=COVERAGES)
def test_a_place_and_the_share_below_agree(values: list[float | None]) -> None:
    coverage = pd.Series(values, index=range(len(values)), dtype=float).rename(index=str)
    known = coverage[coverage <= 1]
    for code in known.index:
        own = position(month(coverage), code)
        assert own.rank == 1 + int((known > known[code]).sum())
        if own.below is not None:
            assert own.below == Fraction(int((known < known[code]).sum()), len(known) - 1)


@given(workers=st.lists(st.integers(0, 50), min_size=1, max_size=60))
def test_size_classes_follow_the_workforce_and_part_no_equals(workers: list[int]) -> None:
    classes = size_classes(pd.Series(workers, dtype="float64"))
    assert classes.notna().tolist() == [count > 0 for count in workers]
    pairs = sorted((count, own) for count, own in zip(workers, classes, strict=True) if count)
    for (less, low), (more, high) in pairwise(pairs):
        assert low == high if less == more else low <= high
    assert not pairs or pairs[0][1] == 1


@given(workers=st.lists(st.integers(1, 10**7), min_size=5, max_size=100, unique=True))
def test_different_workforces_make_even_fifths(workers: list[int]) -> None:
    sizes = size_classes(pd.Series(workers, dtype="float64")).value_counts()
    assert set(sizes.index) == {1, 2, 3, 4, 5}
    assert sizes.max() - sizes.min() <= 1
