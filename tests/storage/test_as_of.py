"""What could be seen at a moment of the past stays what it was, whatever is done later."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from cakupan.domain.measures import Basis, Maturity, Measure, Unit
from cakupan.domain.periods import Period
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.published import published_coverage
from cakupan.storage.queries.sources import figure_sources
from cakupan.storage.queries.workforce import workforce_counts

pytestmark = pytest.mark.both_engines

PUBLISHERS = ["bpjs", "pemda"]
QUESTIONS = {
    "participants": (participant_counts, {"region_prefix": "36", "publishers": PUBLISHERS}),
    "workforce": (
        workforce_counts,
        {"measure": Measure.EMPLOYED, "region_prefix": "36", "publishers": ["bps"]},
    ),
    "periods": (participant_periods, {"region_prefix": "36", "publishers": PUBLISHERS}),
    "sources": (
        figure_sources,
        {
            "measure": Measure.PARTICIPANTS_ACTIVE,
            "region_prefix": "36",
            "period_text": "2025-10",
            "publishers": PUBLISHERS,
        },
    ),
    "published": (published_coverage, {"region_code": "36"}),
    "freshness": (freshness, {"region_prefix": "36"}),
}


def day(number: int) -> datetime:
    return datetime(2025, 11, number, 3, 0, tzinfo=UTC)


def answers(store, as_of: datetime | None = None) -> dict[str, object]:
    """Every question's answer, frames as the rows and types they hold."""
    found = {}
    for name, (question, choices) in QUESTIONS.items():
        answer = store.ask(question, **choices, as_of=as_of)
        if hasattr(answer, "dtypes"):
            answer = answer.to_dict("records"), answer.dtypes.astype(str).to_dict()
        found[name] = answer
    return found


def counts(store, as_of: datetime | None = None, *publishers: str) -> list[int]:
    frame = store.ask(
        participant_counts,
        region_prefix="36",
        publishers=publishers or PUBLISHERS,
        as_of=as_of,
    )
    return frame["participants"].tolist()


@pytest.fixture
def history_of_a_week(store, figure):
    """Loads, a withdrawal and a restoration, a day apart; what was seen after each of them."""

    def coverage(ratio: str):
        return figure(
            ratio,
            region="36",
            period="2025-10",
            measure=Measure.COVERAGE_PUBLISHED,
            unit=Unit.RATIO,
            publisher="portalkota",
        )

    def employed(value: int):
        return figure(value, measure=Measure.EMPLOYED, period="2025-08", publisher="bps")

    loads, seen = [], []

    def load(*figures) -> None:
        loads.append(store.load(*figures, at=day(len(seen) + 1)))
        seen.append(answers(store))

    load(figure(1, publisher="pemda"), employed(500), coverage("0.44"))
    load(figure(2, maturity=Maturity.SAMPLE), figure(3, region="36.71"), employed(510))
    load(figure(4), figure(5, region="36.71", maturity=Maturity.DISPUTED), coverage("0.46"))
    store.undo(loads[2], at=day(4))
    seen.append(answers(store))
    load(figure(6, region="36.71", period="2025-11"), figure(7, publisher="pemda"))
    store.redo(loads[2], at=day(6))
    seen.append(answers(store))
    store.undo(loads[0], at=day(7))
    seen.append(answers(store))
    return seen


def test_every_day_of_the_past_is_what_could_be_seen_on_it(store, history_of_a_week) -> None:
    for number, seen in enumerate(history_of_a_week, start=1):
        for moment in (day(number), day(number) + timedelta(hours=23)):
            assert answers(store, moment) == seen, number


def test_as_of_now_is_what_is_current(store, history_of_a_week) -> None:
    current, before = answers(store), answers(store, day(1) - timedelta(days=1))
    assert answers(store, datetime.now(UTC)) == current
    assert all(current[name] != before[name] for name in QUESTIONS)


def test_the_days_of_that_week_differ(history_of_a_week) -> None:
    for name in QUESTIONS:
        distinct = [
            seen
            for number, seen in enumerate(history_of_a_week)
            if seen[name] not in [before[name] for before in history_of_a_week[:number]]
        ]
        assert len(distinct) > 1, name


def test_before_the_first_load_there_is_nothing_but_the_promised_types(store, figure) -> None:
    empty = answers(store)
    store.load(figure(100), at=day(2))
    assert answers(store, day(2) - timedelta(microseconds=1)) == empty
    assert counts(store, day(2)) == [100]


def test_withdrawing_a_load_today_does_not_change_what_was_seen_yesterday(store, figure) -> None:
    store.load(figure(100), at=day(1))
    wrong = store.load(figure(999), at=day(2))
    store.undo(wrong, at=day(4))
    assert [counts(store, day(number)) for number in (1, 2, 3, 4)] == [[100], [999], [999], [100]]


def test_a_load_is_absent_only_between_its_withdrawal_and_its_restoration(store, figure) -> None:
    load = store.load(figure(100), at=day(1))
    store.undo(load, at=day(2))
    store.redo(load, at=day(3))
    assert [counts(store, day(number)) for number in (1, 2, 3)] == [[100], [], [100]]


def test_the_preferred_publisher_of_today_was_not_there_yesterday(store, figure) -> None:
    store.load(figure(1, publisher="pemda"), at=day(1))
    store.load(figure(2, publisher="bpjs"), at=day(2))
    assert counts(store, day(1), "bpjs", "pemda") == [1]
    assert counts(store, day(2), "bpjs", "pemda") == [2]
    assert counts(store, day(2), "pemda", "bpjs") == [1]


def test_a_moment_may_be_told_in_any_zone(store, figure) -> None:
    store.load(figure(100), at=day(2))
    wib = day(2).astimezone(tz=None)
    assert counts(store, wib) == [100]


def test_a_moment_without_a_zone_is_refused(store, figure) -> None:
    store.load(figure(100))
    with pytest.raises(Exception, match="without a zone"):
        counts(store, datetime(2026, 1, 5))  # noqa: DTZ001  the fault under test


def test_a_clock_that_was_set_back_does_not_bring_back_what_was_withdrawn(store, figure) -> None:
    load = store.load(figure(100), at=day(3))
    store.undo(load, at=day(1))
    assert counts(store, day(3)) == counts(store) == []


def test_the_past_is_cited_with_the_cell_it_was_read_from(store, figure) -> None:
    store.load(figure(1, cell="B7"), name="lama.xlsx", at=day(1))
    store.load(figure(2, cell="C9"), name="baru.xlsx", at=day(2))
    (source,) = store.ask(
        figure_sources,
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix="36",
        period_text="2025-10",
        publishers=PUBLISHERS,
        basis=Basis.REGISTRATION,
        as_of=day(1),
    )
    assert (source.file_name, source.cell, source.value) == ("lama.xlsx", "B7", Decimal(1))


def test_months_to_choose_from_are_those_of_that_day(store, figure) -> None:
    store.load(figure(1, period="2025-09"), at=day(1))
    store.load(figure(1, period="2025-10"), at=day(2))
    months = store.ask(participant_periods, region_prefix="36", publishers=PUBLISHERS, as_of=day(1))
    assert months == [Period("2025-09")]
