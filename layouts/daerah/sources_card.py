"""Where numerator and denominator come from: file, sheet, cells, loader and time."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from dash.development.base_component import Component

from cakupan.domain.shown import Shown
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.cards.origin import origin_table
from layouts.daerah.region_profile import Profile
from layouts.page_ids.daerah import DaerahId as Id
from layouts.records import Origin
from layouts.taken import as_data
from layouts.traced import Traced, source_columns
from layouts.view import Changes, View

_FEW = 12


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.SOURCES, className="card origins")


def changes(profile: Profile) -> Changes:
    """The card filled: every cell of a kabupaten, the files of a whole."""
    view = profile.view
    words = view.words
    subtitle = words("daerah.sources.subtitle", region=view.region.name)
    numerator = words("card.origin.numerator")
    denominator = words("card.origin.denominator", denominator=view.denominator_name)
    return {
        **as_data(Id.SOURCES, partial(_as_data, profile, subtitle)),
        (Id.SOURCES, "children"): [
            menu_of("sources", words("card.origin.title"), words),
            html.Header(head(words("card.origin.title"), subtitle), className="card-head"),
            html.Div(
                [
                    html.Section(_side(numerator, profile.traced[:1], view)),
                    html.Section(_side(denominator, profile.traced[1:], view)),
                ],
                className="origin",
            ),
        ],
    }


def _as_data(profile: Profile, subtitle: str) -> Shown:
    """Every figure with its cell, also where the page names the files alone."""
    view = profile.view
    title = view.words("card.origin.title")
    return Shown(
        name="sources",
        title=title,
        subtitle=subtitle,
        caption=caption(view),
        alt=title,
        columns=source_columns(profile.traced, view.reference, view.words),
        behind=tuple(one.behind for one in profile.traced),
        sample=view.summary.headline.sample,
        empty=not any(one.figures for one in profile.traced),
    )


def _side(title: str, traced: Sequence[Traced], view: View) -> list[Component]:
    figures = [figure for one in traced for figure in one.figures]
    if not figures:
        return [html.H3(title), html.P(view.words("card.origin.none"))]
    sheets: defaultdict[tuple[object, ...], list[Origin]] = defaultdict(list)
    for item in figures:
        sheets[item.file_name, item.sheet, item.loaded_by, item.loaded_at].append(item)
    files = [_file(rows, view) for rows in sheets.values()]
    if len(figures) > _FEW:
        return [html.H3(title), *files]
    return [html.H3(title), *files, origin_table(title, traced, view.reference, view.words)]


def _file(rows: Sequence[Origin], view: View) -> html.P:
    first = rows[0]
    return html.P(
        view.words(
            "daerah.sources.file",
            file=first.file_name,
            sheet=first.sheet,
            cells=", ".join(row.cell for row in rows[:5]) + ("…" if len(rows) > 5 else ""),
            figures=count(len(rows), view.language),
            who=first.loaded_by,
            moment=view.moment(first.loaded_at),
        ),
        className="file",
    )
