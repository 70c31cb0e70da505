"""Segments month by month."""

from collections.abc import Callable
from datetime import date
from random import Random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.panel import Panel
from cakupan.analytics.segment_course import SEGMENTS, SegmentCourse
from cakupan.analytics.segments import segment_split
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
END = date(2025, 12, 31)
MONTHS = ("2024-10", "2025-09", "2025-10")


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6), code=st.sampled_from(["00", "17", "36", "36.03"]))
def test_each_month_of_the_course_is_the_split_of_that_month(
    directory: RegionDirectory, participants: Build, workforce: Build, seed: int, code: str
) -> None:
    luck = Random(seed)  # noqa: S311  holes in test data, no secret
    rows = [
        (region.code, month, segment, luck.randrange(900))
        for region in directory
        for month in MONTHS
        for segment in ("total", *SEGMENTS)
        if luck.random() < 0.9
    ]
    frame = participants(rows)
    panel = Panel.of(directory, participants=frame, workforce=workforce([]))
    courses = SegmentCourse.of(directory, frame)
    course = courses.line(code, until=END).set_index("period")
    for month in MONTHS:
        period = Period(month)
        split = segment_split(
            panel.participants_in(period), region=directory[code], directory=directory
        )
        expected = {row["segment"]: row["participants"] for row in split.to_dict("records")}
        shown = course.loc[month].drop("date").to_dict() if month in course.index else {}
        assert {name: people for name, people in shown.items() if people} == {
            name: people for name, people in expected.items() if people
        }
        alone = courses.at(code, period.end) or {}
        assert {one.value: people for one, people in alone.items() if people} == {
            name: people for name, people in shown.items() if people
        }
    assert courses.at(code, date(2020, 1, 31)) is courses.at(code, date(2030, 1, 31)) is None


def test_without_segments_the_course_is_empty(
    directory: RegionDirectory, participants: Build
) -> None:
    frame = participants([("36.03", "2025-10", "total", 9)])
    assert SegmentCourse.of(directory, frame).line("36.03", until=END).empty
    assert SegmentCourse.of(directory, participants([])).line("00", until=END).empty
