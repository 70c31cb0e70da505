"""How far the figures of a month can be quoted: marks of quality with what persons decided."""

from collections.abc import Iterator, Sequence

import numpy as np

from cakupan.analytics.corrected import unfit_flags
from cakupan.analytics.grades import Graded
from cakupan.analytics.months import month_number
from cakupan.analytics.quality import Known, Mark, quality_marks
from cakupan.analytics.rulings import ruled
from cakupan.analytics.summary import Headline
from cakupan.domain.counting import USUAL
from cakupan.domain.flags import FlagSeverity, Verdict
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.regions import NATION_CODE, Region
from cakupan.storage.queries.provisional import provisional_figures
from callbacks.corrections import corrections_beneath
from callbacks.figures import Figures
from callbacks.mutu_flags import computed_flags


def graded(figures: Figures, region: Region, headline: Headline, denominator_id: str) -> Graded:
    """The grade of one region's coverage in a month."""
    return figures.recent(
        "graded",
        (region.code, denominator_id, headline.period.text),
        lambda: graded_together(figures, [region.code], headline.period, denominator_id),
    )


def known_of(figures: Figures, period: Period, denominator_id: str) -> Known:
    """What is known of all regions in a month beside their counts."""
    return figures.recent(
        "known", (period.text, denominator_id), lambda: _known(figures, period, denominator_id)
    )


def graded_together(
    figures: Figures, codes: Sequence[str], period: Period, denominator_id: str
) -> Graded:
    """The grade of what rests on the coverage of several regions: the worst of theirs."""
    panel = figures.panel(denominator_id)
    now, before = (panel.in_month(codes, when) for when in (period, period.same_month_last_year()))
    known = known_of(figures, period, denominator_id)
    marks = quality_marks(now, before, panel, period=period, known=known)
    return Graded.of(mark for mark in Mark if marks[mark].any())


def _known(figures: Figures, period: Period, denominator_id: str) -> Known:
    decisions = figures.decisions()
    codes = [NATION_CODE, *(region.code for region in figures.reference.directory)]
    decided = ruled(decisions.values(), set(codes), denominator_id=denominator_id, period=period)
    flags = computed_flags(figures, period=period, denominator_id=denominator_id)
    return Known(
        excluded=frozenset(
            one.flag.region_code for one in decided if one.verdict is Verdict.EXCLUDED
        ),
        open_red=frozenset(
            flag.key.region_code
            for flag in flags
            if flag.severity is FlagSeverity.RED
            and flag.key not in decisions
            and flag.key.subject in {"", denominator_id}
        )
        | _unfit(figures, period, denominator_id),
        provisional=frozenset(_provisional(figures, period, denominator_id)),
    )


def _unfit(figures: Figures, period: Period, denominator_id: str) -> set[str]:
    """Regions with a correction beneath the month that fits no more, with no decision about it."""
    beneath = corrections_beneath(figures, denominator_id, period, basis=USUAL.basis)
    return {
        flag.key.region_code
        for flag in unfit_flags(beneath)
        if flag.severity is FlagSeverity.RED and flag.key not in figures.decisions()
    }


def _provisional(figures: Figures, period: Period, denominator_id: str) -> Iterator[str]:
    """Regions whose count or base of the month was called so, and those they are parts of."""
    base = figures.reference.denominator(denominator_id).measure
    stated = figures.recent(
        "provisional",
        (denominator_id,),
        lambda: provisional_figures(
            figures.reader,
            measures=(Measure.PARTICIPANTS_ACTIVE, base),
            publishers=figures.publishers,
        ),
    )
    if not stated:
        return
    panel = figures.panel(denominator_id)
    codes = [region.code for region in figures.reference.directory]
    bases = panel.in_month(codes, period)["workers_newest"]
    for region, measure, text in stated:
        if measure is Measure.PARTICIPANTS_ACTIVE:
            holds = month_number(Period(text).end) == month_number(period.end)
        else:
            holds = bases.get(region) == np.datetime64(Period(text).start)
        if holds:
            yield from {region, region[:2], NATION_CODE}
