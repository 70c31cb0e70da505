"""The page of one region at work: one callback draws it."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from dash import Dash

from cakupan.analytics.peers import Peers, peers
from cakupan.analytics.yearly import COLUMNS, Year, years
from cakupan.domain.records import replace
from cakupan.domain.regions import Region, RegionDirectory
from cakupan.texts import words
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, read_view
from callbacks.tracing import trace
from etl.region_codes import CodeAuthority
from etl.region_match import RegionMatcher
from layouts.behind import coverage_behind
from layouts.daerah import page
from layouts.daerah.page_frame import FRAME
from layouts.daerah.region_profile import Profile
from layouts.daerah.unknown import unknown
from layouts.region_path import code_in, region_at
from layouts.view import Changes, View

_MOST_OFFERED = 5
_LONGEST_ASKED = 80


class _OfRegion(NamedTuple):
    """What is worked out of a region at a month, whatever the language and the width."""

    peers: Peers
    course: pd.DataFrame
    years: Sequence[Year]


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    drawing(source).register(app)


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """Every card of the page, or who may have been meant by a code that is no region."""
    reference, language = figures.reference, words(found.choices.language)
    directory = reference.directory
    if region_at(request.path, directory) is None:
        asked = code_in(request.path) or ""
        # A matcher is made for whoever is mistaken, not at every start.
        matcher = RegionMatcher(directory, reference.aliases, reference.lineage)
        return unknown(asked, meant_by(asked, matcher, directory), directory, language)
    view = regional_view(figures, request, found)
    if view is None:
        return FRAME.nothing(found.region, language)
    return page.changes(profile(figures, view))


def regional_view(figures: Figures, request: Request, found: Settled) -> View | None:
    """The view of the region the path names; None where nobody in its province has data."""
    if not found.periods or found.choices.period is None:
        return None
    choices = replace(found.choices, region_code=found.region.code)
    return read_view(figures, choices, found.choices.period, compact=request.compact)


def profile(figures: Figures, view: View) -> Profile:
    """The view with what only this page asks for."""
    region = view.region
    of_region = figures.recent(
        "profile",
        (region.code, view.choices.denominator_id, view.summary.headline.period.text),
        lambda: _worked_out(figures, view),
    )
    return Profile(
        view=view,
        peers=of_region.peers,
        course=of_region.course,
        years=of_region.years,
        cited=figures.cited(region.code),
        traced=trace(figures, coverage_behind(view)),
    )


def _worked_out(figures: Figures, view: View) -> _OfRegion:
    region, period = view.region, view.summary.headline.period
    line = view.panel.line(region.code, until=period.end, only=COLUMNS)
    return _OfRegion(
        peers=peers(view.panel, region=region, period=period),
        course=figures.segment_course().line(region.code, until=period.end),
        years=years(line, month=period.end.month),
    )


def meant_by(asked: str, matcher: RegionMatcher, directory: RegionDirectory) -> list[Region]:
    """Regions that a word in the address may have meant, by code, name, alias or likeness."""
    text = asked.replace("-", " ").replace("+", " ").strip()[:_LONGEST_ASKED]
    if not text:
        return []
    matches = [
        *(matcher.by_code(text, authority=authority) for authority in CodeAuthority),
        matcher.by_name(text),
    ]
    codes = [code for one in matches for code in ([one.code] if one.code else one.candidates)]
    return [directory[code] for code in dict.fromkeys(codes)][:_MOST_OFFERED]
