"""The ranked parts of the region."""

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.messages import ranking_message
from cakupan.charts.ranking import drawn_marks, ranking
from cakupan.charts.target_marks import round_percent
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_format import MISSING, is_missing, percent
from layouts.behind import coverage_behind
from layouts.captions import ranked_caption, short_period
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.plan_marks import plan_marks
from layouts.ringkasan.cards import RANKING
from layouts.view import Changes, View

_NUMBERS = (
    ("participants", ColumnKind.COUNT),
    ("workers", ColumnKind.COUNT),
    ("coverage", ColumnKind.SHARE),
    ("points", ColumnKind.POINTS),
    ("growth", ColumnKind.GROWTH),
    ("rank", ColumnKind.RANK),
    ("rank_change", ColumnKind.CLIMB),
)


def changes(view: View) -> Changes:
    """The card filled. Parts without data are counted in the subtitle and listed in the table."""
    words = view.words
    frame = view.named(view.summary.ranking)
    known = frame[frame["coverage"].notna()]
    subtitle = _subtitle(view, known)
    return RANKING.changes(
        Filling(
            title=ranking_message(frame, view.summary.gaps, parts=view.parts_word, words=words),
            subtitle=subtitle,
            figure=_figure(view, known),
            alt=_alternative(view, known),
            caption=ranked_caption(view, set(frame["region_code"].tolist())),
            empty=known.empty,
            table=_table(subtitle, view, frame),
            plan=_plan(view, known),
            behind=coverage_behind(view),
            sample=view.summary.headline.sample,
        ),
        words,
    )


def _figure(view: View, known: pd.DataFrame) -> Figure:
    if known.empty:
        return empty_figure(view.words("ringkasan.ranking.empty"), view.style)
    return ranking(known, view.marks, view.style)


def _subtitle(view: View, known: pd.DataFrame) -> str:
    """What is ranked; what the lines are; and how many parts there is data of, unless all."""
    words, total = view.words, len(view.summary.ranking)
    period = short_period(view.summary.headline.period, view)
    parts = [words("ringkasan.ranking.subtitle", period=period)]
    targets = [round_percent(mark.ratio, view.language) for mark in drawn_marks(known, view.marks)]
    if targets:
        parts.append(words("ringkasan.ranking.lines", targets=", ".join(targets)))
    if len(known) < total:
        fields = {"known": len(known), "total": total, "parts": view.parts_word}
        parts.append(words("ringkasan.ranking.incomplete", **fields))
    return "; ".join(parts)


def _alternative(view: View, known: pd.DataFrame) -> str:
    if known.empty:
        return view.words("ringkasan.ranking.empty")
    names, coverage = known["name"].tolist(), known["coverage"].tolist()
    return view.words(
        "ringkasan.ranking.alternative",
        count=len(known),
        parts=view.parts_word,
        best=names[0],
        highest=percent(coverage[0], view.language),
        worst=names[-1],
        lowest=percent(coverage[-1], view.language),
    )


def _table(subtitle: str, view: View, frame: pd.DataFrame) -> FiguresTable:
    climbs = [_rank_change(change, view) for change in frame["rank_change"].tolist()]
    return FiguresTable.of(
        subtitle, _columns(view, frame), view.language, written={"rank_change": climbs}
    )


def _rank_change(change: float, view: View) -> str:
    """In words, so that it can be heard: naik 2, turun 1, tetap."""
    if is_missing(change):
        return MISSING
    direction = "up" if change > 0 else "down" if change < 0 else "same"
    return view.words(f"ringkasan.rank_change.{direction}", places=abs(int(change)))


def _columns(view: View, frame: pd.DataFrame) -> tuple[Column, ...]:
    columns = ColumnsOf(view.words, "ringkasan.column")
    return (
        columns.text("region", frame["name"]),
        *(columns.number(name, kind, frame[name]) for name, kind in _NUMBERS),
    )


def _plan(view: View, known: pd.DataFrame) -> BarPlan:
    columns = ColumnsOf(view.words, "ringkasan.column")
    coverage = columns.number("coverage", ColumnKind.SHARE, known["coverage"])
    marks = plan_marks(view.marks, view.language)
    return BarPlan(columns.text("region", known["name"]), (coverage,), marks)
