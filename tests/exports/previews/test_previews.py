"""Small pictures of cards: inside their frame, true to their numbers, and harmless."""

import re
import xml.etree.ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st

from cakupan.charts.theme import Theme
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.plans import (
    BarPlan,
    LinePlan,
    NumberPlan,
    NumberTile,
    PartPlan,
    Plan,
    PlanLine,
    PlanMark,
    Tile,
    TilePlan,
)
from cakupan.domain.shown import Shown
from cakupan.exports.previews.canvas import HEIGHT, WIDTH
from cakupan.exports.previews.drawing import preview

texts = st.text(max_size=40)
numbers = st.floats(-1e12, 1e12, allow_nan=False) | st.none()
MARKS = (PlanMark(0.65, "65%"),)


def column(values: list[object], kind: ColumnKind = ColumnKind.SHARE, title: str = "x") -> Column:
    return Column("c", title, kind, tuple(values))  # type: ignore[arg-type]  # made of both kinds


@st.composite
def plans(draw: st.DrawFn) -> Plan | None:
    rows = draw(st.lists(st.tuples(texts, numbers, numbers), max_size=12))
    names = column([row[0] for row in rows], ColumnKind.TEXT)
    one, other = (column([row[place] for row in rows]) for place in (1, 2))
    tiles = tuple(
        Tile(str(at), name, at // 4, at % 4, value, "", None if value is None else at % 5)
        for at, (name, value, _) in enumerate(rows)
    )
    return draw(
        st.sampled_from(
            [
                None,
                BarPlan(names, (one, other), MARKS, stacked=draw(st.booleans())),
                PartPlan(names, one),
                LinePlan(names, (PlanLine(one), PlanLine(other)), MARKS),
                NumberPlan(tuple(NumberTile(name, name, name) for name, *_ in rows[:6])),
                TilePlan(tiles, ("a", "b", "c", "d")),
            ]
        )
    )


def shown(plan: Plan | None, *columns: Column) -> Shown:
    return Shown("n", "t", "s", "c", "a", columns, plan)


FALLING = BarPlan(
    column(["a"], ColumnKind.TEXT), (column([-1.0]), column([-1.0])), MARKS, stacked=True
)

# Less than a float tells apart from its neighbours.
TINY = PartPlan(column(["a"], ColumnKind.TEXT), column([2.2e-311]))
TINY_LINE = LinePlan(column(["a", "b"], ColumnKind.TEXT), (PlanLine(column([0.0, 5e-324])),))


@example(plan=FALLING, theme=Theme.LIGHT, title="")
@example(plan=TINY, theme=Theme.LIGHT, title="")
@example(plan=TINY_LINE, theme=Theme.LIGHT, title="")
@given(plan=plans(), theme=st.sampled_from(Theme), title=texts)
def test_every_shape_stays_inside_the_picture(plan: Plan | None, theme: Theme, title: str) -> None:
    columns = (column(["<b>", "&"], ColumnKind.TEXT, title), column([0.5, None]))
    drawn = preview(shown(plan, *columns), Language.ID, theme)
    picture = ET.fromstring(drawn)  # noqa: S314  our own picture
    for shape in picture.iter():
        for name, most in (("x", WIDTH), ("x1", WIDTH), ("y", HEIGHT), ("y1", HEIGHT)):
            if name in shape.attrib:
                assert -1 <= float(shape.attrib[name]) <= most + 1
    assert not re.search('"(nan|-?inf)"', drawn)


def test_numbers_are_written_as_the_page_writes_them() -> None:
    names = column(["Kota Cilegon", "Kab. Lebak"], ColumnKind.TEXT)
    plan = BarPlan(names, (column([0.519, 0.2343]),), MARKS)
    assert "51,90%" in preview(shown(plan), Language.ID, Theme.LIGHT)
    assert "23.43%" in preview(shown(plan), Language.EN, Theme.DARK)


def test_what_a_sheet_said_is_no_markup() -> None:
    plan = BarPlan(column(["<script>"], ColumnKind.TEXT), (column([1.0]),))
    assert "<script" not in preview(shown(plan), Language.ID, Theme.LIGHT)


def test_a_long_number_is_written_whole() -> None:
    plan = NumberPlan((NumberTile("Biaya", "Rp226.570.176.000"), NumberTile("Sebulan", "1")))
    assert "Rp226.570.176.000" in preview(shown(plan), Language.ID, Theme.LIGHT)
