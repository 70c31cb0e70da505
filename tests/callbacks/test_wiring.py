"""Every id stands once on the screen, and every wire leads to one that is there."""

from collections import Counter
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from typing import Any

from dash import Dash, html

import layouts.page_ids
from cakupan.domain.language import Language
from cakupan.texts import words
from callbacks.shell import SLOTS
from layouts import ids, pages
from layouts.bandingkan import page as bandingkan
from layouts.daerah import page as daerah
from layouts.data import page as data
from layouts.data import releases_card
from layouts.ids import DataAction
from layouts.jejak import page as jejak
from layouts.manfaat import page as manfaat
from layouts.metode import page as metode
from layouts.mutu import page as mutu
from layouts.paritrana import page as paritrana
from layouts.pengguna import page as pengguna
from layouts.pertumbuhan import page as pertumbuhan
from layouts.ringkasan import page as ringkasan
from layouts.segmen import page as segmen
from layouts.slide import page as slide
from layouts.target import page as target
from layouts.wilayah import page as wilayah

PAGES = (
    ringkasan,
    daerah,
    bandingkan,
    target,
    data,
    metode,
    pengguna,
    jejak,
    wilayah,
    pertumbuhan,
    manfaat,
    segmen,
    slide,
    paritrana,
    mutu,
    releases_card,
)
PAGE_IDS = [
    import_module(module.name)
    for module in iter_modules(layouts.page_ids.__path__, "layouts.page_ids.")
]
# Every list of ids but those of buttons and fields that stand once a row.
LISTS = [
    kind
    for module in (ids, *PAGE_IDS)
    for name, kind in vars(module).items()
    if name.endswith("Id")
]
IDS = [str(name) for names in LISTS for name in names]


def whole(dashboard: Dash) -> html.Div:
    """The shell with the first page, and every page that is not there at the start."""
    first = words(Language.ID)
    return html.Div([dashboard.layout, *(page.at_rest(first) for page in pages.PAGES[1:])])


def placed(dashboard: Dash) -> Counter[str]:
    """Ids of the shell and of every page, those that are not there at the start too."""
    layout = whole(dashboard)
    found = [getattr(component, "id", None) for component in layout._traverse()]
    return Counter([name for name in [getattr(layout, "id", None), *found] if name])


def wires(dashboard: Dash) -> list[tuple[str, str]]:
    """Ids and properties; what stands once a row has a pattern, and is left out here."""
    found: list[tuple[str, str]] = []
    for callback in dashboard._callback_list:
        inputs = [*callback["inputs"], *callback["state"]]
        found += [
            (wire["id"], wire["property"]) for wire in inputs if not wire["id"].startswith("{")
        ]
        if not callback["no_output"]:
            outputs = callback["output"].strip(".").split("...")
            named = [out.partition("@")[0].rpartition(".") for out in outputs]
            found += [(name, field) for name, _, field in named if not name.startswith("{")]
    return found


def test_every_id_is_placed_exactly_once(dashboard: Dash) -> None:
    counts = placed(dashboard)
    assert {name: counts[name] for name in IDS} == dict.fromkeys(IDS, 1)


def test_no_component_has_an_id_of_no_list(dashboard: Dash) -> None:
    assert set(placed(dashboard)) - set(IDS) == {"isi"}


def test_every_wire_ends_at_a_component_that_is_there(dashboard: Dash) -> None:
    used = wires(dashboard)
    assert used
    assert {component for component, _ in used} <= set(placed(dashboard))


def test_every_property_of_a_wire_exists(dashboard: Dash) -> None:
    layout: Any = whole(dashboard)
    components = {part.id: part for part in layout._traverse() if getattr(part, "id", None)}
    for name, field in wires(dashboard):
        part = components[name]
        wild = field.startswith(("aria-", "data-"))
        assert wild or field in part._prop_names, f"{name}.{field}"


def test_no_two_callbacks_fill_one_slot() -> None:
    filled = chain(SLOTS, *(drawn.SLOTS for drawn in PAGES))
    slots = [(str(name), field) for name, field in filled]
    assert [slot for slot, times in Counter(slots).items() if times > 1] == []


def test_every_button_of_a_row_is_listened_to(dashboard: Dash) -> None:
    patterns = "".join(
        wire["id"]
        for callback in dashboard._callback_list
        for wire in callback["inputs"]
        if wire["id"].startswith("{")
    )
    for action in DataAction:
        assert f'"type":"{action}"' in patterns


def test_no_server_listens_to_a_button_that_a_drawing_could_take_away(dashboard: Dash) -> None:
    served = (one for one in dashboard.callback_map.values() if "callback" in one)
    wires = [wire for one in served for wire in one["inputs"]]
    assert wires
    assert [w for w in wires if w["id"].startswith("{") and w["property"] == "n_clicks"] == []
