"""Region, month and the one number everybody asks for, with what it is made of."""

from dash.development.base_component import Component

from cakupan.analytics.summary import Headline
from cakupan.texts.number_format import MISSING, percent, short_count
from layouts import elements as html
from layouts.captions import region_and_period
from layouts.cards.grade import grade
from layouts.view import View


def big_number(view: View) -> list[Component]:
    """Coverage with numerator and denominator in words, or how many parts have data."""
    headline = view.summary.headline
    number = (
        _complete(headline, view) if headline.coverage is not None else _partial(headline, view)
    )
    badge = html.Span(view.words("ringkasan.sample"), className="badge")
    return [
        html.H1(region_and_period(view)),
        *number,
        *([badge] if headline.sample else []),
        *grade(view),
    ]


def _complete(headline: Headline, view: View) -> list[Component]:
    language = view.language
    sentence = view.words(
        "ringkasan.hero.of_workers",
        participants=short_count(headline.participants, language),
        workers=short_count(headline.workers, language),
    )
    return [
        html.P(percent(headline.coverage, language), className="big"),
        html.P(sentence, className="lead"),
    ]


def _partial(headline: Headline, view: View) -> list[Component]:
    """No ratio stands for a whole that is not there; the covered part's is given on request."""
    words = view.words
    if headline.parts_with_data == 0:
        return [html.P(MISSING, className="big")]
    fields = {"known": headline.parts_with_data, "total": headline.parts_expected}
    return [
        html.P(words("ringkasan.partial.number", **fields), className="big"),
        html.P(words("ringkasan.partial.lead", parts=view.parts_word), className="lead"),
        *_covered_part(headline, view),
    ]


def _covered_part(headline: Headline, view: View) -> list[Component]:
    if headline.covered_part is None:
        return []
    ratio = percent(headline.covered_part, view.language)
    text = view.words(
        "ringkasan.partial.covered",
        ratio=ratio,
        known=headline.parts_with_data,
        total=headline.parts_expected,
        parts=view.parts_word,
    )
    summary = html.Summary(view.words("ringkasan.partial.ask"))
    return [html.Details([summary, html.P(text)], className="aside")]
