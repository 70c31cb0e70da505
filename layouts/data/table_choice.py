"""The tables of a workbook that holds several: each with what it is, to be loaded or left out."""

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.data.records import FileView
from layouts.ids import DataAction, DataField


def table_choice(file: FileView, words: Words) -> list[Component]:
    """A box to tick for each table; nothing where there is only one to load."""
    if not file.tables:
        return []
    boxes = [
        dmc.Checkbox(value=table.id, label=table.text, description=table.place)
        for table in file.tables
    ]
    group = dmc.CheckboxGroup(
        id={"type": DataField.TABLES, "token": file.token},
        label=words("data.tables.title", count=count(len(file.tables), words.language)),
        description=words("data.tables.lead"),
        children=html.Div(boxes, className="tables"),
        value=[table.id for table in file.tables if table.taken],
        persistence=True,
        persistence_type="memory",
    )
    button = html.Button(
        words("data.tables.choose"),
        id={"type": DataAction.CHOOSE, "token": file.token},
        className="quiet-button",
        type="button",
    )
    return [html.Div([group, button], className="choosing")]
