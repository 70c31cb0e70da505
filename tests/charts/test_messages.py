"""The sentence over a figure says what the numbers say, by rule."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from cakupan.analytics.summary import Status, Summary
from cakupan.charts.messages import (
    gap_message,
    goal,
    movers_message,
    pace_message,
    people_in_words,
    ranking_message,
    segment_message,
)
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.records import replace
from cakupan.texts import words

ID, EN = words(Language.ID), words(Language.EN)
NAMES = {Segment.PU: "Penerima upah", Segment.BPU: "Bukan penerima upah"}
PARTS = "kabupaten/kota"


def test_the_gap_names_the_nearest_and_the_furthest_target(summary: Summary) -> None:
    assert gap_message(summary.gaps, region="Banten", words=ID) == (
        "Kurang 235 ribu pekerja lagi menuju 50%, dan 1,12 juta menuju 65% pada 2030"
    )
    assert gap_message(summary.gaps[1:], region="Banten", words=EN) == (
        "1.12 million more workers to reach 65% by 2030"
    )


def test_without_targets_and_with_all_reached_the_gap_says_so(summary: Summary) -> None:
    reached = [replace(gap, people_needed=0) for gap in summary.gaps]
    assert "Belum ada target" in gap_message([], region="Bengkulu", words=ID)
    assert "sudah mencapai semua" in gap_message(reached, region="Banten", words=ID)


def test_people_are_as_exact_as_a_title_can_bear() -> None:
    assert [people_in_words(n, ID) for n in (4_812, 235_200, 1_123_860)] == [
        "4.812",
        "235 ribu",
        "1,12 juta",
    ]


@pytest.mark.parametrize(
    ("low", "high", "status", "expected"),
    [
        (0.48, 0.60, Status.ACCELERATE, "65% baru tercapai setelah 2030"),
        (0.48, 0.66, Status.ACCELERATE, "Laju perlu dipercepat"),
        (0.48, 0.60, Status.FAR_BEHIND, "65% baru tercapai setelah 2030"),
        (0.60, 0.70, Status.ON_TRACK, "di jalur menuju 65% pada 2030"),
        (0.40, 0.44, Status.FALLING, "menjauh dari 65%"),
        (0.66, 0.70, Status.REACHED, "Target 65% sudah tercapai"),
        (0.48, 0.60, Status.NOT_ASSESSED, "Cakupan Banten naik 1,59 poin"),
    ],
)
def test_the_pace_is_told_from_status_and_outlook(
    low: float, high: float, status: Status, expected: str, with_outlook: Callable[..., Summary]
) -> None:
    message = pace_message(with_outlook(low, high, status), region="Banten", words=ID)
    assert expected in message


def test_a_target_without_a_year_sets_no_pace(summary: Summary) -> None:
    undated = replace(summary, gaps=summary.gaps[:1])
    assert goal(undated.gaps) is None
    assert "naik 1,59 poin" in pace_message(undated, region="Banten", words=ID)


def test_without_last_year_there_is_no_word_of_change(summary: Summary) -> None:
    first = replace(summary, gaps=(), year_on_year=replace(summary.year_on_year, points=None))
    assert pace_message(first, region="Banten", words=ID) == "Cakupan Banten dari bulan ke bulan"


def test_ranks_are_counted_against_the_nearest_target_not_all_have_passed(
    summary: Summary, ranked: Any
) -> None:
    message = ranking_message(ranked, summary.gaps, parts=PARTS, words=ID)
    assert message == "3 dari 4 kabupaten/kota sudah melewati 50%"
    best = ranked.assign(coverage=[0.64, 0.6, 0.58, 0.55])
    assert "Belum ada kabupaten/kota yang melewati 65%" in ranking_message(
        best, summary.gaps, parts=PARTS, words=ID
    )
    over = ranked.assign(coverage=0.7)
    assert "Semua 4" in ranking_message(over, summary.gaps, parts=PARTS, words=ID)


def test_without_targets_the_ends_of_the_list_are_named(ranked: Any) -> None:
    message = ranking_message(ranked, (), parts=PARTS, words=ID)
    assert message == "Kota Tangerang Selatan tertinggi, Kab. Lebak terendah"
    assert "Baru Kota" in ranking_message(ranked.head(1), (), parts=PARTS, words=ID)
    assert "Belum ada" in ranking_message(ranked.head(0), (), parts=PARTS, words=ID)


def test_movers_are_told_with_those_that_fell(ranked: Any) -> None:
    message = movers_message(ranked, parts=PARTS, words=ID)
    assert message == "Kota Cilegon naik paling cepat; 1 dari 4 kabupaten/kota turun"
    rising = ranked.assign(points=ranked["points"].abs())
    assert "Semua naik; Kota Cilegon" in movers_message(rising, parts=PARTS, words=ID)
    falling = ranked.assign(points=-ranked["points"].abs())
    assert "Semua turun; Kota Cilegon" in movers_message(falling, parts=PARTS, words=ID)
    assert "belum dapat dihitung" in movers_message(ranked.head(0), parts=PARTS, words=ID)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0.6577, "Sekitar dua pertiga peserta adalah penerima upah"),
        (0.5, "Sekitar setengah peserta"),
        (0.75, "Sekitar tiga perempat peserta"),
        (0.56, "56% peserta adalah penerima upah"),
        (0.91, "91% peserta adalah penerima upah"),
    ],
)
def test_the_largest_segment_is_told_as_a_plain_fraction_only_near_one(
    share: float, expected: str
) -> None:
    frame = pd.DataFrame(
        {
            "segment": ["BPU", "PU"],
            "participants": [(1 - share) / 2, share],
            "share": [(1 - share) / 2, share],
        }
    )
    assert segment_message(frame, NAMES, words=ID).startswith(expected)
