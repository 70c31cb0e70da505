"""Figures that a load would change: what is current, what would be, and the difference."""

from decimal import Decimal

from dash import html

from cakupan.domain.measures import Measure, Segment
from cakupan.texts import date_format
from cakupan.texts.number_format import count, percent, points
from layouts.attributes import data
from layouts.data.records import Changed, DataView, Found
from layouts.figures_table import FiguresTable
from layouts.view import localized

_COLUMNS = ("region", "measure", "period", "old", "new", "difference")


def changes_table(token: str, found: Found, view: DataView) -> html.Details:
    """The first changes of a file; how many more there are is said."""
    words = view.words
    number = count(found.counts.changed, words.language)
    table = FiguresTable(
        words("data.changes.title", count=number),
        [words(f"data.column.{name}") for name in _COLUMNS],
        [_row(change, view) for change in found.changed],
    )
    same = count(found.same_value, words.language)
    more = found.counts.changed - len(found.changed)
    rest = words("data.changes.more", count=count(more, words.language))
    return html.Details(
        className="changes",
        open=True,
        **data(unfolds=f"{token} changes"),
        children=[
            html.Summary(words("data.changes.title", count=number)),
            *(
                [html.P(words("data.changes.kept", count=same), className="subtitle")]
                if found.same_value
                else []
            ),
            table.scrolling(),
            *([html.P(rest, className="subtitle")] if more else []),
        ],
    )


def _row(change: Changed, view: DataView) -> tuple[str, ...]:
    words, key = view.words, change.key
    is_ratio = key.measure is Measure.COVERAGE_PUBLISHED
    show = percent if is_ratio else count
    return (
        view.reference.directory[key.region_code].short_name,
        _what(change, view),
        date_format.period(key.period, words.language, short=True),
        show(change.old, words.language),
        show(change.new, words.language),
        _difference(change.new - change.old, view, is_ratio=is_ratio),
    )


def _what(change: Changed, view: DataView) -> str:
    """The measure, with whatever narrows it down."""
    key = change.key
    segments = {
        info.segment: localized(info, "short", view.words.language)
        for info in view.reference.segments
    }
    segment = "" if key.segment is Segment.TOTAL else segments[key.segment]
    parts = (view.measure_name(key.measure), segment, key.programme, key.group)
    return " · ".join(part for part in parts if part)


def _difference(difference: Decimal, view: DataView, *, is_ratio: bool) -> str:
    """Equal values: another source, a finer rounding or no sample any more is what is new."""
    words = view.words
    if not difference:
        return words("data.changes.same")
    if is_ratio:
        return points(difference, words.language)
    return count(difference, words.language, signed=True)
