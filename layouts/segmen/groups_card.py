"""Vulnerable workers by group."""

from functools import partial

from cakupan.analytics.tally import WHOLE
from cakupan.charts.empty import empty_figure
from cakupan.texts.number_format import count
from layouts.card import Filling
from layouts.edition import edition_part
from layouts.figures_table import FiguresTable
from layouts.segmen.cards import GROUPS
from layouts.segmen.reach_rows import reach_behind, reach_chart, reach_columns, reach_plan
from layouts.segmen.records import SegmenView
from layouts.view import Changes


def changes(segmen: SegmenView) -> Changes:
    """The card filled; without a count of vulnerable workers it says so."""
    words, vulnerable = segmen.words, segmen.vulnerable
    groups = vulnerable.groups if vulnerable else ()
    named = [(segmen.group_name(one.kind), one) for one in groups]
    shown = [(name, one) for name, one in named if one.kind != WHOLE and one.workers is not None]
    title = words("segmen.groups.plain")
    if shown:
        name, most = max(shown, key=lambda row: row[1].gap or 0)
        gap = count(most.gap, segmen.view.language)
        title = words("segmen.groups.title", group=name, gap=gap)
    subtitle = words("segmen.groups.subtitle", year=vulnerable.year.text if vulnerable else "")
    return GROUPS.changes(
        Filling(
            title=title,
            subtitle=subtitle if vulnerable else words("segmen.groups.none"),
            figure=reach_chart(shown, segmen)
            if shown
            else empty_figure(words("segmen.groups.none"), segmen.view.style),
            alt=words("segmen.groups.alternative", message=title),
            caption=vulnerable_caption(segmen),
            table=FiguresTable.of(
                title, reach_columns(named, "group", segmen), segmen.view.language
            ),
            empty=not shown,
            plan=partial(reach_plan, shown, "group", segmen),
            behind=reach_behind(segmen),
            sample=vulnerable is not None and vulnerable.sample,
        ),
        words,
    )


def vulnerable_caption(segmen: SegmenView) -> str:
    """Source and year, whether it is a sample, and the release."""
    words, vulnerable = segmen.words, segmen.vulnerable
    if vulnerable is None:
        return ""
    told = [words("segmen.groups.caption", year=vulnerable.year.text)]
    told += [words("ringkasan.sample")] if vulnerable.sample else []
    return " · ".join([*told, *edition_part(segmen.view)])
