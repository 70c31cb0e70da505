"""All numbers of the regions in one plain table, a column a region."""

from collections.abc import Sequence

from dash import html

from cakupan.texts.number_format import MISSING, count, growth, percent, points
from layouts.captions import caption, short_period
from layouts.card import head
from layouts.figures_table import FiguresTable
from layouts.page_ids.bandingkan import BandingkanId as Id
from layouts.view import Changes, View


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.FIGURES, className="card paired-figures")


def changes(views: Sequence[View]) -> Changes:
    """The card filled."""
    first = views[0]
    title = first.words(
        "bandingkan.figures.title", period=short_period(first.summary.headline.period, first)
    )
    header = [first.words("bandingkan.figures.what"), *(view.region.short_name for view in views)]
    columns = [_column(view) for view in views]
    rows = [
        (first.words(f"bandingkan.figures.{key}"), *(column[key] for column in columns))
        for key in columns[0]
    ]
    return {
        (Id.FIGURES, "children"): [
            html.Header(
                head(title, first.words("bandingkan.figures.subtitle")), className="card-head"
            ),
            FiguresTable(title, header, rows).scrolling(),
            html.Footer(html.P(caption(first), className="caption"), className="card-foot"),
        ]
    }


def _column(view: View) -> dict[str, str]:
    headline, change, language = view.summary.headline, view.summary.year_on_year, view.language
    base = headline.workers_period
    return {
        "participants": count(headline.participants, language),
        "workers": count(headline.workers, language),
        "base": short_period(base, view) if base else MISSING,
        "coverage": percent(headline.coverage, language),
        "points": points(change.points, language),
        "added": count(change.participants_change, language, signed=True),
        "growth": growth(change.participants_growth, language),
        "parts": _parts(view),
    }


def _parts(view: View) -> str:
    headline = view.summary.headline
    if not headline.parts_expected:
        return MISSING
    return view.words(
        "bandingkan.figures.known",
        known=headline.parts_with_data,
        total=headline.parts_expected,
        parts=view.parts_word,
    )
