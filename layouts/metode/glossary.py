"""What the words of the field mean. Terms and sentences stand in texts/, in pairs."""

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.metode.listing import Listing, listing

_PREFIX = "metode.term."


def glossary(words: Words) -> list[Component]:
    """Every term with its meaning."""
    told = [part for name, what in _terms(words) for part in (html.Dt(name), html.Dd(what))]
    return [html.Dl(told, className="glossary")]


def listed(words: Words) -> Listing:
    """A row for each term, as it is taken away."""
    return listing("glossary", _terms(words), words)


def _terms(words: Words) -> list[tuple[str, str]]:
    """Terms and meanings, in the order of their own language's alphabet."""
    terms = {key.removeprefix(_PREFIX).split(".")[0] for key in words.sentences if _PREFIX in key}
    named = sorted((words(f"{_PREFIX}{term}.name"), term) for term in terms)
    return [(name, words(f"{_PREFIX}{term}.what")) for name, term in named]
