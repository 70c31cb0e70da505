"""What the words of the field mean. Terms and sentences stand in texts/, in pairs."""

from dash import html
from dash.development.base_component import Component

from cakupan.texts import Words

_PREFIX = "metode.term."


def glossary(words: Words) -> list[Component]:
    """Every term with its meaning, in the order of its own language's alphabet."""
    terms = {key.removeprefix(_PREFIX).split(".")[0] for key in words.sentences if _PREFIX in key}
    named = sorted((words(f"{_PREFIX}{term}.name"), term) for term in terms)
    return [
        html.Dl(
            [
                part
                for name, term in named
                for part in (html.Dt(name), html.Dd(words(f"{_PREFIX}{term}.what")))
            ],
            className="glossary",
        )
    ]
