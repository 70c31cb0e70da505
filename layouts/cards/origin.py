"""Where the numbers come from: the figures behind the coverage, to the cell, loader and time."""

from collections.abc import Sequence
from itertools import chain

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.domain.measures import Maturity, Segment
from cakupan.texts import Words
from cakupan.texts.number_format import count, percent
from layouts.attributes import aria
from layouts.figures_table import FiguresTable
from layouts.records import Origin
from layouts.view import View


def at_rest(dialogue: str, body: str, words: Words) -> dmc.Modal:
    """The closed dialogue, by its id and that of its body."""
    return dmc.Modal(
        id=dialogue,
        opened=False,
        size="min(1100px, 96vw)",
        title=words("ringkasan.origin.title"),
        children=html.Div(id=body, className="origin"),
        closeButtonProps=aria(label=words("ringkasan.origin.close")),
    )


def origin(
    participants: Sequence[Origin], workers: Sequence[Origin], view: View
) -> list[Component]:
    """Numerator and denominator, each with its figures; files are named once above."""
    words = view.words
    return [
        *_sum(view),
        html.P(words("ringkasan.origin.lead"), className="subtitle"),
        *_part(words("ringkasan.origin.numerator"), participants, view),
        *_part(
            words("ringkasan.origin.denominator", denominator=view.denominator_name), workers, view
        ),
    ]


def _sum(view: View) -> list[Component]:
    headline = view.summary.headline
    if headline.coverage is None:
        return []
    sentence = view.words(
        "ringkasan.origin.sum",
        coverage=percent(headline.coverage, view.language),
        participants=count(headline.participants, view.language),
        workers=count(headline.workers, view.language),
    )
    return [html.P(sentence, className="sum")]


def _part(title: str, figures: Sequence[Origin], view: View) -> list[Component]:
    words = view.words
    if not figures:
        return [html.H3(title), html.P(words("ringkasan.origin.none"))]
    files = dict.fromkeys(
        words(
            "ringkasan.origin.file",
            file=item.file_name,
            who=item.loaded_by,
            moment=view.moment(item.loaded_at),
        )
        for item in figures
    )
    cited = dict.fromkeys(item.citation for item in figures if item.citation)
    lines = [html.P(text, className="file") for text in chain(files, cited)]
    return [html.H3(title), *lines, origin_table(title, figures, view)]


def origin_table(title: str, figures: Sequence[Origin], view: View) -> html.Div:
    """Each figure with its publisher, sheet and cell."""
    columns = ("region", "segment", "value", "publisher", "maturity", "sheet", "cell")
    table = FiguresTable(
        title,
        [view.words(f"ringkasan.column.{name}") for name in columns],
        [_row(item, view) for item in figures],
    )
    return table.scrolling()


def _row(item: Origin, view: View) -> tuple[str, ...]:
    names = view.segment_names("short")
    whole = view.words("ringkasan.origin.whole")
    return (
        view.reference.directory[item.region_code].short_name,
        whole if item.segment is Segment.TOTAL else names[item.segment],
        count(item.value, view.language),
        view.publisher_name(item.publisher),
        view.words(f"ringkasan.maturity.{Maturity(item.maturity).value}"),
        item.sheet,
        item.cell,
    )
