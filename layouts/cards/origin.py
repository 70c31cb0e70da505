"""Where the numbers of a card come from: every figure behind it, to the cell, loader and time.

One dialogue in the shell answers for the cards of all pages.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.columns import Column
from cakupan.domain.measures import Measure
from cakupan.domain.reference import Reference
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import count, percent
from layouts import elements as html
from layouts.attributes import aria
from layouts.figures_table import FiguresTable
from layouts.ids import ShellId as Id
from layouts.traced import Glanced, Traced, measure_name, source_columns
from layouts.view import Changes, Slot, localized, wall_clock

MOST_SHOWN = 200
_SHOWN = (
    *("region", "segment", "value", "ratio", "publisher", "maturity", "sheet", "cell"),
    "period",
)
SLOTS: tuple[Slot, ...] = (
    (Id.ORIGIN, "opened"),
    (Id.ORIGIN, "title"),
    (Id.ORIGIN, "closeButtonProps"),
    (Id.ORIGIN_BODY, "children"),
)


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue, and what the browser asks it for."""
    return [
        dcc.Store(id=Id.ORIGIN_ASKED),
        dmc.Modal(
            id=Id.ORIGIN,
            opened=False,
            size="min(1100px, 96vw)",
            title=words("card.origin.title"),
            children=html.Div(id=Id.ORIGIN_BODY, className="origin"),
            closeButtonProps=aria(label=words("card.origin.close")),
        ),
    ]


def changes(
    shown: Shown | None, glanced: Sequence[Glanced], reference: Reference, words: Words
) -> Changes:
    """The open dialogue for a card; None is a card that is not on the page."""
    return {
        (Id.ORIGIN, "opened"): True,
        (Id.ORIGIN, "title"): words("card.origin.title"),
        (Id.ORIGIN, "closeButtonProps"): aria(label=words("card.origin.close")),
        (Id.ORIGIN_BODY, "children"): _told(shown, glanced, reference, words),
    }


def _told(
    shown: Shown | None, glanced: Sequence[Glanced], reference: Reference, words: Words
) -> list[Component]:
    if shown is None:
        return [html.P(words("card.origin.gone"))]
    title = html.P(shown.title, className="origin-card")
    if not glanced:
        return [title, html.P(words("card.origin.nothing_behind"))]
    parts = [
        part
        for measure, of_it in _by_measure(glanced).items()
        for part in _part(_title(measure, glanced, reference, words), of_it, reference, words)
    ]
    lead = html.P(words("card.origin.lead"), className="subtitle")
    return [title, *_sum(shown, words), lead, *parts]


def _by_measure(glanced: Sequence[Glanced]) -> Mapping[Measure, list[Glanced]]:
    found: dict[Measure, list[Glanced]] = {}
    for one in glanced:
        found.setdefault(one.measure, []).append(one)
    return found


def _sum(shown: Shown, words: Words) -> list[Component]:
    """46,03% = … dibagi …, where the card is of one coverage."""
    values = {column.key: column.values for column in shown.columns}
    row = [values.get(key, ()) for key in ("coverage", "participants", "workers")]
    if any(len(found) != 1 or not isinstance(found[0], int | float) for found in row):
        return []
    [coverage], [participants], [workers] = row
    sentence = words(
        "card.origin.sum",
        coverage=percent(coverage, words.language),  # type: ignore[arg-type]  # told above
        participants=count(participants, words.language),  # type: ignore[arg-type]  # told above
        workers=count(workers, words.language),  # type: ignore[arg-type]  # told above
    )
    return [html.P(sentence, className="sum")]


def _title(measure: Measure, glanced: Sequence[Glanced], reference: Reference, words: Words) -> str:
    """Numerator and denominator by what they are, where a card has both."""
    bases = {one.measure: one for one in reference.denominators}
    if measure in bases:
        name = localized(bases[measure], "short", words.language)
        return words("card.origin.denominator", denominator=name)
    if measure is Measure.PARTICIPANTS_ACTIVE and any(one.measure in bases for one in glanced):
        return words("card.origin.numerator")
    return measure_name(measure, words)


def _part(
    title: str, glanced: Sequence[Glanced], reference: Reference, words: Words
) -> list[Component]:
    there = sum(one.count for one in glanced)
    if not there:
        return [html.H3(title), html.P(words("card.origin.none"))]
    files = dict.fromkeys(
        words(
            "card.origin.file",
            file=item.file_name,
            who=item.loaded_by,
            moment=wall_clock(item.loaded_at, words.language),
        )
        for one in glanced
        for item in one.files
    )
    cited = dict.fromkeys(citation for one in glanced for citation in one.citations)
    lines = [html.P(text, className="file") for text in chain(files, cited)]
    table = origin_table(title, [few for one in glanced for few in one.first], reference, words)
    return [html.H3(title), *lines, table, *_cut(there, words)]


def _cut(there: int, words: Words) -> list[Component]:
    if there <= MOST_SHOWN:
        return []
    told = count(there, words.language)
    return [html.P(words("card.origin.many", shown=MOST_SHOWN, count=told), className="file")]


def origin_table(
    title: str, traced: Sequence[Traced], reference: Reference, words: Words
) -> html.Div:
    """Each figure with its publisher, sheet and cell."""
    columns = {column.key: column for column in source_columns(traced, reference, words)}
    of_many = len({one.behind.period_text for one in traced}) > 1
    keys = _SHOWN if of_many else _SHOWN[:-1]
    shown: list[Column] = [columns[key] for key in keys if key in columns]
    return FiguresTable.of(title, shown, words.language).scrolling()
