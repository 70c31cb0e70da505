"""Flags of the computed figures: whose coverage or growth of a month needs a person's word.

Every flag is stated once a fault, by a key that is the same tomorrow. Nothing is removed or changed
here; what a decision does to rankings stands in rulings.py.
"""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

from cakupan.analytics.breaks import breaks
from cakupan.analytics.kinds import KIND_COLUMNS, changes_between, differences
from cakupan.analytics.months import month_number, month_texts
from cakupan.analytics.outliers import (
    THRESHOLD,
    exchanged,
    log_change,
    modified_z,
    power_of_ten,
)
from cakupan.analytics.panel import Panel
from cakupan.domain.flags import Flag, FlagCode, FlagKey, FlagSeverity
from cakupan.domain.periods import Period

# A change of coverage beyond this in a year asks for a look (10 points).
JUMP_BEYOND = Fraction(1, 10)
# Growth is held against that of the siblings where there are this many.
FEWEST_SIBLINGS = 5
# A slip of the decimal sign explains a value that agrees so closely once it is undone (a ratio).
SLIP_WITHIN = 1.25

_COUNTS = ("participants", "workers")
_COMPARED = (*_COUNTS, "coverage", *KIND_COLUMNS)


def coverage_flags(
    panel: Panel, codes: Sequence[str], period: Period, *, denominator_id: str
) -> list[Flag]:
    """Coverage above 1 (red), a jump of more than 10 points in a year, and up then down by as much.

    A jump is no fault of the figures across a break, which is told as a break instead.
    """
    earlier = period.same_month_last_year()
    oldest = earlier.same_month_last_year()
    now, before, first = (
        panel.in_month(codes, when, only=_COMPARED) for when in (period, earlier, oldest)
    )
    jumped = _jumps(before, now)
    sawtooth = jumped * _jumps(first, before) < 0
    found = []
    for place in np.flatnonzero(now["coverage"].to_numpy() > 1).tolist():
        key = FlagKey(FlagCode.COVERAGE_ABOVE_ONE, codes[place], "", denominator_id)
        details = {**_counts(now, place), "month": period.text}
        found.append(Flag(key, FlagSeverity.RED, details))
    for place in np.flatnonzero(jumped).tolist():
        code = FlagCode.COVERAGE_SAWTOOTH if sawtooth[place] else FlagCode.COVERAGE_JUMP
        key = FlagKey(code, codes[place], period.text, denominator_id)
        details = {**_counts(now, place), **_counts(before, place, "_before")}
        if sawtooth[place]:
            details |= _counts(first, place, "_first")
        found.append(Flag(key, FlagSeverity.AMBER, details))
    return found


def growth_flags(panel: Panel, parent: str, period: Period) -> list[Flag]:
    """Parts whose participants moved unlike those of the other parts in a year.

    By the modified z-score of log changes beyond 3,5. Where a slip of the decimal sign or an
    exchange of two parts' values explains it, that is what the flag says.
    """
    then, later = _year_of_parts(panel, parent, period)
    if len(then) < FEWEST_SIBLINGS:
        return []
    changes = {code: log_change(then[code], later[code]) or 0.0 for code in then}
    scores = dict(zip(changes, modified_z(list(changes.values())), strict=True))
    swapped = exchanged(then, later)
    usual = float(np.exp(np.median(list(changes.values()))))
    return [
        _grown(code, period, (int(then[code]), int(later[code])), usual, swapped.get(code))
        for code in then
        if abs(scores[code]) > THRESHOLD
    ]


def _year_of_parts(
    panel: Panel, parent: str, period: Period
) -> tuple[dict[str, float], dict[str, float]]:
    """Participants of the parts a year before and now, where both are above 0 and of one kind."""
    codes = [part.code for part in panel.directory.parts(parent)]
    now, before = (
        panel.block(codes, [month_number(when.end)], only=("participants", *KIND_COLUMNS))
        for when in (period, period.same_month_last_year())
    )
    apart = np.logical_or.reduce(list(differences(before, now).values()))
    then, later = (block["participants"][:, 0] for block in (before, now))
    # NaN is not above 0.
    kept = np.flatnonzero((then > 0) & (later > 0) & ~apart[:, 0]).tolist()
    return (
        {codes[place]: float(then[place]) for place in kept},
        {codes[place]: float(later[place]) for place in kept},
    )


