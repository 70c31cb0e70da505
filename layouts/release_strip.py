"""What is said while frozen figures are shown: which release, who made it, and the way back."""

from collections.abc import Mapping

from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.releases import Edition
from cakupan.texts import Words, words
from layouts import elements as html
from layouts.choices import Choices
from layouts.edition import edition_name
from layouts.pages import page_at
from layouts.view import wall_clock

_ALWAYS_RUNNING = "/data"


def strip(edition: Edition, path: str, choices: Choices, words: Words) -> Component:
    """One line above the page; on the page that loads files it says that this one is not frozen."""
    release = edition.release
    made = words(
        "release.made",
        moment=wall_clock(release.made_at, words.language),
        who=release.made_by,
    )
    here = path if page_at(path) else "/"
    if here == _ALWAYS_RUNNING:
        made = words("release.not_here")
    return html.P(
        [
            html.Span(className="icon snowflake"),
            html.B(edition_name(edition, words)),
            html.Span(made),
            *([html.Span(f"“{release.note}”")] if release.note else []),
            dcc.Link(words("release.back"), href=here + choices.running().query),
        ],
        className="release-strip embargoed" if edition.under_embargo else "release-strip",
    )


def refused_release(code: str, details: Mapping[str, object], choices: Choices) -> list[Component]:
    """In a page's stead: why the release cannot be shown, and the way to the running figures."""
    say = words(choices.language)
    return [
        html.H1(say("release.refused")),
        html.P(say(f"storage.{code}", **details), className="lead"),
        html.A(say("release.back"), href=choices.running().query, className="button"),
    ]
