"""Scores of all that can be compared, and the reasons of those that cannot."""

from functools import partial
from itertools import groupby

from dash.development.base_component import Component

from cakupan.analytics.contest import Criterion, Unfit
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.row_chart import Column
from cakupan.charts.score_bars import Scored, score_bars
from cakupan.domain.measures import Segment
from cakupan.texts.number_format import percent
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import coverage_behind
from layouts.card import ChartCard, Filling
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.head_card import title
from layouts.paritrana.presets import scored_caption
from layouts.paritrana.records import ParitranaView
from layouts.paritrana.scores_data import score_columns, score_plan
from layouts.view import Changes

CARD = ChartCard(
    head=Id.SCORES_HEAD,
    box=Id.SCORES_BOX,
    graph=Id.SCORES,
    foot=Id.SCORES_FOOT,
    table=Id.SCORES_TABLE,
    name="paritrana-scores",
    min_height=300,
    scrolls=True,
)
_COLOURS = dict(zip(Criterion, (Segment.PU, Segment.BPU, Segment.JAKON, Segment.PMI), strict=True))


def changes(page: ParitranaView) -> Changes:
    """The card filled."""
    words = page.words
    message = title(page)
    subtitle = words("paritrana.scores.subtitle", parts=page.view.parts_word, span=page.span_name)
    return CARD.changes(
        Filling(
            title=words("paritrana.scores.title"),
            subtitle=subtitle,
            figure=_figure(page),
            alt=words("paritrana.scores.alternative", message=message),
            caption=scored_caption(page),
            table=_table(page, subtitle),
            plan=partial(score_plan, page),
            behind=coverage_behind(page.view),
            sample=page.sample,
            key=[_key(page), *_unfit(page)],
            empty=not page.ranked,
        ),
        words,
    )


def _figure(page: ParitranaView) -> Figure:
    words, style = page.words, page.view.style
    if not page.ranked:
        return empty_figure(words("paritrana.head.nobody"), style)
    return score_bars(
        [_scored(code, page) for code in page.ranked],
        (
            Column(words("paritrana.column.score"), 64, narrow=56),
            Column(words("paritrana.column.kept"), 78, narrow=0),
            Column(words("paritrana.column.ranks"), 78, narrow=64),
        ),
        style,
    )


def _scored(code: str, page: ParitranaView) -> Scored:
    standing = page.standings[code]
    parts = {step.criterion: step.part for step in standing.steps}
    lines = [
        f"{page.short_name(name)}: {step.part}"
        for name, step in zip(parts, page.steps[code], strict=True)
    ]
    return Scored(
        name=f"{page.rank_text(code)}. {page.name(code)}",
        parts=tuple(parts.get(criterion, 0.0) for criterion in Criterion),
        cells=(
            f"<b>{page.score_text(standing.score, 1)}</b>",
            percent(standing.kept, page.view.language, 0),
            page.range_text(standing.low, standing.high),
        ),
        hover="<br>".join([f"<b>{page.name(code)}</b>", *lines]),
    )


def _key(page: ParitranaView) -> html.Ul:
    """What each part of a bar stands for, with its share of the weights."""
    return html.Ul(
        [
            html.Li(
                [
                    html.I(className=f"swatch {_COLOURS[criterion].value}", **aria(hidden="true")),
                    f"{page.short_name(criterion)} {page.share_text(criterion)}",
                ]
            )
            for criterion in page.contest.weights
        ],
        className="score-key",
    )


def _unfit(page: ParitranaView) -> list[Component]:
    """Who takes no part, by reason."""
    found = sorted(page.contest.unfit.items(), key=lambda item: [*Unfit].index(item[1]))
    if not found:
        return []
    lines = []
    for reason, group in groupby(found, key=lambda item: item[1]):
        names = ", ".join(page.name(code) for code, _ in group)
        lines.append(html.Li([html.B(names), ": ", page.words(f"paritrana.unfit.{reason.value}")]))
    heading = html.P(page.words("paritrana.scores.unfit", count=len(found)))
    return [html.Div([heading, html.Ul(lines)], className="unfit")]


def _table(page: ParitranaView, caption_text: str) -> FiguresTable:
    """Ranks and how sure they are; what they are made of stands on the sheet."""
    words = page.words
    names = ("region", "rank", "score", "kept", "ranks", "rounding")
    rows = [
        (
            page.name(code),
            page.rank_text(code),
            page.score_text(one.score),
            percent(one.kept, page.view.language, 1),
            page.range_text(one.low, one.high),
            page.range_text(one.best, one.worst),
        )
        for code in page.ranked
        for one in (page.standings[code],)
    ]
    heads = [words(f"paritrana.column.{name}") for name in names]
    return FiguresTable(caption_text, heads, rows, score_columns(page))
