"""A deck given back: figures of today, and everything that a person did stays."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st
from pptx.dml.color import RGBColor
from pptx.util import Emu

from cakupan.domain.decks import DeckItem
from cakupan.domain.records import replace
from cakupan.domain.shown import Shown
from cakupan.exports.slides.chart_labels import label_texts
from cakupan.exports.slides.custom_properties import write_properties
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.pen import Change
from cakupan.exports.slides.recipe import PREFIX, VERSION_KEY, recall
from cakupan.exports.slides.refresh import Refreshed, refresh_deck
from tests.exports.slides import conftest as given

OLD = given.make_deck([given.ranking()])
TODAY = replace(
    given.ranking((0.5912, 0.5087, 0.4603, 0.2511)), title="Kota Tangerang Selatan naik"
)


def refreshed(content: bytes, cards: Sequence[Shown]) -> Refreshed:
    named: Mapping[str, Shown] = {one.name: one for one in cards}
    return refresh_deck(content, lambda item: named.get(item.card), lambda _r, _c: given.COVER)


def edited(content: bytes, edit: Callable[[Any], None]) -> bytes:
    deck = given.opened(content)
    edit(deck)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def the_chart(content: bytes, slide: int = 1) -> Any:
    [frame] = given.charts_in(given.opened(content).slides[slide])
    return frame.chart


def test_numbers_labels_workbook_and_an_untouched_title_are_those_of_today() -> None:
    result = refreshed(given.make_deck([given.ranking()]), [TODAY])
    chart = the_chart(result.content)
    [series] = chart.element.chart.plotArea.sers
    assert list(chart.plots[0].series[0].values) == [0.5912, 0.5087, 0.4603, 0.2511]
    assert label_texts(series)[0] == "59,12%"
    assert given.opened(result.content).slides[1].shapes.title.text == "Kota Tangerang Selatan naik"


def test_the_list_names_each_slide_that_changed_with_old_and_new() -> None:
    cards = [given.hero(), given.ranking()]
    result = refreshed(given.make_deck(cards), [given.hero(), TODAY])
    changed = {report.number: report.changes for report in result.slides if report.changes}
    assert list(changed) == [3]
    assert Change("Kota Tangerang Selatan", "58,37%", "59,12%") in changed[3]
    assert Change("Kab. Lebak", "23,43%", "25,11%") in changed[3]
    assert Change("Judul", "Pesan ranking", "Kota Tangerang Selatan naik") in changed[3]


def test_a_title_typed_by_hand_stays_and_is_named() -> None:
    def edit(deck: Any) -> None:
        deck.slides[1].shapes.title.text = "Ayo, Lebak!"

    result = refreshed(edited(given.make_deck([given.ranking()]), edit), [TODAY])
    slide = given.opened(result.content).slides[1]
    assert slide.shapes.title.text == "Ayo, Lebak!"
    assert result.slides[1].kept == ["Ayo, Lebak!"]
    assert the_chart(result.content).plots[0].series[0].values[0] == 0.5912


def test_order_extra_slides_places_and_colours_of_a_person_stay() -> None:
    def edit(deck: Any) -> None:
        listed = deck.slides._sldIdLst
        listed.insert(0, listed[2])
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Slide kami sendiri"
        slide = deck.slides[0]
        [group] = [one for one in slide.shapes if one.name.startswith("Cakupan ")]
        group.left = Emu(123_456)
        [frame] = given.charts_in(slide)
        point = frame.chart.plots[0].series[0].points[0]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = RGBColor(1, 2, 3)

    deck = edited(given.make_deck([given.hero(), given.ranking()]), edit)
    turned = replace(TODAY, plan=replace(TODAY.plan, names=turn(TODAY.plan.names), values=tuple(
        turn(one) for one in TODAY.plan.values)))  # fmt: skip
    result = refreshed(deck, [given.hero(), turned])
    slides = list(given.opened(result.content).slides)
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[0] == "Kota Tangerang Selatan naik"
    assert titles[-1] == "Slide kami sendiri"
    [group] = [one for one in slides[0].shapes if one.name.startswith("Cakupan ")]
    assert group.left == 123_456
    [frame] = given.charts_in(slides[0])
    # The bar that was painted is the last one now: its colour went with it.
    assert frame.chart.plots[0].series[0].points[3].format.fill.fore_color.rgb == RGBColor(1, 2, 3)


def turn(column: Any) -> Any:
    return replace(column, values=tuple(reversed(column.values)))


def test_a_target_line_moves_with_its_value_over_the_chart() -> None:
    nearer = replace(
        TODAY, plan=replace(TODAY.plan, marks=(given.PlanMark(0.25, "25%"), given.MARKS[1]))
    )
    content = given.make_deck([given.ranking()])
    result = refreshed(content, [nearer])

    def first_line(deck: bytes) -> int:
        slide = given.opened(deck).slides[1]
        named = {one.name: one for one in given.shapes_in(slide.shapes)}
        return named["Garis sasaran 1"].begin_x

    assert first_line(result.content) < first_line(content)


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (given.hero(), given.hero("47,10%"), "47,10%"),
        (given.tiles(), given.tiles(0.6), "60,00%"),
        (given.table(4), replace(given.table(4), columns=(*given.table(4).columns[:2],
         given.share("coverage", [0.5] * 4, "Cakupan"))), "50,00%"),
    ],
)  # fmt: skip
def test_shapes_and_tables_are_written_anew(old: Shown, new: Shown, text: str) -> None:
    result = refreshed(given.make_deck([old]), [new])
    slide = given.opened(result.content).slides[1]
    cells = [
        cell.text
        for one in slide.shapes
        if one.has_table
        for row in one.table.rows
        for cell in row.cells
    ]
    texts = [one.text_frame.text for one in given.shapes_in(slide.shapes) if one.has_text_frame]
    assert any(text in one for one in [*cells, *texts])
    assert any(change.new == text for change in result.slides[1].changes)


def test_a_figure_of_another_kind_is_drawn_where_the_old_one_stood() -> None:
    def edit(deck: Any) -> None:
        [shape] = [one for one in deck.slides[1].shapes if one.name.startswith("Cakupan ")]
        shape.left, shape.top = Emu(700_000), Emu(2_000_000)

    deck = edited(given.make_deck([given.trend()]), edit)
    result = refreshed(deck, [replace(given.ranking(), name="trend")])
    slide = given.opened(result.content).slides[1]
    [figure] = [one for one in slide.shapes if one.name.startswith("Cakupan ")]
    assert (figure.left, figure.top) == (700_000, 2_000_000)
    [frame] = given.charts_in(slide)
    assert frame.chart.element.xpath(".//c:barDir/@val") == ["bar"]


def test_what_was_refreshed_once_can_be_refreshed_again() -> None:
    first = refreshed(given.make_deck([given.ranking()]), [TODAY]).content
    again = refreshed(first, [given.ranking()])
    assert given.opened(again.content).slides[1].shapes.title.text == "Pesan ranking"
    assert refreshed(again.content, [given.ranking()]).slides[1].changes == []


def test_real_figures_lose_the_mark_of_samples() -> None:
    result = refreshed(given.make_deck([given.hero()]), [replace(given.hero(), sample=False)])
    names = [one.name for one in given.opened(result.content).slides[1].shapes]
    assert "Tanda data contoh" not in names


def test_a_card_that_is_no_more_is_left_and_told() -> None:
    content = given.make_deck([given.hero(), given.ranking()])
    result = refreshed(content, [given.hero()])
    assert [report.problem for report in result.slides] == ["", "", "gone", ""]
    assert list(the_chart(result.content, 2).plots[0].series[0].values) == list(given.COVERAGE)


def test_a_deck_of_a_newer_version_is_refused() -> None:
    def edit(deck: Any) -> None:
        write_properties(deck, {VERSION_KEY: "99"}, prefix=VERSION_KEY)

    with pytest.raises(DeckFaultError, match="newer"):
        refreshed(edited(given.make_deck([given.hero()]), edit), [given.hero()])


def test_a_deck_without_our_record_or_our_slides_is_refused() -> None:
    def forget(deck: Any) -> None:
        write_properties(deck, {}, prefix=PREFIX)

    def delete(deck: Any) -> None:
        for one in list(deck.slides._sldIdLst):
            deck.part.drop_rel(one.rId)
            deck.slides._sldIdLst.remove(one)

    content = given.make_deck([given.hero()])
    with pytest.raises(DeckFaultError, match="not_ours"):
        refreshed(edited(content, forget), [given.hero()])
    with pytest.raises(DeckFaultError, match="no_slides"):
        refreshed(edited(content, delete), [given.hero()])


@hypothesis_given(st.lists(st.floats(0, 1.5, allow_subnormal=False), min_size=4, max_size=4))
@settings(max_examples=8, deadline=None)
def test_refreshing_gives_the_chart_of_a_new_deck(values: list[float]) -> None:
    card = given.ranking(values)
    fresh = the_chart(given.make_deck([card]))
    renewed = the_chart(refreshed(OLD, [card]).content)
    for attribute in ("maximum_scale", "minimum_scale"):
        assert getattr(fresh.value_axis, attribute) == getattr(renewed.value_axis, attribute)
    one, other = (chart.element.chart.plotArea.sers[0] for chart in (fresh, renewed))
    assert label_texts(one) == label_texts(other)
    assert list(fresh.plots[0].series[0].values) == list(renewed.plots[0].series[0].values)


def test_the_recipe_survives_and_remembers_each_card() -> None:
    recipe = recall(given.opened(given.make_deck([given.hero(), given.trend()])))
    assert recipe is not None
    items = [one.item for one in recipe.slides if one.item]
    assert items == [DeckItem("/", "?wilayah=36", "hero"), DeckItem("/", "?wilayah=36", "trend")]


def ungroup(deck: Any) -> None:
    """What "Ungroup" does in PowerPoint: the parts lie on the slide, the group is gone."""
    for slide in deck.slides:
        for group in [one for one in slide.shapes if one.shape_type == 6]:
            for element in [one.element for one in group.shapes]:
                group.element.addprevious(element)
            group.element.getparent().remove(group.element)


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (given.hero(), given.hero("47,10%"), "47,10%"),
        (given.tiles(), given.tiles(0.6), "60,00%"),
        (given.ranking(), TODAY, "59,12%"),
    ],
)
def test_a_figure_that_was_ungrouped_is_found_all_the_same(
    old: Shown, new: Shown, text: str
) -> None:
    result = refreshed(edited(given.make_deck([old]), ungroup), [new])
    assert [one.problem for one in result.slides] == ["", "", ""]
    assert text in [change.new for change in result.slides[1].changes]


def test_a_target_line_of_an_ungrouped_chart_moves_too() -> None:
    marks = (given.PlanMark(0.1, "10%"), given.MARKS[1])
    nearer = replace(TODAY, plan=replace(TODAY.plan, marks=marks))
    slide = given.opened(refreshed(edited(OLD, ungroup), [nearer]).content).slides[1]
    named = {one.name: one for one in slide.shapes}
    [frame] = given.charts_in(slide)
    assert named["Nama sasaran 1"].text_frame.text == "10%"
    assert named["Garis sasaran 1"].begin_x < frame.left + frame.width / 2


def test_rows_that_changed_places_are_compared_by_their_names() -> None:
    card = given.table(3)
    turned = replace(card, columns=tuple(turn(one) for one in card.columns))
    result = refreshed(given.make_deck([card]), [turned])
    [shape] = [one for one in given.opened(result.content).slides[1].shapes if one.has_table]
    names = [row.cells[0].text for row in shape.table.rows]
    assert names == ["Wilayah", "Wilayah 2", "Wilayah 1", "Wilayah 0"]
    assert result.slides[1].changes == []


def test_a_table_made_narrow_by_hand_keeps_its_columns() -> None:
    def narrow(deck: Any) -> None:
        [shape] = [one for one in deck.slides[1].shapes if one.has_table]
        for column in shape.table.columns:
            column.width = Emu(900_000)

    result = refreshed(edited(given.make_deck([given.table(3)]), narrow), [given.table(3)])
    [shape] = [one for one in given.opened(result.content).slides[1].shapes if one.has_table]
    assert [column.width for column in shape.table.columns] == [900_000] * 3
