"""The way from the nation down to the region, and what can be done with its page."""

from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.records import replace
from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.choices import Choices
from layouts.page_ids.daerah import DaerahId as Id
from layouts.region_path import region_path
from layouts.view import Changes, Slot, View

COMPARE_PATH = "/wilayah"
COMPARED = "bandingkan"

SLOTS: tuple[Slot, ...] = (
    (Id.PATHWAY, "children"),
    (Id.PATHWAY, "aria-label"),
    (Id.PAPER, "children"),
    (Id.COMPARE, "children"),
)


def at_rest(words: Words) -> html.Div:
    """The line above the cards before it is known which region it leads to."""
    return html.Div(
        className="pathway",
        children=[
            html.Nav(id=Id.PATHWAY, **aria(label=words("daerah.pathway.name"))),
            html.P(id=Id.PAPER, className="paper-only"),
            html.Div(
                className="actions",
                children=[
                    html.Span(id=Id.COMPARE),
                ],
            ),
        ],
    )


def changes(view: View) -> Changes:
    """The line for the region shown."""
    words, above = view.words, ancestors(view.region, view)
    return {
        (Id.PATHWAY, "children"): html.Ol([*map(_step, above), _here(view.region)]),
        (Id.PATHWAY, "aria-label"): words("daerah.pathway.name"),
        (Id.PAPER, "children"): words("daerah.paper"),
        (Id.COMPARE, "children"): dcc.Link(
            words("daerah.compare"),
            href=_comparison([view.region, *reversed(above)][:2], view.choices),
            className="quiet-button",
        )
        if above
        else None,
    }


def ancestors(region: Region, view: View) -> list[Region]:
    """What the region is a part of, the nation first."""
    if region.parent_code is None:
        return []
    parent = view.reference.directory[region.parent_code]
    return [*ancestors(parent, view), parent]


def _step(region: Region) -> Component:
    return html.Li(dcc.Link(region.short_name, href=region_path(region.code)))


def _here(region: Region) -> Component:
    return html.Li(html.Span(region.short_name, **aria(current="page")))


def _comparison(regions: list[Region], choices: Choices) -> str:
    """The region beside what it is a part of, with the choices that hold here."""
    codes = ",".join(region.code for region in regions)
    here = replace(choices, region_code=choices.region_code[:2], of_page=((COMPARED, codes),))
    return f"{COMPARE_PATH}{here.query}"
