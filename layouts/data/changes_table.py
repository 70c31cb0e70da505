"""Figures that a load would change: what is current, what would be, and the difference."""

from cakupan.texts import Words, date_format
from cakupan.texts.figure_words import difference_of_figures, name_of_figure, value_of_figure
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import data
from layouts.data.records import Changed, DataView, Found
from layouts.figures_table import FiguresTable

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
    return (
        view.reference.directory[key.region_code].short_name,
        name_of_figure(key, view.reference, words),
        date_format.period(key.period, words.language, short=True),
        value_of_figure(change.old, key.measure, words),
        value_of_figure(change.new, key.measure, words),
        _difference(change, words),
    )


def _difference(change: Changed, words: Words) -> str:
    """Equal values: another source, a finer rounding or no sample any more is what is new."""
    difference = change.new - change.old
    if not difference:
        return words("data.changes.same")
    return difference_of_figures(difference, change.key.measure, words)
