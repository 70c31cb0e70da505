"""Sheets for a judge to fill by hand, one a category of nominees: they stand on paper alone."""

from collections.abc import Sequence
from itertools import groupby

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.analytics.nominees import Placed
from layouts import elements as html
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.jury_weights import jury_share
from layouts.paritrana.records import ParitranaView
from layouts.view import Changes, Slot, localized

SLOTS: tuple[Slot, ...] = ((Id.JURY, "children"),)
_BLANK_ROWS = 10


def at_rest() -> html.Section:
    """The sheet before any region has come."""
    return html.Section(id=Id.JURY, className="jury-sheet paper-only")


def changes(page: ParitranaView) -> Changes:
    """A sheet for each category of the newest award; of the regions compared without nominees."""
    newest = max((one.dossier.nominee.award_year for one in page.nominees), default=None)
    invited = [one for one in page.nominees if one.dossier.nominee.award_year == newest]
    sheets = [
        _sheet(page.category_name(category), [*group], page)
        for category, group in groupby(invited, key=_category)
    ]
    return {(Id.JURY, "children"): sheets or [_sheet("", [], page)]}


def blank_scores(page: ParitranaView) -> dmc.Table:
    """Empty cells for the judges' scores of one nominee, criterion by criterion."""
    judges = [page.words("paritrana.jury.judge_number", number=number) for number in (1, 2, 3)]
    heads = [page.words("paritrana.dossier.column.criterion"), *judges]
    criteria = page.view.reference.scored_criteria
    rows = [[page.criterion_name(one.id), *("" for _ in judges)] for one in criteria]
    return dmc.Table(className="blank-scores paper-only", data={"head": heads, "body": rows})


def _category(placed: Placed) -> str:
    return placed.dossier.nominee.category


def _sheet(category: str, group: Sequence[Placed], page: ParitranaView) -> html.Div:
    words, region = page.words, page.view.region.name
    key = "title_of" if category else "title"
    heads = [
        words(f"paritrana.jury.{'nominee' if group else 'region'}"),
        words("paritrana.jury.data"),
        *_criteria(page),
    ]
    return html.Div(
        [
            html.H2(words(f"paritrana.jury.{key}", region=region, category=category)),
            html.P(words("paritrana.jury.lead")),
            dmc.Table(data={"head": heads, "body": _rows(group, page, len(heads))}),
            _signatures(page),
        ],
        className="one-sheet",
    )


def _rows(group: Sequence[Placed], page: ParitranaView, width: int) -> list[list[str]]:
    """Who is judged, with the score from data where there is one, and room to write."""
    if group:
        known = [(page.nominee_name(one.dossier.nominee), _by_data(one, page)) for one in group]
    else:
        known = [
            (page.name(code), page.score_text(page.standings[code].score)) for code in page.ranked
        ]
    rows = [[*texts, *([""] * (width - 2))] for texts in known]
    return rows or [[""] * width for _ in range(_BLANK_ROWS)]


def _by_data(placed: Placed, page: ParitranaView) -> str:
    score = page.score_by_data(placed.dossier.nominee)
    return "" if score is None else page.score_text(score)


def _criteria(page: ParitranaView) -> list[str]:
    """Inovasi (25,0%): the criteria that judges score, with their weights."""
    return [
        f"{localized(one, 'name', page.view.language)} ({jury_share(one.id, page)})"
        for one in page.view.reference.scored_criteria
    ]


def _signatures(page: ParitranaView) -> Component:
    lines = ("judge", "day", "signature")
    return html.Ul([html.Li(page.words(f"paritrana.jury.{name}")) for name in lines])
