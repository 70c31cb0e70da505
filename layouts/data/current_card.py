"""What is current and since when: each measure and publisher, its newest period, its file."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cakupan.texts import date_format
from cakupan.texts.number_format import count
from layouts.card import head
from layouts.data.records import DataView
from layouts.figures_table import FiguresTable
from layouts.ids import DataId as Id
from layouts.records import Fresh
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.CURRENT, "children"),)
_COLUMNS = ("publisher", "measure", "period", "since", "file")


def at_rest() -> html.Article:
    """The card before anything is known."""
    return html.Article(id=Id.CURRENT, className="card freshness current")


def changes(view: DataView) -> Changes:
    """The series each by itself, figures published once folded together."""
    return {(Id.CURRENT, "children"): _children(view)}


def _children(view: DataView) -> list[Component]:
    words = view.words
    series = {one.id for one in view.reference.publishers if one.in_series}
    lines = [item for item in view.fresh if item.publisher in series]
    single = [item for item in view.fresh if item.publisher not in series]
    samples = sum(item.sample for item in lines)
    key = "none" if not view.fresh else "sample" if samples else "real"
    title = words(
        f"data.current.{key}",
        series=count(len(lines), words.language),
        samples=count(samples, words.language),
    )
    return [
        html.Header(head(title, words("data.current.subtitle")), className="card-head"),
        html.Ul([_line(item, view) for item in lines], className="sources"),
        *_published(single, view),
    ]


def _line(item: Fresh, view: DataView) -> html.Li:
    words = view.words
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if item.sample else []
    since = date_format.moment(item.loaded_at.astimezone(), words.language)
    return html.Li(
        [
            html.B(view.measure_name(item.measure)),
            html.Div(
                [
                    html.Span(
                        date_format.period(item.period, words.language, short=True),
                        className="period",
                    ),
                    *badge,
                ]
            ),
            html.Small(view.publisher_name(item.publisher)),
            html.Small(words("data.current.since", moment=since, file=item.file_name)),
        ]
    )


def _published(single: Sequence[Fresh], view: DataView) -> list[Component]:
    if not single:
        return []
    words = view.words
    publishers = count(len({item.publisher for item in single}), words.language)
    title = words(
        "data.current.published", count=count(len(single), words.language), publishers=publishers
    )
    table = FiguresTable(
        title,
        [words(f"data.column.{name}") for name in _COLUMNS],
        [_row(item, view) for item in single],
    )
    return [html.Details([html.Summary(title), table.scrolling()], className="card-table")]


def _row(item: Fresh, view: DataView) -> tuple[str, ...]:
    language = view.words.language
    return (
        view.publisher_name(item.publisher),
        view.measure_name(item.measure),
        date_format.period(item.period, language, short=True),
        date_format.moment(item.loaded_at.astimezone(), language),
        item.file_name,
    )
