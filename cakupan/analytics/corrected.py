"""Figures that persons corrected: what is shown that rests on them, and which fit no more."""

from collections.abc import Collection, Iterable, Iterator

import pandas as pd

from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.corrections import Correction, Fit
from cakupan.domain.figures import FigureKey
from cakupan.domain.flags import Flag, FlagCode, FlagKey, FlagSeverity
from cakupan.domain.measures import Basis, Measure
from cakupan.domain.periods import Period
from cakupan.domain.regions import NATION_CODE

_SEVERITIES = {
    Fit.NEEDLESS: FlagSeverity.NOTE,
    Fit.OUTDATED: FlagSeverity.RED,
    Fit.BASELESS: FlagSeverity.RED,
}


def beneath(
    corrections: Iterable[Correction],
    panel: Panel,
    *,
    period: Period,
    base: Measure,
    basis: Basis,
    publishers: Collection[str],
) -> list[Correction]:
    """Those that the coverage of a month rests on, or that of the same month a year before.

    Participants of either month, counted on ``basis``, and the workforce they are measured by.
    """
    months = (period, period.same_month_last_year())
    return [
        one
        for one in corrections
        if one.holds
        and one.figure.key.publisher in publishers
        and any(_rests_on(one.figure.key, panel, month, base, basis) for month in months)
    ]


def _rests_on(key: FigureKey, panel: Panel, month: Period, base: Measure, basis: Basis) -> bool:
    if key.programme or key.group or key.region_code not in panel.directory:
        return False
    if key.measure is Measure.PARTICIPANTS_ACTIVE:
        return key.basis is basis and month_number(key.period.end) == month_number(month.end)
    newest = panel.in_month([key.region_code], month)["workers_newest"].iloc[0]
    return key.measure is base and pd.Timestamp(newest) == pd.Timestamp(key.period.start)


def corrections_within(corrections: Iterable[Correction], region_code: str) -> list[Correction]:
    """Those of a region and of all below it."""
    prefix = "" if region_code == NATION_CODE else region_code
    return [one for one in corrections if one.figure.key.region_code.startswith(prefix)]


def unfit_flags(corrections: Iterable[Correction]) -> Iterator[Flag]:
    """A flag for each correction that counts and no longer answers what the files say.

    What they say now is part of its key: a decision about it is about no later value.
    """
    for one in corrections:
        if not one.holds or one.fit is Fit.FITS:
            continue
        yield Flag(unfit_key(one), _SEVERITIES[one.fit], {"fit": one.fit.value})


def unfit_key(correction: Correction) -> FlagKey:
    """The key of that flag."""
    key = correction.figure.key
    parts = (key.measure.value, key.publisher, key.segment.value, key.programme, key.group)
    subject = "|".join((*parts, key.basis.value, str(correction.stated_now or "")))
    return FlagKey(FlagCode.CORRECTION_UNFIT, key.region_code, key.period.text, subject)
