"""The four dials of the what-if: how far each goes, and what was observed of it so far."""

from decimal import Decimal

import numpy as np

from cakupan.texts.number_format import count, growth
from layouts.captions import short_period
from layouts.ids import TargetControlId as Control
from layouts.target.asked import LAST_YEAR, LEAST_GROWTH, MOST_A_MONTH, MOST_GROWTH, in_percent
from layouts.target.dial import Dial
from layouts.target.records import TargetView

PAIRS = (
    (Control.GROWTH, Control.GROWTH_SLIDE),
    (Control.A_MONTH, Control.A_MONTH_SLIDE),
    (Control.YEAR, Control.YEAR_SLIDE),
    (Control.RATIO, Control.RATIO_SLIDE),
)


def dials(target: TargetView) -> list[Dial]:
    """The dials showing what is assumed."""
    asked, first = target.asked, target.view.summary.headline.period.year
    assumed = asked.assumed
    most = _round_up(max(asked.stated.a_month, assumed.a_month, _needed(target), 50) * 2)
    return [
        Dial(
            *PAIRS[0],
            value=in_percent(assumed.growth),
            low=min(Decimal(-3), in_percent(assumed.growth)),
            high=max(Decimal(5), in_percent(assumed.growth)),
            step=Decimal("0.1"),
            least=LEAST_GROWTH,
            most=MOST_GROWTH,
            places=2,
            hint=_growth_hint(target),
        ),
        Dial(
            *PAIRS[1],
            value=Decimal(assumed.a_month),
            low=Decimal(0),
            high=Decimal(most),
            step=Decimal(max(1, most // 200)),
            least=Decimal(0),
            most=Decimal(MOST_A_MONTH),
            places=0,
            hint=_people_hint(target),
        ),
        Dial(
            *PAIRS[2],
            value=Decimal(assumed.year),
            low=Decimal(first),
            high=Decimal(max(first + 20, assumed.year)),
            step=Decimal(1),
            least=Decimal(first),
            most=Decimal(LAST_YEAR),
            places=0,
        ),
        Dial(
            *PAIRS[3],
            value=in_percent(assumed.ratio),
            low=Decimal(0),
            high=Decimal(100),
            step=Decimal("0.5"),
            least=Decimal("0.01"),
            most=Decimal(100),
            places=2,
        ),
    ]


def _needed(target: TargetView) -> int:
    return (target.answer.outcome.a_month or 0) if target.answer else 0


def _round_up(people: int) -> int:
    """One or two leading digits: the end of a scale."""
    unit = int("1" + "0" * max(0, len(str(people)) - 2))
    return -(-people // unit) * unit


def _growth_hint(target: TargetView) -> str:
    """How the workforce has grown a year from the first comparable month to the one shown."""
    headline, line = target.view.summary.headline, target.view.summary.trend
    start = target.answer.assessment.start if target.answer else None
    if start is None or not headline.workers:
        return ""
    years = headline.period.year - start.year
    [before] = line["workers"].to_numpy()[line["date"].to_numpy() == np.datetime64(start)]
    rate = (headline.workers / before) ** (1 / years) - 1
    return target.words(
        "target.assume.observed_growth",
        growth=growth(rate, target.words.language),
        first=start.year,
        last=headline.period.year,
    )


def _people_hint(target: TargetView) -> str:
    """How many came each month of the past year."""
    view, change = target.view, target.view.summary.year_on_year
    if change.participants_change is None:
        return ""
    first, last = (short_period(period, view) for period in (change.from_period, change.to_period))
    monthly = count(round(change.participants_change / 12), view.language)
    return view.words("target.assume.observed_people", first=first, last=last, people=monthly)
