"""What is current and since when, or what was at the end of a day of the past."""

from collections.abc import Iterator, Sequence

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.card import head
from layouts.data.as_of import head_of, loads_then, notes
from layouts.data.records import DataView
from layouts.figures_table import FiguresTable
from layouts.ids import DataId as Id
from layouts.records import Fresh
from layouts.view import Changes, Slot

PARAMETER = "pada"
"""What the address calls the day: ``?pada=2025-11-27``."""

SLOTS: tuple[Slot, ...] = (
    (Id.CURRENT_HEAD, "children"),
    (Id.AS_OF_LABEL, "children"),
    (Id.AS_OF, "value"),
    (Id.STEERED, "data"),
    (Id.CURRENT, "children"),
)
_COLUMNS = ("publisher", "measure", "period", "since", "file")
# A year that is being typed passes through 0002, 0020, 0202: wait for the rest of it.
_TYPING_MS = 800


def at_rest(words: Words) -> html.Article:
    """The card before anything is known. The day's field stays while the rest is drawn anew."""
    return html.Article(
        className="card freshness current",
        children=[
            html.Div(
                className="current-top",
                children=[
                    html.Header(id=Id.CURRENT_HEAD, className="card-head"),
                    html.Div(
                        className="as-of",
                        children=[
                            html.Label(
                                words("data.current.as_of"),
                                id=Id.AS_OF_LABEL,
                                htmlFor=str(Id.AS_OF),
                            ),
                            # The browser's own field for dates knows the reader's way of writing.
                            dmc.TextInput(
                                id=Id.AS_OF,
                                value="",
                                debounce=_TYPING_MS,
                                attributes={"input": {"type": "date"}},
                            ),
                        ],
                    ),
                ],
            ),
            html.Div(id=Id.CURRENT),
            dcc.Store(id=Id.STEERED),
        ],
    )


def changes(view: DataView) -> Changes:
    """The series each by itself, figures published once folded together."""
    shown = "" if view.as_of.fault else view.as_of.text
    return {
        (Id.CURRENT_HEAD, "children"): _head(view),
        (Id.AS_OF_LABEL, "children"): view.words("data.current.as_of"),
        (Id.AS_OF, "value"): shown,
        (Id.STEERED, "data"): {PARAMETER: shown},
        (Id.CURRENT, "children"): [*notes(view), *_series(view), *loads_then(view)],
    }


def _in_series(view: DataView) -> list[Fresh]:
    series = {one.id for one in view.reference.publishers if one.in_series}
    return [item for item in view.fresh if item.publisher in series]


def _head(view: DataView) -> list[Component]:
    words, day = view.words, view.as_of.day
    lines = _in_series(view)
    samples = sum(item.sample for item in lines)
    numbers = {
        "series": count(len(lines), words.language),
        "samples": count(samples, words.language),
    }
    if day is not None:
        return head_of(day, view.as_of, words)
    key = "none" if not view.fresh else "sample" if samples else "real"
    return head(words(f"data.current.{key}", **numbers), words("data.current.subtitle"))


def _series(view: DataView) -> Iterator[Component]:
    lines = _in_series(view)
    single = [item for item in view.fresh if item not in lines]
    if lines:
        yield html.Ul([_line(item, view) for item in lines], className="sources")
    yield from _published(single, view)


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
