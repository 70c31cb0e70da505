"""The table of all regions. The browser lays it out, sorts and searches it (assets/23-regions.js).

Only texts travel: what is sorted by is what is read.
"""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

from dash import dcc
from dash.development.base_component import Component

from cakupan.analytics.quality import Mark
from cakupan.domain.shown import Shown
from cakupan.texts.column_text import column_texts
from layouts import elements as html
from layouts.behind import coverage_behind
from layouts.captions import ranked_caption, short_period
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.ids import WilayahId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot, localized
from layouts.wilayah.columns import SEPARATOR, file_columns, page_columns, target_name
from layouts.wilayah.regions_view import RegionsView

# Marks that a reader should act on; the others only say what is so.
_WARNS = (
    *(Mark.NO_DENOMINATOR, Mark.OPEN_RED, Mark.OVER, Mark.INCOMPLETE, Mark.BREAK, Mark.STALE),
)
PATH = "/wilayah"
NAME = "regions"
FORMATS = ("xlsx", "csv")
_PHRASES = (
    *("search", "placeholder", "kind", "kabupaten", "kota", "province", "all"),
    *("shown", "none"),
)

SLOTS: tuple[Slot, ...] = (
    (Id.TABLE_HEAD, "children"),
    (Id.ROWS, "data"),
    (Id.TABLE_FOOT, "children"),
    (Id.TABLE_HELD, "data"),
)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card regions",
        children=[
            menu_button(NAME, head=Id.TABLE_HEAD),
            html.Header(id=Id.TABLE_HEAD, className="card-head"),
            html.Div(id=Id.TABLE, className="regions-table"),
            dcc.Store(id=Id.ROWS),
            dcc.Store(id=Id.TABLE_HELD, data=""),
            html.Footer(id=Id.TABLE_FOOT, className="card-foot"),
        ],
    )


def taken(regions: RegionsView) -> Changes:
    """The card as data; also where the table itself stands on the page already."""
    return as_data(Id.TABLE, partial(_as_data, regions, *_titles(regions)))


def changes(regions: RegionsView) -> Changes:
    """The card filled."""
    view = regions.view
    title, subtitle = _titles(regions)
    return {
        (Id.TABLE_HEAD, "children"): [
            html.Div(head(title, subtitle)),
            html.Div(_downloads(regions), className="downloads"),
        ],
        (Id.ROWS, "data"): payload(regions),
        (Id.TABLE_HELD, "data"): regions.table_note,
        (Id.TABLE_FOOT, "children"): [
            *(html.P(note, className="regions-note") for note in table_notes(regions)),
            *_meanings(regions),
            html.P(ranked_caption(view, set(regions.codes)), className="caption"),
        ],
    }


def _as_data(regions: RegionsView, title: str, subtitle: str) -> Shown:
    view = regions.view
    return Shown(
        name=NAME,
        title=title,
        subtitle=" ".join([f"{subtitle}.", *table_notes(regions)]),
        caption=ranked_caption(view, set(regions.codes)),
        alt=title,
        columns=tuple(file_columns(regions)),
        behind=coverage_behind(view),
        sample=regions.has_sample,
        empty=not regions.known,
    )


def payload(regions: RegionsView) -> Mapping[str, object]:
    """What the browser lays out: columns, rows of texts, and the words around them."""
    view, columns = regions.view, page_columns(regions)
    words, codes = view.words, regions.codes
    counted = regions.counted
    texts = [counted.get(one.key) or column_texts(one, view.language) for one in columns]
    directory = view.reference.directory
    rows = zip(
        codes,
        [directory[code].kind.value for code in codes],
        [regions.searched.get(code, "") for code in codes],
        zip(*texts, strict=True),
        strict=True,
    )
    return {
        "columns": [
            {"key": column.key, "title": column.title, "kind": column.kind.value}
            for column in columns
        ],
        "rows": list(rows),
        "warns": [words(f"wilayah.mark.{mark}") for mark in _WARNS],
        "separator": SEPARATOR,
        "provinces": _provinces(regions),
        "language": view.language.value,
        "words": {
            **{name: words(f"wilayah.table.{name}") for name in _PHRASES if name != "shown"},
            "shown": words("wilayah.table.shown", shown="{shown}", total="{total}"),
        },
    }


def _provinces(regions: RegionsView) -> list[tuple[str, str]]:
    if not regions.is_nation:
        return []
    return [(one.code, one.name) for one in regions.view.reference.directory.provinces()]


def _titles(regions: RegionsView) -> tuple[str, str]:
    view = regions.view
    title = view.words("wilayah.table.title", count=len(regions.table), region=view.region.name)
    period = short_period(view.summary.headline.period, view)
    return title, view.words("wilayah.table.subtitle", period=period)


def _downloads(regions: RegionsView) -> list[Component]:
    words, query = regions.view.words, regions.view.choices.anywhere().query
    about = urlencode({"halaman": PATH, "kartu": NAME})
    return [
        html.A(
            words("wilayah.table.download", format=name),
            href=f"/exports/card.{name}{query}&{about}",
            className="link-button",
            download="",
        )
        for name in FORMATS
    ]


def _meanings(regions: RegionsView) -> list[Component]:
    """What each mark of quality in the table means, on request."""
    words = regions.view.words
    found = [mark for mark in Mark if regions.table[mark].any()]
    if not found:
        return []
    entries = [
        part
        for mark in found
        for part in (
            html.Dt(words(f"wilayah.mark.{mark}")),
            html.Dd(words(f"wilayah.meaning.{mark}")),
        )
    ]
    summary = html.Summary(words("wilayah.table.meanings"))
    return [html.Details([summary, html.Dl(entries)], className="meanings")]


def table_notes(regions: RegionsView) -> list[str]:
    """Targets that were stated for another base, and what a target of the region means below it."""
    view = regions.view
    notes = []
    others = [gap.target for gap in view.summary.gaps if not gap.same_denominator]
    if others:
        names = ", ".join(target_name(regions, target) for target in others)
        bases = {target.denominator for target in others}
        base = ", ".join(
            localized(view.reference.denominator(name), "short", view.language)
            for name in sorted(bases)
        )
        notes.append(
            view.words(
                "wilayah.table.other_base", targets=names, base=base, shown=view.denominator_name
            )
        )
    if view.summary.gaps:
        notes.append(view.words("wilayah.table.same_aim", region=view.region.name))
    return notes
