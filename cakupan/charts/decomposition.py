"""Why coverage moved: its change in points as steps that lead from zero to the whole change."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cakupan.analytics.contributions import Contributions
from cakupan.analytics.growth import PointsChange
from cakupan.charts import Figure
from cakupan.charts.row_chart import Bar, Column, Row, Rules, row_chart
from cakupan.charts.theme import Style
from cakupan.texts.number_format import points

HATCH = "/"
"""Marks what the workforce did wherever it stands beside what participants did."""


def causes(change: PointsChange, style: Style) -> Figure:
    """Two steps, participants and workforce, and the whole change under them."""
    words, palette = style.words, style.palette
    parts, whole = float(change.participants_part), float(change.points)
    rows = [
        _step(words("charts.causes.participants"), (0.0, parts), change.participants_part, style),
        _step(words("charts.causes.workers"), (parts, whole), change.workers_part, style),
        _row(words("charts.causes.whole"), (0.0, whole), change.points, palette.ink, style),
    ]
    return _waterfall(rows, style)


def contribution_steps(
    found: Contributions, names: Sequence[str], remainder: str | None, style: Style
) -> Figure:
    """A step for each known part in the order given, one for the rest, and the whole change.

    ``names`` belong to ``found.known``; ``remainder`` is what the rest is called, None without one.
    """
    steps = [*((name, one.points) for name, one in zip(names, found.known, strict=True))]
    if remainder is not None:
        steps.append((remainder, found.remainder))
    rows, reached = [], Fraction(0)
    for name, change in steps:
        rows.append(_step(name, (float(reached), float(reached + change)), change, style))
        reached += change
    whole = style.words("charts.causes.whole")
    ink = style.palette.ink
    rows.append(_row(whole, (0.0, float(found.points)), found.points, ink, style))
    return _waterfall(rows, style)


def causes_by_part(parts: Sequence[tuple[str, PointsChange]], style: Style) -> Figure:
    """For each part two bars: from zero what participants did, from there what the workforce did.

    The second bar ends at the change of coverage.
    """
    rows = [_double(name, change, style) for name, change in parts]
    ends = [end for row in rows for end in (row.value, row.second.end if row.second else None)]
    columns = (
        Column(style.words("charts.causes.points"), 92, narrow=88),
        Column(style.words("charts.causes.by_participants"), 84, narrow=0),
        Column(style.words("charts.causes.by_workers"), 84, narrow=0),
    )
    rules = Rules([0.0], style.palette.muted)
    return row_chart(rows, columns, rules, span=_span(ends), style=style)


def _double(name: str, change: PointsChange, style: Style) -> Row:
    language, palette = style.language, style.palette
    first, end = float(change.participants_part), float(change.points)
    texts = [
        points(part, language)
        for part in (change.points, change.participants_part, change.workers_part)
    ]
    quiet = [f"<span style='color:{palette.muted}'>{_bare(text)}</span>" for text in texts[1:]]
    hover = style.words(
        "charts.causes.hover", whole=texts[0], participants=texts[1], workers=texts[2]
    )
    return Row(
        name=name,
        value=first,
        colour=palette.accent if first >= 0 else palette.fall,
        cells=(f"<b>{texts[0]}</b>", *quiet),
        hover=f"<b>{name}</b><br>{hover}",
        second=Bar(first, end, palette.target, HATCH),
    )


def _step(name: str, ends: tuple[float, float], change: Fraction, style: Style) -> Row:
    """A step up or down; the colour says which way, and so does the sign in its figure."""
    palette = style.palette
    return _row(name, ends, change, palette.accent if change >= 0 else palette.fall, style)


def _row(name: str, ends: tuple[float, float], change: Fraction, colour: str, style: Style) -> Row:
    text = points(change, style.language)
    return Row(
        name=name,
        value=ends[1],
        colour=colour,
        cells=(f"<b>{text}</b>",),
        hover=f"<b>{name}</b><br>{text}",
        start=ends[0],
    )


def _waterfall(rows: Sequence[Row], style: Style) -> Figure:
    ends = [end for row in rows for end in (row.start, row.value)]
    columns = (Column(style.words("charts.causes.points"), 100, narrow=92),)
    rules = Rules([0.0], style.palette.muted)
    return row_chart(rows, columns, rules, span=_span(ends), style=style, linked=True)


def _span(ends: Sequence[float | None]) -> tuple[float, float]:
    """From the lowest to the highest end and zero, with a little room."""
    known = [0.0, *_known(ends)]
    low, high = min(known), max(known)
    room = 0.03 * max(high - low, 0.0001)
    return (low - room if low else 0.0, high + room if high else 0.0)


def _known(ends: Sequence[float | None]) -> Iterator[float]:
    return (end for end in ends if end is not None)


def _bare(text: str) -> str:
    """Without the unit, which the column's title names."""
    return text.rsplit(" ", 1)[0]
