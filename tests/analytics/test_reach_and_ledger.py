"""Vulnerable workers and those who pay for them: gaps, lapses, and what keeping on costs."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.ledger import LapseState, by_payer, paying
from cakupan.analytics.reach import Reached
from cakupan.analytics.segment_coverage import SegmentRatio, without
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period

OCTOBER = date(2025, 10, 31)


def line(start: str, months: int | None, *, workers: int = 3_600, payer: str = "csr") -> LedgerLine:
    return LedgerLine(
        "36", "nelayan", payer, Period(start), workers, 16_800, months, "", sample=True
    )


def test_kota_tangerang_registered_two_in_five_of_its_vulnerable_workers() -> None:
    found = Reached("", 40_000, 16_000)
    assert (found.gap, found.share) == (24_000, Fraction(2, 5))
    assert Reached("", None, 16_000).gap is None
    assert Reached("", 0, 0).share is None


@pytest.mark.parametrize(
    ("start", "months", "state"),
    [
        ("2025-01", 12, LapseState.SOON),
        ("2025-02", 12, LapseState.RUNNING),
        ("2025-01", 9, LapseState.LAPSED),
        ("2025-02", 9, LapseState.SOON),
        ("2025-11", 6, LapseState.AHEAD),
        ("2025-01", None, LapseState.UNKNOWN),
    ],
)
def test_a_line_lapses_soon_within_three_months(
    start: str, months: int | None, state: LapseState
) -> None:
    assert paying(line(start, months), OCTOBER).state is state


def test_keeping_on_costs_workers_times_contribution_times_months() -> None:
    lines = [paying(line("2025-01", 12, workers=5_000), OCTOBER)]
    assert by_payer(lines, months=12)[0].renewal_idr == 1_008_000_000


@given(st.lists(st.tuples(st.sampled_from(["csr", "apbn"]), st.integers(0, 10**5)), max_size=9))
def test_payers_add_up_to_all_lines_in_force(given_lines: list[tuple[str, int]]) -> None:
    lines = [
        paying(line("2025-03", 24, workers=workers, payer=payer), OCTOBER)
        for payer, workers in given_lines
    ]
    shares = by_payer(lines, months=12)
    assert sum(share.workers for share in shares) == sum(workers for _, workers in given_lines)
    assert all(share.lapsing == 0 for share in shares)


def test_what_has_lapsed_or_not_begun_is_nobodys_cost() -> None:
    lines = [paying(line(*one), OCTOBER) for one in (("2025-01", 3), ("2025-12", 6))]
    assert by_payer(lines, months=12) == ()


def test_leaving_construction_out_needs_to_know_it() -> None:
    people = {Segment.PU: 10, Segment.BPU: 5, Segment.JAKON: 2}
    assert without(people, Segment.JAKON) == 15
    assert without({Segment.PU: 10}, Segment.JAKON) is None


def test_coverage_of_a_segment_above_one_stays_so() -> None:
    ratio = SegmentRatio(Segment.JAKON, 39_076, 15_408).coverage
    assert ratio is not None
    assert f"{float(ratio):.2%}" == "253.61%"
    assert SegmentRatio(Segment.PU, 5, 0).coverage is None
