"""The formulas, each with its letters, its cut-offs and the function that works it out."""

from dash.development.base_component import Component

from cakupan.analytics.registry import TOPICS, Method, Topic
from cakupan.texts import Words, number_format
from layouts import elements as html
from layouts.metode.listing import Listing, listing


def formulas(words: Words) -> list[Component]:
    """All topics in the order of reading."""
    return [
        html.P(words("metode.formulas.lead"), className="subtitle"),
        *(part for topic in TOPICS for part in _topic(topic, words)),
    ]


def listed(words: Words) -> Listing:
    """Every method in one row, as it is taken away."""
    rows = [
        [
            words(f"metode.topic.{topic.id}"),
            words(f"metode.method.{method.id}.name"),
            method.formula,
            words(f"metode.method.{method.id}.what"),
            method.place,
        ]
        for topic in TOPICS
        for method in topic.methods
    ]
    return listing("formulas", rows, words)


def _topic(topic: Topic, words: Words) -> list[Component]:
    return [
        html.H3(words(f"metode.topic.{topic.id}")),
        html.Div([_method(method, words) for method in topic.methods], className="methods"),
    ]


def _method(method: Method, words: Words) -> html.Article:
    return html.Article(
        className="method",
        id=f"method-{method.id}",
        children=[
            html.H4(words(f"metode.method.{method.id}.name")),
            html.P(html.Code(method.formula), className="formula"),
            html.P(words(f"metode.method.{method.id}.what")),
            _symbols(method, words),
            *_grades(method, words),
            html.P(words("metode.formulas.place", place=method.place), className="caption"),
        ],
    )


def _symbols(method: Method, words: Words) -> html.Dl:
    letters = [(letter, words(f"metode.symbol.{symbol}")) for symbol, letter in method.letters]
    cut_offs = [
        (
            number_format.decimal(value, words.language, 0 if value == int(value) else 2),
            words(f"metode.cut_off.{name}"),
        )
        for name, value in method.cut_offs.items()
    ]
    explained = ((html.Dt(sign), html.Dd(text)) for sign, text in (*letters, *cut_offs))
    return html.Dl([part for pair in explained for part in pair])


def _grades(method: Method, words: Words) -> list[Component]:
    """What each mark of quality allows at best, the gravest first."""
    if not method.allows:
        return []
    order = sorted(method.allows, key=lambda mark: method.allows[mark].value, reverse=True)
    rules = (
        (
            html.Dt(f"{method.allows[mark].value} · {words(f'wilayah.mark.{mark}')}"),
            html.Dd(words(f"wilayah.meaning.{mark}")),
        )
        for mark in order
    )
    return [html.Dl([part for pair in rules for part in pair])]
