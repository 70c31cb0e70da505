"""Coverage of single segments, where somebody published how many workers each segment has."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cakupan.analytics.segment_coverage import SegmentRatio
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.shown import Behind, Shown
from cakupan.texts.number_format import percent
from layouts import elements as html
from layouts.captions import counted, participants_caption
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.columns_of import ColumnsOf
from layouts.edition import edition_part
from layouts.figures_table import FiguresTable
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.records import SegmentBase, SegmenView
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "segmen-bases"
SLOTS: tuple[Slot, ...] = (
    (Id.BASES, "hidden"),
    (Id.BASES_HEAD, "children"),
    (Id.BASES_BODY, "children"),
)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(
        id=Id.BASES,
        className="card segmen-bases",
        children=[
            menu_button(NAME, head=Id.BASES_HEAD),
            html.Header(id=Id.BASES_HEAD, className="card-head"),
            html.Div(id=Id.BASES_BODY),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where no base by segment is known."""
    title = segmen.words("segmen.bases.title")
    subtitle = ", ".join([segmen.words("segmen.bases.subtitle"), *counted(segmen.view)])
    return {
        **as_data(Id.BASES, _as_data(segmen, title, subtitle)),
        (Id.BASES, "hidden"): not segmen.bases,
        (Id.BASES_HEAD, "children"): head(title, subtitle),
        (Id.BASES_BODY, "children"): [
            part for base in segmen.bases for part in _base(base, segmen)
        ],
    }


def _as_data(segmen: SegmenView, title: str, subtitle: str) -> Shown:
    rows = [(base, one) for base in segmen.bases for one in base.ratios]
    columns = ColumnsOf(segmen.words, "segmen.column")
    regions = columns.text("region", (base.region.short_name for base, _ in rows))
    behind = tuple(
        Behind(Measure.ELIGIBLE_WORKERS, base.region.code, base.period.text)
        for base in segmen.bases
    )
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=" · ".join(
            [*(_source(base, segmen) for base in segmen.bases), participants_caption(segmen.view)]
        ),
        alt=title,
        columns=(regions, *_columns([one for _, one in rows], segmen)),
        behind=behind,
        sample=segmen.view.summary.headline.sample,
        empty=not rows,
    )


def _columns(ratios: Sequence[SegmentRatio], segmen: SegmenView) -> tuple[Column, ...]:
    names = segmen.view.segment_names("name")
    columns = ColumnsOf(segmen.words, "ringkasan.column")
    return (
        columns.text(
            "segment",
            (
                segmen.words("segmen.all") if one.segment is Segment.TOTAL else names[one.segment]
                for one in ratios
            ),
        ),
        columns.number("participants", ColumnKind.COUNT, (one.participants for one in ratios)),
        columns.number("workers", ColumnKind.COUNT, (one.workers for one in ratios)),
        columns.number("coverage", ColumnKind.SHARE, (one.coverage for one in ratios)),
    )


def _base(base: SegmentBase, segmen: SegmenView) -> list[Component]:
    columns, language = _columns(base.ratios, segmen), segmen.view.language
    marked = [_marked(one, segmen) for one in base.ratios]
    table = FiguresTable.of(base.region.name, columns, language, written={"coverage": marked})
    above = any(one.coverage and one.coverage > 1 for one in base.ratios)
    note = [html.P(segmen.words("segmen.bases.above"), className="caption")] if above else []
    return [
        html.H3(base.region.name),
        table.scrolling(),
        html.P(
            " · ".join([_source(base, segmen), *edition_part(segmen.view)]), className="caption"
        ),
        *note,
    ]


def _marked(one: SegmentRatio, segmen: SegmenView) -> str:
    """The ratio as it is; one above 1 says so."""
    text = percent(one.coverage, segmen.view.language)
    return f"{text} *" if one.coverage and one.coverage > 1 else text


def _source(base: SegmentBase, segmen: SegmenView) -> str:
    return segmen.words(
        "segmen.bases.source",
        publisher=segmen.view.publisher_name(base.publisher),
        period=segmen.month(base.period),
        citation=base.citation,
    )
