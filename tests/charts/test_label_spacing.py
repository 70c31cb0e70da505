"""Labels never lie on one another, wherever the numbers put them."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from cakupan.charts.label_spacing import flags, spread, text_width

EXTENT = 540.0
positions = st.lists(st.floats(0, EXTENT), max_size=6).map(sorted)


@given(st.lists(st.floats(-50, 400), max_size=8), st.floats(1, 40))
def test_spread_labels_keep_their_distance_and_their_order(wanted: list[float], gap: float) -> None:
    placed = spread(wanted, gap=gap, low=0, high=320)
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    for before, after in pairwise(order):
        assert placed[after] - placed[before] >= gap - 1e-9


@given(st.lists(st.floats(-50, 400), max_size=8))
def test_spread_labels_stay_within_the_plot_when_there_is_room(wanted: list[float]) -> None:
    placed = spread(wanted, gap=40, low=0, high=320)
    assert all(-1e-9 <= place <= 320 + 1e-9 for place in placed)


@given(st.lists(st.integers(0, 8), unique=True, max_size=8))
def test_labels_that_are_far_enough_apart_stay_where_they_are(steps: list[int]) -> None:
    wanted = [40.0 * step for step in steps]
    assert spread(wanted, gap=40, low=0, high=320) == wanted


@given(positions, st.floats(20, 260))
def test_no_flag_covers_another_flag_or_its_pole(marks: list[float], width: float) -> None:
    placed = flags(marks, [width] * len(marks), extent=EXTENT)
    spans = [
        (flag.position, flag.position + width)
        if flag.side > 0
        else (flag.position - width, flag.position)
        for flag in placed
    ]
    assert [flag.position for flag in placed] == marks
    for one, other in combinations(range(len(placed)), 2):
        overlap = min(spans[one][1], spans[other][1]) - max(spans[one][0], spans[other][0])
        if placed[one].row == placed[other].row:
            assert overlap <= 1e-9
    for lower, higher in combinations(sorted(range(len(placed)), key=lambda i: placed[i].row), 2):
        crosses = spans[lower][0] < placed[higher].position < spans[lower][1]
        assert not (crosses and placed[higher].row > placed[lower].row)


@given(positions)
def test_flags_stay_within_the_line_when_they_fit(marks: list[float]) -> None:
    for flag in flags(marks, [60.0] * len(marks), extent=EXTENT):
        end = flag.position + 60 * flag.side
        assert -1e-9 <= end <= EXTENT + 1e-9


def test_two_targets_far_enough_apart_share_one_row() -> None:
    assert [flag.row for flag in flags([270, 351], [140, 170], extent=EXTENT)] == [0, 0]


def test_wide_signs_take_more_room_than_narrow_ones() -> None:
    assert text_width("%%%%", 12) > text_width("iiii", 12)
    assert text_width("58,37%", 13) > 6 * 13 * 0.4
