"""A code that is no region: said in a friendly way, with the regions it may have meant."""

from collections.abc import Sequence

from dash import dcc

from cakupan.domain.regions import Region, RegionDirectory
from cakupan.texts import Words
from layouts import elements as html
from layouts.daerah.page_frame import FRAME
from layouts.region_path import region_path
from layouts.view import Changes

_LONGEST = 40


def unknown(
    asked: str, meant: Sequence[Region], directory: RegionDirectory, words: Words
) -> Changes:
    """The message in the page's stead; nothing is guessed, the reader chooses."""
    shown = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]}…"
    offers = [
        html.Li(
            [
                dcc.Link(region.name, href=region_path(region.code)),
                html.Small(_place(region, directory)),
            ]
        )
        for region in meant
    ]
    key = "meant" if offers else "lead"
    return FRAME.message(
        html.H1(words("daerah.unknown.title", asked=shown)),
        html.P(words(f"daerah.unknown.{key}"), className="lead"),
        *([html.Ul(offers, className="offers")] if offers else []),
        dcc.Link(words("daerah.unknown.nation"), href=region_path("00"), className="button"),
    )


def _place(region: Region, directory: RegionDirectory) -> str:
    parent = directory[region.parent_code].name if region.parent_code else ""
    return f" {region.code} · {parent}".rstrip(" ·")
