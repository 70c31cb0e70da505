"""The page's own controls: base year, measure, order, how many, and what the grid shows."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc

from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan.picks import FROM_START, GRIDS, LAST_YEAR, MEASURES, NUMBERS, ORDERS
from layouts.pertumbuhan.view import Page, month_text
from layouts.view import Changes, Slot

SELECTS = (Id.BASE, Id.MEASURE, Id.ORDER, Id.NUMBER, Id.GRID)
SLOTS: tuple[Slot, ...] = (
    *((name, field) for name in SELECTS for field in ("label", "data", "value")),
    (Id.STEERED, "data"),
)


def at_rest(words: Words) -> html.Div:
    """The controls before it is known what they can offer."""
    return html.Div(
        className="page-controls",
        role="group",
        children=[*(_select(name, words) for name in SELECTS), dcc.Store(id=Id.STEERED)],
        **aria(label=words("pertumbuhan.controls.name")),
    )


def _parameter(name: Id) -> str:
    return name.rsplit("-", 1)[1]


def _select(name: Id, words: Words) -> dmc.Select:
    return dmc.Select(
        id=name,
        label=words(f"pertumbuhan.controls.{_parameter(name)}"),
        data=[],
        allowDeselect=False,
        comboboxProps={"shadow": "md", "withinPortal": True},
        size="sm",
    )


def changes(page: Page) -> Changes:
    """The controls showing what is picked and what else there is."""
    words, shown = page.words, page.picks.shown
    offered = {
        Id.BASE: _bases(page),
        **{
            name: _named(name, values, words)
            for name, values in (
                (Id.MEASURE, MEASURES),
                (Id.ORDER, ORDERS),
                (Id.NUMBER, NUMBERS),
                (Id.GRID, GRIDS),
            )
        },
    }
    filled: dict[Slot, object] = {(Id.STEERED, "data"): shown}
    for name, data in offered.items():
        filled[name, "label"] = words(f"pertumbuhan.controls.{_parameter(name)}")
        filled[name, "data"] = data
        filled[name, "value"] = shown[_parameter(name)]
    return filled


def _named(name: Id, values: Sequence[str], words: Words) -> list[dict[str, str]]:
    key = f"pertumbuhan.{_parameter(name)}"
    return [{"value": value, "label": words(f"{key}.{value}")} for value in values]


def _bases(page: Page) -> list[dict[str, str]]:
    """Last year, the first year, and every year with the same month, by its month."""
    bases, words, view = page.movement.bases, page.words, page.view
    whole = [{"value": LAST_YEAR, "label": words("pertumbuhan.dasar.lalu")}]
    if bases:
        first = words("pertumbuhan.dasar.awal", month=month_text(bases[-1], view))
        whole.append({"value": FROM_START, "label": first})
    years = [{"value": str(1970 + base // 12), "label": month_text(base, view)} for base in bases]
    return [*whole, *years]
