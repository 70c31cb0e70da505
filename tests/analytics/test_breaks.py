"""Where figures change in kind there is a break, and nowhere else."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.breaks import break_between, breaks
from cakupan.analytics.kinds import Change, changes_between
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
END = date(2025, 12, 31)
A, B = "17.01", "17.02"


@pytest.fixture
def panel(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[..., Panel]:
    def build(counts: list[tuple], workers: list[tuple] | None = None) -> Panel:
        bases = workers or [(code, "2020", 1_000) for code in (A, B, "17")]
        return Panel.of(directory, participants=participants(counts), workforce=workforce(bases))

    return build


def number(text: str) -> int:
    return month_number(Period(text).end)


def told(panel: Panel, code: str) -> list[tuple[int, int, tuple[Change, ...]]]:
    return [(one.before, one.after, one.changes) for one in breaks(panel, code, until=END)]


def test_a_line_of_one_publisher_has_no_break(panel: Callable[..., Panel]) -> None:
    assert told(panel([(A, f"2025-{month:02}", "PU", 5) for month in range(1, 10)]), A) == []


def test_another_publisher_is_a_break_that_names_both(panel: Callable[..., Panel]) -> None:
    counts = [
        (A, "2024-10", "total", 5, False, "bpjs"),
        (A, "2025-10", "total", 6, False, "kemnaker"),
    ]
    found = breaks(panel(counts), A, until=END)
    assert [one.changes for one in found] == [(Change.PARTICIPANTS_PUBLISHER,)]
    assert found[0].publishers == {Change.PARTICIPANTS_PUBLISHER: ("bpjs", "kemnaker")}
    assert (found[0].before, found[0].after) == (number("2024-10"), number("2025-10"))


def test_counting_without_jakon_is_another_definition(panel: Callable[..., Panel]) -> None:
    whole = [(A, "2024-10", segment, 5) for segment in ("PU", "BPU", "JAKON", "PMI")]
    without = [(A, "2025-10", segment, 5) for segment in ("PU", "BPU", "PMI")]
    total = [(A, "2025-11", "total", 20)]
    assert told(panel([*whole, *without]), A) == [
        (number("2024-10"), number("2025-10"), (Change.PARTICIPANTS_DEFINITION,))
    ]
    assert told(panel([*whole, *total]), A) == [], "a total is stated for all segments together"


def test_a_segment_a_neighbour_lists_is_none_here_and_no_break(panel: Callable[..., Panel]) -> None:
    counts = [(code, month, "PU", 5) for code in (A, B) for month in ("2024-10", "2025-10")]
    pmi = [(B, "2024-10", "PMI", 1), (B, "2025-10", "PMI", 1), (A, "2024-10", "PMI", 1)]
    assert told(panel([*counts, *pmi]), A) == []


def test_a_workforce_from_another_source_is_a_break(panel: Callable[..., Panel]) -> None:
    workers = [(A, "2024", 100, False, "bps"), (A, "2025", 90, False, "bpjs")]
    counts = [(A, month, "total", 5) for month in ("2024-10", "2024-11", "2025-10")]
    found = break_between(
        panel(counts, workers), A, before=number("2024-10"), after=number("2025-10")
    )
    assert found is not None
    assert found.changes == (Change.WORKERS_PUBLISHER,)
    assert found.publishers == {Change.WORKERS_PUBLISHER: ("bps", "bpjs")}


def test_a_month_without_figures_is_no_break_and_hides_none(panel: Callable[..., Panel]) -> None:
    counts = [(A, "2024-10", "total", 5), (A, "2025-02", "total", 5, False, "bps")]
    asked = panel(counts)
    assert told(asked, A) == [
        (number("2024-10"), number("2025-02"), (Change.PARTICIPANTS_PUBLISHER,))
    ]
    assert break_between(asked, A, before=number("2024-10"), after=number("2024-12")) is None
    assert break_between(asked, A, before=number("1999-10"), after=number("2024-10")) is None


@pytest.mark.parametrize("part", [A, B])
def test_a_total_breaks_as_soon_as_one_part_does(panel: Callable[..., Panel], part: str) -> None:
    before = [(code, "2024-10", "total", 5) for code in (A, B)]
    after = [
        (code, "2025-10", "total", 5, False, "bps" if code == part else "bpjs") for code in (A, B)
    ]
    found = breaks(panel([*before, *after]), "17", until=END)
    assert [one.changes for one in found] == [(Change.PARTICIPANTS_PUBLISHER,)]
    assert found[0].publishers == {}


def test_parts_that_exchange_publishers_break_the_total(panel: Callable[..., Panel]) -> None:
    names = {"2024-10": ("bps", "bpjs"), "2025-10": ("bpjs", "bps")}
    counts = [
        (code, month, "total", 5, False, name)
        for month, pair in names.items()
        for code, name in zip((A, B), pair, strict=True)
    ]
    assert len(told(panel(counts), "17")) == 1


def test_a_province_stated_whole_by_the_publisher_of_its_parts_goes_on(
    panel: Callable[..., Panel],
) -> None:
    counts = [("17", "2024-10", "total", 10), *((code, "2025-10", "total", 5) for code in (A, B))]
    assert told(panel(counts), "17") == []


KINDS = st.tuples(st.sampled_from(["bps", "bpjs"]), st.sampled_from(["total", "PU"]))


@settings(deadline=None, max_examples=60)
@given(kinds=st.lists(KINDS, min_size=2, max_size=6))
def test_a_break_lies_exactly_where_neighbours_differ_in_kind(
    directory: RegionDirectory, participants: Build, workforce: Build, kinds: list[tuple[str, str]]
) -> None:
    months = [f"2025-{place + 1:02}" for place in range(len(kinds))]
    panel = Panel.of(
        directory,
        participants=participants(
            (A, month, segment, 5, False, name)
            for month, (name, segment) in zip(months, kinds, strict=True)
        ),
        workforce=workforce([(A, "2020", 100)]),
    )
    wanted = {
        (number(months[place]), number(months[place + 1]))
        for place in range(len(kinds) - 1)
        if kinds[place] != kinds[place + 1]
    }
    assert {(one.before, one.after) for one in breaks(panel, A, until=END)} == wanted
    first, last = (panel.in_month([A, B], Period(month)) for month in (months[0], months[-1]))
    assert changes_between(first, last).any(axis=1).tolist() == [kinds[0] != kinds[-1], False]
