"""The cards of the page as data: a row for each flag, check, break, decision and region."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from cakupan.analytics.completeness import COMPLETE, NOTHING
from cakupan.analytics.published_checks import Check
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.flags import Decision
from cakupan.domain.shown import Shown
from layouts.behind import coverage_behind
from layouts.captions import caption
from layouts.columns_of import ColumnsOf
from layouts.mutu.decisions import corrected_by, decided_by
from layouts.mutu.records import Case, MutuView, Place
from layouts.mutu.sentences import check_sentence, flag_name, flag_sentence

_TOPIC = "mutu.taken"


def mutu_shown(
    name: str, title: str, subtitle: str, columns: Sequence[Column], mutu: MutuView
) -> Shown:
    """A card of the page; it rests on the figures of the month shown."""
    first, *_ = columns
    return Shown(
        name=name,
        title=title,
        subtitle=subtitle,
        caption=caption(mutu.view),
        alt=title,
        columns=tuple(columns),
        behind=coverage_behind(mutu.view),
        sample=mutu.view.summary.headline.sample,
        empty=len(first.values) == 0,
    )


def case_columns(cases: Sequence[Case], mutu: MutuView) -> tuple[Column, ...]:
    """Flags or breaks: how grave, in a sentence, where, and what was decided."""
    columns = ColumnsOf(mutu.words, _TOPIC)
    places = ("; ".join(_place(one) for one in case.places) for case in cases)
    return (
        columns.text("severity", (_severity(case, mutu) for case in cases)),
        columns.text("flag", (flag_name(case.flag.key, mutu) for case in cases)),
        columns.text("sentence", (flag_sentence(case, mutu) for case in cases)),
        columns.text("places", places),
        columns.text("decision", (_decided(case, mutu) for case in cases)),
    )


def check_columns(checks: Sequence[Check], mutu: MutuView) -> tuple[Column, ...]:
    """Published figures and what became of checking them."""
    columns, words = ColumnsOf(mutu.words, _TOPIC), mutu.words
    return (
        columns.text("outcome", (words(f"mutu.outcome.{one.outcome.value}") for one in checks)),
        columns.text("sentence", (check_sentence(one, mutu) for one in checks)),
        columns.text("citation", (one.told.citation for one in checks)),
    )


def decision_columns(history: Sequence[Decision], mutu: MutuView) -> tuple[Column, ...]:
    """What persons decided, the newest first."""
    columns = ColumnsOf(mutu.words, _TOPIC)
    return (
        columns.text("flag", (flag_name(one.flag, mutu) for one in history)),
        columns.text("decision", (decided_by(one, mutu) for one in history)),
        columns.text("by", (one.by for one in history)),
        columns.text("at", (mutu.view.moment(one.at) for one in history)),
        columns.text("reason", (one.reason for one in history)),
    )


def completeness_columns(mutu: MutuView) -> tuple[Column, ...]:
    """Months a region is behind (empty where it never had any), and how many are complete."""
    columns, found = ColumnsOf(mutu.words, _TOPIC), mutu.completeness
    directory = mutu.view.reference.directory
    complete = (int((states == COMPLETE).sum()) for states in found.states)
    return (
        columns.text("region", (directory[code].short_name for code in found.codes)),
        columns.number("behind", ColumnKind.COUNT, found.behind),
        columns.number("complete", ColumnKind.COUNT, complete),
        columns.number("months", ColumnKind.COUNT, (len(states) for states in found.states)),
        columns.number("arrived", ColumnKind.COUNT, newest_arrivals(mutu)),
    )


def newest_arrivals(mutu: MutuView) -> list[float | None]:
    """For each region after how many days its newest month came in; None where nobody knows."""
    known = [days[states != NOTHING] for days, states in _grid(mutu)]
    return [None if not len(days) or np.isnan(days[-1]) else float(days[-1]) for days in known]


def _grid(mutu: MutuView) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    return zip(mutu.lateness, mutu.completeness.states, strict=True)


def base_columns(mutu: MutuView, known: pd.DataFrame) -> tuple[Column, ...]:
    """Coverage by every base, and how far the ends lie apart."""
    columns, directory = ColumnsOf(mutu.words, "mutu.column"), mutu.view.reference.directory
    names = [name for name in known.columns if name != "spread"]
    spread = mutu.words(f"{_TOPIC}.spread")
    return (
        columns.text("region", (directory[str(code)].short_name for code in known.index)),
        *(
            columns.number(
                str(name), ColumnKind.SHARE, known[name], title=mutu.base_names[str(name)]
            )
            for name in names
        ),
        columns.number("spread", ColumnKind.POINTS, known["spread"], title=spread),
    )


def _severity(case: Case, mutu: MutuView) -> str:
    return mutu.words(f"mutu.severity.{case.flag.severity.value}")


def _place(place: Place) -> str:
    return " ".join(part for part in (place.file_name, place.sheet, place.cell) if part)


def _decided(case: Case, mutu: MutuView) -> str:
    decided = [] if case.decision is None else [decided_by(case.decision, mutu)]
    return " ".join([*decided, *(corrected_by(one, mutu) for one in case.corrections)])
