"""What was published of single groups of workers: each by itself, because they may overlap."""

from cakupan.domain.columns import ColumnKind
from cakupan.domain.regions import Region
from cakupan.domain.shown import Behind, Shown
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.columns_of import ColumnsOf
from layouts.page_ids.segmen import SegmenId as Id
from layouts.records import Cited
from layouts.segmen.records import SegmenView
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "segmen-cited"
SLOTS: tuple[Slot, ...] = (
    (Id.CITED, "hidden"),
    (Id.CITED_HEAD, "children"),
    (Id.CITED_LIST, "children"),
)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(
        id=Id.CITED,
        className="card segmen-cited",
        children=[
            menu_button(NAME, head=Id.CITED_HEAD),
            html.Header(id=Id.CITED_HEAD, className="card-head"),
            html.Ul(id=Id.CITED_LIST, className="cited-list"),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where nobody published anything."""
    title, subtitle = segmen.words("segmen.cited.title"), segmen.words("segmen.cited.subtitle")
    return {
        **as_data(Id.CITED, _as_data(segmen, title, subtitle)),
        (Id.CITED, "hidden"): not segmen.cited,
        (Id.CITED_HEAD, "children"): head(title, subtitle),
        (Id.CITED_LIST, "children"): [_line(region, one, segmen) for region, one in segmen.cited],
    }


def _as_data(segmen: SegmenView, title: str, subtitle: str) -> Shown:
    columns, view, cited = ColumnsOf(segmen.words, "segmen.column"), segmen.view, segmen.cited
    known = dict.fromkeys(
        Behind(one.measure, region.code, one.period.text) for region, one in cited
    )
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=subtitle,
        alt=title,
        columns=(
            columns.text("region", (region.short_name for region, _ in cited)),
            columns.text("measure", (_what(one, segmen) for _, one in cited)),
            columns.number("value", ColumnKind.COUNT, (int(one.value) for _, one in cited)),
            columns.text("period", (segmen.month(one.period) for _, one in cited)),
            columns.text("publisher", (view.publisher_name(one.publisher) for _, one in cited)),
            columns.text("citation", (one.citation for _, one in cited)),
            columns.text("note", (_remark(one, segmen) for _, one in cited)),
        ),
        behind=tuple(known),
        empty=not cited,
    )


def _what(one: Cited, segmen: SegmenView) -> str:
    what = segmen.words(f"ringkasan.measure.{one.measure.value}")
    return f"{what} · {segmen.group_name(one.group)}" if one.group else what


def _remark(one: Cited, segmen: SegmenView) -> str:
    """A disputed figure says so wherever it goes."""
    disputed = [segmen.words("ringkasan.maturity.disputed")] if one.disputed else []
    return "; ".join([*disputed, *([one.note] if one.note else [])])


def _line(region: Region, one: Cited, segmen: SegmenView) -> html.Li:
    words, view = segmen.words, segmen.view
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
                    html.Span(f"{region.short_name} · {_what(one, segmen)}", className="label"),
                    html.B(count(one.value, view.language)),
                    *(badge if one.disputed else []),
                ]
            ),
            html.P(source),
            *(html.Small(text) for text in (one.note, one.citation) if text),
        ]
    )
