"""Where the numbers of a card come from, at a glance and figure by figure."""

from collections.abc import Sequence
from itertools import chain

import pytest

from cakupan.domain.measures import Measure
from cakupan.domain.records import replace
from cakupan.domain.shown import Behind
from cakupan.settings import Settings
from callbacks.drawing import Drawing
from callbacks.figures import Figures
from callbacks.reading import Request, Settled
from callbacks.showing import Showing
from callbacks.tracing import glance_all, trace_all
from layouts.traced import Traced
from layouts.view import Changes
from tests.callbacks.conftest import add_load, pages_of, participants

PAGES = (
    "/",
    "/wilayah",
    "/wilayah/36.72",
    "/target",
    "/pertumbuhan",
    "/segmen",
    "/manfaat",
    "/mutu",
)
BANTEN = "?wilayah=36&periode=2025-10"


def cells(traced: Sequence[Traced], measure: Measure) -> list[tuple[str, object]]:
    return [
        (one.behind.period_text, found)
        for one in traced
        if one.measure is measure
        for found in one.figures
    ]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("most", [0, 5, 200])
def test_a_glance_says_what_all_of_the_figures_do(showing: Showing, path: str, most: int) -> None:
    source = showing.drawings["/"][0].source
    behind = dict.fromkeys(chain.from_iterable(card.behind for card in showing.cards(path, BANTEN)))
    traced, glanced = trace_all(source, behind), glance_all(source, behind, most=most)
    assert {one.measure for one in glanced} == {one.measure for one in behind}
    for measure in {one.measure for one in behind}:
        every = [found for one in traced if one.measure is measure for found in one.figures]
        alike = [one for one in glanced if one.measure is measure]
        assert sum(one.count for one in alike) == len(every)
        told = {(f.file_name, f.loaded_by, f.loaded_at) for one in alike for f in one.files}
        assert told == {(one.file_name, one.loaded_by, one.loaded_at) for one in every}
        cited = {citation for one in alike for citation in one.citations}
        assert cited == {one.citation for one in every} - {""}
        first = [few for one in alike for few in one.first]
        assert [one.behind for one in first] == [one for one in behind if one.measure is measure]
        assert cells(first, measure) == cells(traced, measure)[:most]


def test_what_is_named_twice_is_counted_once(showing: Showing) -> None:
    one = Behind(Measure.PARTICIPANTS_ACTIVE, "36", "2025-10")
    source = showing.drawings["/"][0].source
    assert glance_all(source, [one, one], most=9) == glance_all(source, [one], most=9)


def counted(drawing: Drawing, asked: list[Request]) -> Drawing:
    """The same page, which notes how often it is drawn."""

    def draw(figures: Figures, request: Request, found: Settled) -> Changes:
        asked.append(request)
        return drawing.draw(figures, request, found)

    return replace(drawing, draw=draw)


def test_cards_are_those_of_the_page_that_was_drawn(own: Settings) -> None:
    with pages_of(own) as pages:
        asked: list[Request] = []
        drawing = counted(pages.drawings["/"][0], asked)
        drawing.show({"path": "/", "search": "?wilayah=36", "key": "1"})
        # The address a page has once it stands says all choices.
        whole = Request.of({"path": "/", "search": f"{BANTEN}&penyebut=eligible&target=semua"})
        shown = drawing.cards(whole)
        assert len(asked) == 1
        assert [one.name for one in shown] == [one.name for one in pages.cards("/", BANTEN)]
        # Another language is another page, and so is another screen.
        assert drawing.cards(whole.asking(f"{BANTEN}&bahasa=en"))[0].title != shown[0].title
        drawing.cards(replace(whole, compact=True))
        assert len(asked) == 3


def test_cards_follow_the_data(own: Settings) -> None:
    with pages_of(own) as pages:
        drawing = pages.drawings["/"][0]
        request = Request.of({"path": "/", "search": BANTEN})
        before = drawing.cards(request)[0]
        add_load(own, "baru.xlsx", participants("36.04", 500))
        assert drawing.cards(request)[0].columns != before.columns


def test_a_table_that_stands_already_can_be_asked_for_its_cells(own: Settings) -> None:
    with pages_of(own) as pages:
        drawing = pages.drawings["/wilayah"][0]
        first = drawing.changes(Request.of({"path": "/wilayah", "search": BANTEN}))
        note = first["wilayah-table-held", "data"]
        another = {"path": "/wilayah", "search": f"{BANTEN}&peta=petak"}
        drawing.show({**another, "key": "2"}, note)
        names = [one.name for one in drawing.cards(Request.of(another))]
        assert names == ["map", "regions"]
