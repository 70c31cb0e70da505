"""A sentence of the press, checked: can cases, rupiah and average be true together?"""

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.columns import ColumnKind
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import rupiah
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.columns_of import ColumnsOf
from layouts.manfaat.records import ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

_FIELDS = ((Id.CASES, "cases"), (Id.RUPIAH, "rupiah"), (Id.AVERAGE, "average"))
NAME = "manfaat-triple"
SLOTS: tuple[Slot, ...] = (
    (Id.TRIPLE_HEAD, "children"),
    *((field, name) for field, _ in _FIELDS for name in ("label", "placeholder")),
    (Id.VERDICT, "children"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come; its fields are there, so that they can be wired."""
    return html.Article(
        className="card manfaat-triple",
        children=[
            menu_button(NAME, head=Id.TRIPLE_HEAD),
            html.Header(id=Id.TRIPLE_HEAD, className="card-head"),
            html.Div(
                [
                    dmc.TextInput(
                        id=field,
                        label=words(f"manfaat.triple.{name}"),
                        value="",
                        debounce=True,
                        size="sm",
                    )
                    for field, name in _FIELDS
                ],
                className="triple-fields",
                role="group",
                **aria(label=words("manfaat.triple.name")),
            ),
            html.Div(id=Id.VERDICT, className="verdict", role="status"),
        ],
    )


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled."""
    words = manfaat.words
    fields: dict[Slot, object] = {}
    for field, name in _FIELDS:
        fields[field, "label"] = words(f"manfaat.triple.{name}")
        fields[field, "placeholder"] = words(f"manfaat.triple.{name}_example")
    title, subtitle = words("manfaat.triple.title"), words("manfaat.triple.subtitle")
    return {
        **as_data(Id.VERDICT, _as_data(manfaat, title, subtitle)),
        (Id.TRIPLE_HEAD, "children"): head(title, subtitle),
        **fields,
        (Id.VERDICT, "children"): _verdict(manfaat),
    }


def _as_data(manfaat: ManfaatView, title: str, subtitle: str) -> Shown:
    """One row with the three numbers and the averages they allow; none where nothing is checked."""
    columns, check = ColumnsOf(manfaat.words, "manfaat.triple_column"), manfaat.check
    sentence = _sentence(manfaat)
    numbers = [one.value for one in manfaat.typed] if check else []
    kinds = (ColumnKind.COUNT, ColumnKind.RUPIAH, ColumnKind.RUPIAH)
    rows = [[number] for number in numbers] or [[], [], []]
    bounds = {"lowest": [check.lowest], "highest": [check.highest]} if check else {}
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=manfaat.caption,
        alt=sentence or title,
        columns=(
            *(
                columns.number(name, kind, row)
                for (_, name), kind, row in zip(_FIELDS, kinds, rows, strict=True)
            ),
            *(
                columns.number(key, ColumnKind.RUPIAH, bounds.get(key, []))
                for key in ("lowest", "highest")
            ),
            columns.text("verdict", [sentence] if check else []),
        ),
        empty=check is None,
    )


def _verdict(manfaat: ManfaatView) -> list[Component]:
    sentence = _sentence(manfaat)
    return [html.P(sentence)] if sentence else []


def _sentence(manfaat: ManfaatView) -> str:
    words, asked, check = manfaat.words, manfaat.asked, manfaat.check
    if not (asked.cases and asked.rupiah and asked.average):
        return ""
    if check is None:
        return words("manfaat.triple.unreadable")
    key = "agrees" if check.as_printed else "rounding" if check.possible else "impossible"
    low, high = (rupiah(bound, manfaat.view.language) for bound in (check.lowest, check.highest))
    return words(f"manfaat.triple.{key}", low=low, high=high)
