"""What was published of single groups of workers: each by itself, because they may overlap."""

from dash import html

from cakupan.domain.regions import Region
from cakupan.texts.number_format import count
from layouts.card import head
from layouts.page_ids.segmen import SegmenId as Id
from layouts.records import Cited
from layouts.segmen.records import SegmenView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.CITED, "children"), (Id.CITED, "hidden"))


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.CITED, className="card segmen-cited")


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where nobody published anything."""
    words = segmen.words
    return {
        (Id.CITED, "hidden"): not segmen.cited,
        (Id.CITED, "children"): [
            html.Header(
                head(words("segmen.cited.title"), words("segmen.cited.subtitle")),
                className="card-head",
            ),
            html.Ul(
                [_line(region, one, segmen) for region, one in segmen.cited],
                className="cited-list",
            ),
        ],
    }


def _line(region: Region, one: Cited, segmen: SegmenView) -> html.Li:
    words, view = segmen.words, segmen.view
    what = words(f"ringkasan.measure.{one.measure.value}")
    group = f" · {segmen.group_name(one.group)}" if one.group else ""
    badge = [html.Span(words("ringkasan.maturity.disputed"), className="badge")]
    source = words(
        "ringkasan.published.source",
        source=view.publisher_name(one.publisher),
        day=segmen.month(one.period),
    )
    return html.Li(
        [
            html.Div(
                [
                    html.Span(f"{region.short_name} · {what}{group}", className="label"),
                    html.B(count(one.value, view.language)),
                    *(badge if one.disputed else []),
                ]
            ),
            html.P(source),
            *(html.Small(text) for text in (one.note, one.citation) if text),
        ]
    )
