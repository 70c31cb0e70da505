"""A break that a person called a real change no longer parts what lies around it, and no other."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.breaks import break_between, breaks
from cakupan.analytics.flags import break_flags
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.analytics.rulings import Rulings, joined
from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
END, A = date(2025, 12, 31), "17.01"
MONTHS = [f"2025-{month:02}" for month in range(1, 11)]
PUBLISHERS = ("bpjs", "kemnaker")
STATED = st.lists(st.sampled_from(PUBLISHERS), min_size=10, max_size=10)


@pytest.fixture(scope="session")
def panel(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[..., Panel]:
    def build(publishers: list[str], *decisions: Decision) -> Panel:
        counts = [
            (A, month, "total", 5, False, publisher)
            for month, publisher in zip(MONTHS, publishers, strict=True)
        ]
        return Panel.of(
            directory,
            participants=participants(counts),
            workforce=workforce([(A, "2020", 100)]),
            rulings=Rulings.of(decisions, denominator_id="employed"),
        )

    return build


def real(month: str, *, subject: str = "", verdict: Verdict = Verdict.ACCEPTED) -> Decision:
    key = FlagKey(FlagCode.SERIES_BREAK, A, month, subject)
    return Decision(key, verdict, "dihitung sama", "Sari", datetime(2026, 1, 5, tzinfo=UTC))


def number(text: str) -> int:
    return month_number(Period(text).end)


def afters(panel: Panel, *, decided: bool = False) -> list[int]:
    return [one.after for one in breaks(panel, A, until=END, decided=decided)]


@given(stated=STATED, data=st.data())
def test_what_was_called_real_is_no_break_and_the_others_stay(
    panel: Callable[..., Panel], stated: list[str], data: st.DataObject
) -> None:
    all_of_them = afters(panel(stated))
    chosen = data.draw(st.sets(st.sampled_from(MONTHS), max_size=4))
    ruled = panel(stated, *map(real, chosen))
    assert afters(ruled, decided=True) == all_of_them
    assert afters(ruled) == [one for one in all_of_them if one not in set(map(number, chosen))]


@given(stated=STATED, real_ones=st.sets(st.sampled_from(MONTHS)))
def test_two_months_are_of_one_kind_where_only_real_changes_lie_between(
    panel: Callable[..., Panel], stated: list[str], real_ones: set[str]
) -> None:
    ruled = panel(stated, *map(real, real_ones))
    standing = set(afters(ruled))
    for first, before in enumerate(MONTHS):
        for last in range(first + 1, len(MONTHS)):
            between = {number(month) for month in MONTHS[first + 1 : last + 1]}
            apart = stated[first] != stated[last] and bool(between & standing)
            found = break_between(ruled, A, before=number(before), after=number(MONTHS[last]))
            assert (found is not None) is apart


@pytest.mark.parametrize(
    "decision",
    [
        real("2025-06", verdict=Verdict.EXCLUDED),
        real("2025-06", subject="labour_force"),
        real("2025-05"),
    ],
)
def test_a_break_confirmed_or_of_another_base_or_month_stays(
    panel: Callable[..., Panel], decision: Decision
) -> None:
    stated = ["bpjs"] * 5 + ["kemnaker"] * 5
    assert afters(panel(stated, decision)) == [number("2025-06")]


def test_a_break_of_participants_is_one_flag_whatever_the_base(
    panel: Callable[..., Panel],
) -> None:
    shown = panel(["bpjs"] * 5 + ["kemnaker"] * 5)
    [flag] = break_flags(shown, [A], until=Period("2025-10"), denominator_id="employed")
    assert flag.key == FlagKey(FlagCode.SERIES_BREAK, A, "2025-06", "")


def test_a_caption_names_real_changes_within_its_months_only() -> None:
    about = {"denominator_id": "employed", "until": Period("2025-10")}
    made = [real("2025-06"), real("2025-11"), real("2024-10", subject="eligible")]
    assert joined(made, {A}, after=None, **about) == [real("2025-06")]
    assert joined(made, {A}, after=Period("2025-06"), **about) == []
    assert joined(made, {"17.02"}, after=None, **about) == []
