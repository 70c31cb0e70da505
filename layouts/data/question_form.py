"""What a file leaves unsaid, asked on the page; and the answers given, to be changed."""

import json
from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.data.marks import icon
from layouts.data.records import AskedQuestion, FileView
from layouts.ids import DataAction, DataField

# More answers than these are a list to choose from, for they would be a wall of buttons.
_MOST_SIDE_BY_SIDE = 6
_LONGEST = 80


def question_form(file: FileView, words: Words) -> list[Component]:
    """The questions of a file, each with its answers, and one button for all of them."""
    if not file.questions:
        return []
    button = html.Button(
        words("data.question.answer"),
        id={"type": DataAction.ANSWER, "token": file.token},
        className="button",
        type="button",
    )
    fields = [_field(file.token, question, words) for question in file.questions]
    return [html.Div([*fields, button], className="asking")]


def given_answers(file: FileView, words: Words) -> list[Component]:
    """What was answered, in short."""
    if not file.given:
        return []
    lines = [html.Li([one.question, " ", html.B(one.answer)]) for one in file.given]
    button = html.Button(
        [icon("undo"), words("data.question.change")],
        id={"type": DataAction.ASK_AGAIN, "token": file.token},
        className="quiet-button",
        type="button",
    )
    return [html.Div([html.Ul(lines), *([] if file.load else [button])], className="given")]


def _field(token: str, question: AskedQuestion, words: Words) -> html.Div:
    text = question.text
    if not question.needed:
        text = words("data.question.optional", question=text)
    chosen = {"type": DataField.CHOSEN, "token": token, "question": question.id}
    parts: list[Component] = []
    if len(question.choices) > _MOST_SIDE_BY_SIDE:
        parts.append(_list(chosen, text, question.choices, words))
    elif question.choices:
        parts.append(_side_by_side(chosen, text, question.choices))
    if question.open:
        typed = {"type": DataField.TYPED, "token": token, "question": question.id}
        label = words("data.question.other") if question.choices else text
        parts += _typed(typed, label, question, words)
    return html.Div(parts, className="asked")


def _list(
    name: Mapping[str, str], text: str, choices: Mapping[str, str], words: Words
) -> Component:
    select: Component = dmc.Select(
        id=dict(name),
        label=text,
        data=[{"value": value, "label": label} for value, label in choices.items()],
        placeholder=words("data.question.choose"),
        searchable=True,
        persistence=True,
        persistence_type="memory",
        comboboxProps={"shadow": "md", "withinPortal": True},
    )
    return select


def _side_by_side(name: Mapping[str, str], text: str, choices: Mapping[str, str]) -> Component:
    radios = [dmc.Radio(label=label, value=value) for value, label in choices.items()]
    group: Component = dmc.RadioGroup(
        id=dict(name),
        label=text,
        children=html.Div(radios, className="radios"),
        persistence=True,
        persistence_type="memory",
    )
    return group


def _typed(
    name: Mapping[str, str], label: str, question: AskedQuestion, words: Words
) -> list[Component]:
    # The id as the browser writes it, so that the label belongs to the field.
    written = json.dumps(dict(name), sort_keys=True, separators=(",", ":"))
    return [
        html.Label(label, htmlFor=written),
        dcc.Input(
            id=dict(name),
            type="text",
            value="",
            maxLength=_LONGEST,
            placeholder=words(f"data.question.example.{question.topic}"),
            persistence=True,
            persistence_type="memory",
        ),
    ]
