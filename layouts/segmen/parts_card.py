"""Participants of each part of the region by segment, in the month shown."""

from collections.abc import Mapping, Sequence

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Segment
from cakupan.domain.plans import BarPlan
from cakupan.domain.regions import Region
from cakupan.domain.shown import Shown
from layouts import elements as html
from layouts.behind import participants_behind
from layouts.captions import counted, participants_caption, short_period
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.records import SegmenView
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "segmen-parts"
SLOTS: tuple[Slot, ...] = (
    (Id.PARTS, "hidden"),
    (Id.PARTS_HEAD, "children"),
    (Id.PARTS_BODY, "children"),
)
Part = tuple[Region, Mapping[Segment, int] | None]


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(
        id=Id.PARTS,
        className="card segmen-parts",
        children=[
            menu_button(NAME, head=Id.PARTS_HEAD),
            html.Header(id=Id.PARTS_HEAD, className="card-head"),
            html.Div(id=Id.PARTS_BODY),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where the region has no parts, or none states its segments."""
    view, words = segmen.view, segmen.words
    title = words("segmen.parts.title", parts=view.parts_word)
    period = short_period(view.summary.headline.period, view)
    subtitle = ", ".join([words("segmen.parts.subtitle", period=period), *counted(view)])
    shown = _as_data(segmen, title, subtitle)
    table = FiguresTable.of(title, shown.columns, view.language)
    return {
        **as_data(Id.PARTS, shown),
        (Id.PARTS, "hidden"): shown.empty,
        (Id.PARTS_HEAD, "children"): head(title, subtitle),
        (Id.PARTS_BODY, "children"): [
            table.scrolling(),
            html.Footer(html.P(shown.caption, className="caption"), className="card-foot"),
        ],
    }


def _as_data(segmen: SegmenView, title: str, subtitle: str) -> Shown:
    columns = _columns(segmen.parts, segmen)
    empty = not any(people for _, people in segmen.parts)
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=participants_caption(segmen.view),
        alt=title,
        columns=columns,
        behind=participants_behind(segmen.view),
        plan=None if empty else BarPlan(columns[0], (columns[1],)),
        sample=segmen.view.summary.headline.sample,
        empty=empty,
    )


def _columns(parts: Sequence[Part], segmen: SegmenView) -> tuple[Column, ...]:
    """Each segment that any part has people of, all of them, and the share who pay themselves."""
    columns, names = ColumnsOf(segmen.words, "segmen.column"), segmen.view.segment_names("short")
    listed = [one for one in Segment if any(people and people.get(one) for _, people in parts)]
    return (
        columns.text("region", (region.short_name for region, _ in parts)),
        *(
            columns.number(
                one.value,
                ColumnKind.COUNT,
                (people[one] if people else None for _, people in parts),
                title=names[one],
            )
            for one in listed
        ),
        columns.number(
            "all",
            ColumnKind.COUNT,
            (sum(people.values()) if people else None for _, people in parts),
        ),
        columns.number("own_share", ColumnKind.SHARE, (_own_share(people) for _, people in parts)),
    )


def _own_share(people: Mapping[Segment, int] | None) -> float | None:
    """Those who pay their own contributions among all."""
    whole = sum(people.values()) if people else 0
    return people[Segment.BPU] / whole if people and whole else None
