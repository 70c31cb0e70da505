"""Findings of a file by code: what to do once, then every place. Questions show their readings."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.findings import Severity
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.data.marks import severity_mark
from layouts.data.records import FileView, FoundGroup, FoundPlace

# So many places of one code stand open, so many more unfold; the findings workbook has them all.
SHOWN, UNFOLDED = 10, 1_000
_COLUMNS = ("sheet", "cell", "value", "message")


def finding_groups(file: FileView, words: Words) -> list[Component]:
    """A section for each severity there is, the worst first."""
    sections: list[Component] = []
    for severity in Severity:
        groups = [group for group in file.groups if group.severity is severity]
        if groups:
            sections.append(_section(file.token, severity, groups, words))
    return sections


def _section(
    token: str, severity: Severity, groups: Sequence[FoundGroup], words: Words
) -> html.Details:
    size = count(sum(len(group.places) for group in groups), words.language)
    return html.Details(
        className=f"severity {severity.value}",
        open=severity is not Severity.NOTES,
        children=[
            html.Summary(
                [
                    severity_mark(severity, words),
                    html.Span(words("data.findings.count", count=size), className="amount"),
                ]
            ),
            *(_group(token, group, words) for group in groups),
        ],
        **data(unfolds=f"{token} {severity}"),
    )


def _group(token: str, group: FoundGroup, words: Words) -> html.Div:
    asks = group.severity is Severity.ASKS
    return html.Div(
        className="group",
        children=[
            *([_question(place, words) for place in group.places[:SHOWN]] if asks else []),
            *([] if asks else [_places(group, words)]),
            *_rest(token, group, words),
            html.P(
                [html.B(words("data.findings.fix")), " ", group.fix],
                className="fix",
            ),
            html.Code(group.code, className="code", title=words("data.findings.code")),
        ],
    )


def _places(group: FoundGroup, words: Words) -> Component:
    """The first places; what is true of the file as a whole has none and is a sentence."""
    first = group.places[0]
    if len(group.places) == 1 and not (first.sheet or first.value):
        return html.P(first.message, className="whole")
    table: Component = _table(group, group.places[:SHOWN], words)
    return table


def _question(place: FoundPlace, words: Words) -> html.Div:
    """One question and the answers it could have."""
    where = " · ".join(text for text in (place.sheet, place.cell) if text)
    asked: list[Component | str] = [html.B(place.message)]
    if where:
        asked += [" ", html.Span(where, className="where")]
    parts: list[Component] = [html.P(asked)]
    if place.readings:
        readings = [html.Li(reading) for reading in place.readings]
        parts += [html.P(words("data.question.readings")), html.Ul(readings)]
    return html.Div(parts, className="question")


def _rest(token: str, group: FoundGroup, words: Words) -> list[Component]:
    rest = group.places[SHOWN:]
    if not rest:
        return []
    unfolded = rest[:UNFOLDED]
    more = words("data.findings.more", count=count(len(rest), words.language))
    beyond = words("data.findings.beyond", count=count(len(rest) - UNFOLDED, words.language))
    return [
        html.Details(
            className="more",
            children=[
                html.Summary(more),
                html.Div(
                    _table(group, unfolded, words),
                    className="table-scroll",
                    tabIndex=0,
                    role="group",
                    **aria(label=more),
                ),
                *([html.P(beyond, className="subtitle")] if len(rest) > UNFOLDED else []),
            ],
            **data(unfolds=f"{token} {group.code}"),
        )
    ]


def _table(group: FoundGroup, places: Sequence[FoundPlace], words: Words) -> dmc.Table:
    # One component, not one a cell: a file can have thousands of findings.
    return dmc.Table(
        className="figures found",
        data={
            "caption": group.fix,
            "head": [words(f"data.column.{name}") for name in _COLUMNS],
            "body": [[getattr(place, name) for name in _COLUMNS] for place in places],
        },
    )
