"""What the region is made of, best first, each a link one step down."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cakupan.texts.number_format import count, percent, points
from layouts.captions import short_period
from layouts.card import head
from layouts.daerah.region_profile import Profile
from layouts.page_ids.daerah import DaerahId as Id
from layouts.region_path import region_path
from layouts.view import Changes, Slot, View

SLOTS: tuple[Slot, ...] = ((Id.PARTS, "children"), (Id.PARTS, "hidden"))
_COLUMNS = ("rank", "region", "coverage", "points", "participants", "workers")


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.PARTS, className="card region-parts")


def changes(profile: Profile) -> Changes:
    """The card filled; a kabupaten or kota has none."""
    view = profile.view
    rows = view.summary.ranking.to_dict("records")
    if not rows:
        return {(Id.PARTS, "children"): None, (Id.PARTS, "hidden"): True}
    period = short_period(view.summary.headline.period, view)
    title = view.words("daerah.parts.title", total=len(rows), parts=view.parts_word)
    return {
        (Id.PARTS, "hidden"): False,
        (Id.PARTS, "children"): [
            html.Header(
                head(title, view.words("daerah.parts.subtitle", period=period)),
                className="card-head",
            ),
            html.Div(
                html.Table(
                    [html.Thead(html.Tr(_header(view))), html.Tbody([_row(r, view) for r in rows])],
                    className="figures",
                ),
                className="table-scroll",
            ),
        ],
    }


def _header(view: View) -> list[Component]:
    return [html.Th(view.words(f"ringkasan.column.{name}"), scope="col") for name in _COLUMNS]


def _row(record: dict[Any, Any], view: View) -> html.Tr:
    region, language = view.reference.directory[record["region_code"]], view.language
    cells = (
        percent(record["coverage"], language),
        points(record["points"], language),
        count(record["participants"], language),
        count(record["workers"], language),
    )
    return html.Tr(
        [
            html.Td(count(record["rank"], language)),
            html.Td(dcc.Link(region.short_name, href=region_path(region.code))),
            *map(html.Td, cells),
        ]
    )
