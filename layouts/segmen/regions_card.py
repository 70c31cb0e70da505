"""Vulnerable workers of each part, the lowest share first."""

from functools import partial

from cakupan.charts.empty import empty_figure
from cakupan.texts.number_format import percent
from layouts.card import Filling
from layouts.figures_table import FiguresTable
from layouts.segmen.cards import REGIONS
from layouts.segmen.groups_card import vulnerable_caption
from layouts.segmen.reach_rows import reach_behind, reach_chart, reach_columns, reach_plan
from layouts.segmen.records import SegmenView
from layouts.view import Changes


def changes(segmen: SegmenView) -> Changes:
    """The card filled."""
    words, vulnerable = segmen.words, segmen.vulnerable
    parts = vulnerable.parts if vulnerable else ()
    shown = sorted(
        ((region.short_name, one) for region, one in parts if one.share is not None),
        key=lambda row: row[1].share or 0,
    )
    title = words("segmen.regions.plain")
    if shown:
        name, least = shown[0]
        share = percent(least.share, segmen.view.language, 0)
        title = words("segmen.regions.title", region=name, share=share)
    return REGIONS.changes(
        Filling(
            title=title,
            subtitle=words("segmen.regions.subtitle", parts=segmen.view.parts_word),
            figure=reach_chart(shown, segmen)
            if shown
            else empty_figure(words("segmen.regions.none"), segmen.view.style),
            alt=words("segmen.regions.alternative", message=title, count=len(shown)),
            caption=vulnerable_caption(segmen),
            table=FiguresTable.of(
                title, reach_columns(shown, "region", segmen), segmen.view.language
            ),
            empty=not shown,
            plan=partial(reach_plan, shown, "region", segmen),
            behind=reach_behind(segmen),
            sample=vulnerable is not None and vulnerable.sample,
        ),
        words,
    )
