"""Every card of every page is data too: typed, unrounded, and fit for any program."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from dash.development.base_component import Component
from sqlalchemy.engine import make_url

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.figures import Figure
from cakupan.domain.language import Language
from cakupan.domain.measures import Maturity, Measure, Unit
from cakupan.domain.plans import BarPlan, LinePlan, PartPlan, TilePlan
from cakupan.domain.records import Record, asdict, replace
from cakupan.domain.shown import Shown
from cakupan.settings import Settings
from cakupan.texts import words
from callbacks.reading import Request
from callbacks.showing import Showing
from layouts.pages import page_at
from layouts.taken import SHOWN, cards_in
from tests.callbacks.conftest import BANTEN, add_load, figure, pages_of

WHOLE = (
    ("/", "?wilayah=36&periode=2025-10"),
    ("/wilayah", "?wilayah=36&periode=2025-10&bandingkan=36.01,36.03,36"),
    ("/target", "?wilayah=36&periode=2025-10"),
    ("/pertumbuhan", "?wilayah=36&periode=2025-10"),
    ("/wilayah/36", "?periode=2025-10"),
    ("/metode", ""),
    ("/paritrana", "?wilayah=36&periode=2025-10"),
    ("/mutu", "?wilayah=36&periode=2025-10"),
    ("/segmen", "?wilayah=36&periode=2025-10"),
    ("/manfaat", "?wilayah=36&kasus=15.908&rupiah=Rp205,7%20miliar&rerata=Rp12,93%20juta"),
)
"""Pages with all their cards on them."""
VIEWS = (
    *WHOLE,
    ("/segmen", "?wilayah=36&jakon=tanpa&basis=domisili"),
    ("/segmen", "?wilayah=00&bahasa=en"),
    ("/", "?wilayah=00&periode=2025-10&bahasa=en"),
    ("/target", "?wilayah=36&bahasa=en&tambah=9000&rasio=70&tahun=2033&aturan=setara&tumbuh=1.5"),
    ("/target", "?wilayah=00"),
    ("/pertumbuhan", "?wilayah=36&dasar=awal&ukuran=persen&jumlah=semua&peta=poin&bahasa=en"),
    ("/pertumbuhan", "?wilayah=00"),
    ("/wilayah/36.03", "?periode=2025-10&bahasa=en"),
    ("/wilayah/00", ""),
    ("/metode", "?bahasa=en"),
    ("/manfaat", "?wilayah=36&rentang=bulan&bahasa=en"),
    ("/manfaat", "?wilayah=36.03"),
    ("/wilayah", "?wilayah=00&warna=poin&bahasa=en"),
    ("/wilayah", "?wilayah=36&warna=kekurangan&peta=petak&bandingkan=36.01,17.71&bahasa=en"),
)
# What a reader sets: nothing there can be taken away.
NO_FIGURES = {"compare-head", "target-controls", "metode-head", "paritrana-weights"}
NUMBER = re.compile(r"(Rp ?)?[+−-]?\d[\d.,]*( ?(%|poin|points?|ribu|juta|miliar|triliun))?")
A_NAME = re.compile(r"(19|20)\d\d|\d\d(\.\d\d)?")
"""A year or the code of a region, which name a row and count nothing."""


def cards_of(part: object) -> Iterator[Component]:
    """Every card in a piece of a layout; those that come only now and then are hidden at rest."""
    if isinstance(part, list | tuple):
        for one in part:
            yield from cards_of(one)
    elif isinstance(part, Component):
        if getattr(part, "hidden", False):
            return
        if "card" in (getattr(part, "className", "") or "").split():
            yield part
        yield from cards_of(getattr(part, "children", None))


def ids_in(card: Component) -> set[str]:
    return {
        str(part.id)
        for part in [card, *card._traverse()]
        if isinstance(part, Component) and hasattr(part, "id")
    }


def texts_of(column: Column) -> list[str]:
    return [str(value) for value in column.values if str(value).strip("– ")]


def plan_columns(card: Shown) -> Iterator[Column]:
    """The columns of numbers that a card is drawn from."""
    match card.plan:
        case BarPlan(values=values):
            yield from values
        case LinePlan(lines=lines):
            yield from (line.values for line in lines)
        case PartPlan(values=values):
            yield values


def paid(measure: Measure, unit: Unit, kind: str, period: str, value: int) -> Iterator[Figure]:
    """What was paid in each part of Banten, of one programme, or of one level of schooling."""
    field = "group" if measure in {Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR} else "programme"
    for place, region in enumerate(BANTEN, start=1):
        one = figure(region, measure, period, value * place, unit=unit)
        yield replace(one, key=replace(one.key, **{field: kind}))


def benefits() -> Iterator[Figure]:
    """Claims of two years by month, scholarships by year, and a sum that was published."""
    for period in ("2024-09", "2024-10", "2025-09", "2025-10"):
        for kind in ("JHT", "JKK"):
            yield from paid(Measure.CLAIMS, Unit.CASE, kind, period, 7 * int(period[3:4]))
            yield from paid(Measure.CLAIMS_IDR, Unit.IDR, kind, period, 13_000_001)
    for year in ("2024", "2025"):
        for kind in ("sd", "sma"):
            yield from paid(Measure.SCHOLARSHIPS, Unit.CHILD, kind, year, 11)
            yield from paid(Measure.SCHOLARSHIPS_IDR, Unit.IDR, kind, year, 3_500_000)
    yield figure(
        "36",
        Measure.CLAIMS,
        "2025-10",
        2_520,
        unit=Unit.CASE,
        publisher="portalkota",
        maturity=Maturity.FINAL,
    )


@pytest.fixture(scope="module")
def showing(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Showing]:
    """All pages, with benefits beside the usual figures."""
    path = tmp_path_factory.mktemp("benefits") / "cakupan.db"
    shutil.copy(make_url(settings.database_url).database or "", path)
    chosen = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
    add_load(chosen, "klaim.xlsx", benefits())
    with pages_of(chosen) as pages:
        yield pages


@pytest.fixture(params=VIEWS, ids="".join)
def view(request: pytest.FixtureRequest) -> tuple[str, str]:
    path, search = request.param
    return path, search


@pytest.fixture
def cards(showing: Showing, view: tuple[str, str]) -> list[Shown]:
    return showing.cards(*view)


@pytest.mark.parametrize(("path", "search"), WHOLE)
def test_every_card_on_a_page_is_data_too(showing: Showing, path: str, search: str) -> None:
    page = page_at(path)
    assert page is not None
    request = Request.of({"path": path, "search": search})
    filled = [drawing.changes(request) for drawing in showing.drawings[page.path]]
    places = {place for changes in filled for place, field in changes if field == SHOWN}
    forgotten = [
        card.className
        for card in cards_of(page.at_rest(words(Language.ID)))
        if not ids_in(card) & places and not set(card.className.split()) & NO_FIGURES
    ]
    assert places
    assert not forgotten


def test_no_page_is_left_out(showing: Showing) -> None:
    held = {page.path for path, _ in WHOLE if (page := page_at(path))}
    assert held == set(showing.drawings)


def test_every_card_of_a_page_has_a_name_of_its_own_fit_for_an_address(
    showing: Showing, view: tuple[str, str]
) -> None:
    path, search = view
    page = page_at(path)
    request = Request.of({"path": path, "search": search})
    names = Counter(
        shown.name
        for drawing in showing.drawings[page.path if page else ""]
        for _, shown in cards_in(drawing.changes(request))
    )
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_every_card_says_what_it_is_about(cards: list[Shown]) -> None:
    untold = [card.name for card in cards if not (card.title and card.alt and card.columns)]
    assert not untold


def test_no_number_is_taken_away_as_text(cards: list[Shown]) -> None:
    written = [
        (card.name, column.title, texts[:3])
        for card in cards
        for column in card.columns
        if column.kind is ColumnKind.TEXT and (texts := texts_of(column))
        if all(NUMBER.fullmatch(text) and not A_NAME.fullmatch(text) for text in texts)
    ]
    assert not written


def test_columns_of_a_card_are_as_long_as_each_other_and_told_apart(cards: list[Shown]) -> None:
    for card in cards:
        assert len({len(column.values) for column in card.columns}) == 1, card.name
        keys = [column.key for column in card.columns]
        assert len(set(keys)) == len(keys), (card.name, keys)


def test_any_program_can_read_a_card(cards: list[Shown]) -> None:
    for card in cards:
        plainly = json.dumps(asdict(card), allow_nan=False, default=plain)
        assert json.loads(plainly)["name"] == card.name


def plain(part: object) -> Any:
    """Dates and sets are no numbers; all else is to be as it is."""
    if isinstance(part, Record):
        return asdict(part)
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, frozenset):
        return sorted(part)
    raise TypeError(part)


def test_a_figure_is_drawn_from_the_numbers_of_its_table(cards: list[Shown]) -> None:
    for card in cards:
        known = {
            column.kind: {value for column in card.columns for value in column.values}
            for column in card.columns
        }
        for drawn in plan_columns(card):
            assert drawn.kind in known, (card.name, drawn.title)


def test_a_tile_has_a_step_where_it_has_a_value(cards: list[Shown]) -> None:
    for plan in (card.plan for card in cards if isinstance(card.plan, TilePlan)):
        for tile in plan.tiles:
            assert (tile.step is None) == (tile.value is None)
            assert tile.step is None or 0 <= tile.step < len(plan.steps)