def _grown(
    code: str, period: Period, counts: tuple[int, int], usual: float, owner: str | None
) -> Flag:
    before, after = counts
    details: dict[str, str | int] = {
        "participants_before": before,
        "participants": after,
        "usual": f"{usual - 1:.6f}",
    }
    kind = FlagCode.GROWTH_OUTLIER
    places = power_of_ten(after, before * usual, within=SLIP_WITHIN)
    if owner is not None:
        kind, details = FlagCode.VALUES_EXCHANGED, {**details, "other": owner}
    elif places:
        kind, details = FlagCode.DIGIT_SLIP, {**details, "places": places}
    severity = FlagSeverity.AMBER if kind is FlagCode.GROWTH_OUTLIER else FlagSeverity.RED
    return Flag(FlagKey(kind, code, period.text), severity, details)


def workforce_flags(
    employed: Panel, labour_force: Panel, codes: Sequence[str], period: Period
) -> list[Flag]:
    """Regions with more employed than labour force in one period: a subset above its set."""
    part, whole = (
        panel.in_month(codes, period, only=("workers", "workers_newest"))
        for panel in (employed, labour_force)
    )
    above = (part["workers"] > whole["workers"]) & (
        part["workers_newest"] == whole["workers_newest"]
    )
    return [
        Flag(
            FlagKey(FlagCode.EMPLOYED_ABOVE_FORCE, codes[place], period.text),
            FlagSeverity.RED,
            {
                "employed": int(part["workers"].iloc[place]),
                "labour_force": int(whole["workers"].iloc[place]),
            },
        )
        for place in np.flatnonzero(above.to_numpy()).tolist()
    ]


def missing_flags(
    panel: Panel, parent: str, period: Period, *, denominator_id: str, stale: Collection[str]
) -> list[Flag]:
    """What a region's parts lack in a month, so that its total rests on fewer: one flag a lack.

    Participants, where other parts have them; a workforce for participants there are; ``stale``
    are the parts whose workforce is too old (quality.py decides).
    """
    codes = [part.code for part in panel.directory.parts(parent)]
    now = panel.block(codes, [month_number(period.end)], only=_COUNTS)
    counted, measured = (~np.isnan(now[name][:, 0]) for name in _COUNTS)
    lacking = (
        (FlagCode.PARTS_MISSING, "", ~counted),
        (FlagCode.WORKFORCE_MISSING, denominator_id, counted & ~measured),
        (FlagCode.WORKFORCE_STALE, denominator_id, np.array([code in stale for code in codes])),
    )
    if not counted.any():
        return []
    return [
        Flag(
            FlagKey(code, parent, period.text, subject),
            FlagSeverity.AMBER,
            {
                "count": int(lacks.sum()),
                "total": len(codes),
                "regions": ",".join(codes[place] for place in np.flatnonzero(lacks)),
            },
        )
        for code, subject, lacks in lacking
        if lacks.any()
    ]


def break_flags(
    panel: Panel, codes: Sequence[str], *, until: Period, denominator_id: str
) -> list[Flag]:
    """The register of breaks: no rise or fall is told there, for the figures changed in kind."""
    return [flag for code in codes for flag in _breaks(panel, code, until, denominator_id)]


def _breaks(panel: Panel, code: str, until: Period, denominator_id: str) -> Iterator[Flag]:
    for one in breaks(panel, code, until=until.end, decided=True):
        before, after = month_texts(pd.Index([one.before, one.after]))
        named = {
            f"{change.value}_{place}": publisher
            for change, publishers in one.publishers.items()
            for place, publisher in zip(("before", "after"), publishers, strict=True)
        }
        details = {"before": before, "changes": ",".join(one.changes), **named}
        # One that shows whatever the base is decided about once for all of them.
        of_any = all(change.of_participants for change in one.changes)
        key = FlagKey(FlagCode.SERIES_BREAK, code, after, "" if of_any else denominator_id)
        yield Flag(key, FlagSeverity.NOTE, details)


def _jumps(before: pd.DataFrame, after: pd.DataFrame) -> np.ndarray:
    """1 for a jump up, −1 for one down, else 0, as across a break.

    In whole numbers, ``|N1·D0 − N0·D1|·10 > D0·D1``: exactly 10 points are none.
    """
    known = before["coverage"].notna() & after["coverage"].notna()
    judged = known & ~changes_between(before, after).any(axis=1)
    (n_before, d_before), (n_after, d_after) = (
        [frame[name].where(judged, 0).to_numpy().astype("int64") for name in _COUNTS]
        for frame in (before, after)
    )
    moved = n_after * d_before - n_before * d_after
    beyond = np.abs(moved) * JUMP_BEYOND.denominator > d_before * d_after * JUMP_BEYOND.numerator
    return np.where(beyond, np.sign(moved), 0)


def _counts(frame: pd.DataFrame, place: int, suffix: str = "") -> dict[str, str | int]:
    return {f"{name}{suffix}": int(frame[name].iloc[place]) for name in _COUNTS}
