"""A sheet for a judge to fill by hand: it stands on paper alone."""

import dash_mantine_components as dmc
from dash import html

from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.records import ParitranaView
from layouts.view import Changes, Slot, localized

SLOTS: tuple[Slot, ...] = ((Id.JURY, "children"),)


def at_rest() -> html.Section:
    """The sheet before any region has come."""
    return html.Section(id=Id.JURY, className="jury-sheet paper-only")


def changes(page: ParitranaView) -> Changes:
    """A row for each region that takes part, a column for each criterion that judges score."""
    words, language = page.words, page.view.language
    scored = [localized(one, "name", language) for one in page.view.reference.scored_criteria]
    heads = [words("paritrana.column.region"), words("paritrana.column.score"), *scored]
    rows = [
        [page.name(code), page.score_text(page.standings[code].score), *("" for _ in scored)]
        for code in page.ranked
    ]
    signatures = ("judge", "day", "signature")
    return {
        (Id.JURY, "children"): [
            html.H2(words("paritrana.jury.title", region=page.view.region.name)),
            html.P(words("paritrana.jury.lead")),
            dmc.Table(data={"head": heads, "body": rows}),
            html.Ul([html.Li(words(f"paritrana.jury.{name}")) for name in signatures]),
        ]
    }
