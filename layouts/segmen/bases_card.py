"""Coverage of single segments, where somebody published how many workers each segment has."""

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.segment_coverage import SegmentRatio
from cakupan.domain.measures import Segment
from cakupan.texts.number_format import count, percent
from layouts.captions import counted
from layouts.card import head
from layouts.figures_table import FiguresTable
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.records import SegmentBase, SegmenView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.BASES, "children"), (Id.BASES, "hidden"))


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.BASES, className="card segmen-bases")


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where no base by segment is known."""
    words = segmen.words
    return {
        (Id.BASES, "hidden"): not segmen.bases,
        (Id.BASES, "children"): [
            html.Header(
                head(words("segmen.bases.title"), _subtitle(segmen)),
                className="card-head",
            ),
            *(part for base in segmen.bases for part in _base(base, segmen)),
        ],
    }


def _subtitle(segmen: SegmenView) -> str:
    return ", ".join([segmen.words("segmen.bases.subtitle"), *counted(segmen.view)])


def _coverage(one: SegmentRatio, segmen: SegmenView) -> str:
    """The ratio as it is; one above 1 says so."""
    text = percent(one.coverage, segmen.view.language)
    return f"{text} *" if one.coverage and one.coverage > 1 else text


def _base(base: SegmentBase, segmen: SegmenView) -> list[Component]:
    words, language = segmen.words, segmen.view.language
    names = segmen.view.segment_names("name")
    columns = ("segment", "participants", "workers", "coverage")
    table = FiguresTable(
        base.region.name,
        [words(f"ringkasan.column.{name}") for name in columns],
        [
            (
                words("segmen.all") if one.segment is Segment.TOTAL else names[one.segment],
                count(one.participants, language),
                count(one.workers, language),
                _coverage(one, segmen),
            )
            for one in base.ratios
        ],
    )
    source = words(
        "segmen.bases.source",
        publisher=segmen.view.publisher_name(base.publisher),
        period=segmen.month(base.period),
        citation=base.citation,
    )
    above = any(one.coverage and one.coverage > 1 for one in base.ratios)
    note = [html.P(words("segmen.bases.above"), className="caption")] if above else []
    return [
        html.H3(base.region.name),
        table.scrolling(),
        html.P(source, className="caption"),
        *note,
    ]
