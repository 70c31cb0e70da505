"""What the colours of the map mean, in words, with the number of regions of each."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
from dash.development.base_component import Component

from cakupan.charts.map_scales import Coloured, Scale
from cakupan.charts.theme import Style
from cakupan.texts import Words
from cakupan.texts.number_format import count, decimal, percent
from layouts import elements as html
from layouts.attributes import aria


def legend(frame: pd.DataFrame, coloured: Coloured, scale: Scale, style: Style) -> list[Component]:
    """A swatch and a phrase for each class, for coverage above 100% and for no data."""
    known = frame["value"][frame["value"].notna() & ~frame["over"]]
    counted = Counter(scale.classes(known).tolist())
    items = [
        _item(phrase, counted[place], colour, style)
        for place, (phrase, colour) in enumerate(
            zip(class_phrases(coloured, scale, style.words), scale.colours, strict=True)
        )
    ]
    beside = {"over": int(frame["over"].sum()), "missing": int(frame["value"].isna().sum())}
    colours = {"over": style.palette.over, "missing": style.palette.track}
    for name, number in beside.items():
        if number:
            phrase = style.words(f"wilayah.legend.{name}")
            items.append(_item(phrase, number, colours[name], style, hatched=name))
    return [html.Ul(items, className="legend", **aria(label=style.words("wilayah.legend.name")))]


def class_phrases(coloured: Coloured, scale: Scale, words: Words) -> list[str]:
    """Each class in words, in the order of the colours."""
    if coloured is Coloured.COVERAGE:
        return _ranges([percent(bound, words.language, 0) for bound in (*scale.bounds, 1)], words)
    if coloured is Coloured.GAP:
        people = [count(bound, words.language) for bound in scale.bounds[1:]]
        last = words("wilayah.legend.from", low=people[-1])
        return [words("wilayah.legend.reached"), *_ranges(people, words), last]
    return _changes(coloured, scale, words)


def _ranges(bounds: Sequence[str], words: Words) -> list[str]:
    """Below the first, and between each two."""
    first = words("wilayah.legend.below", high=bounds[0])
    between = [words("wilayah.legend.between", low=a, high=b) for a, b in pairwise(bounds)]
    return [first, *between]


def _changes(coloured: Coloured, scale: Scale, words: Words) -> list[str]:
    """Falls, no change to speak of, rises; the bounds lie the same way on both sides."""
    topic = f"wilayah.legend.{coloured.value}"
    rising = [decimal(bound * 100, words.language, 1) for bound in scale.bounds if bound > 0]
    sizes = [size.removesuffix(",0").removesuffix(".0") for size in rising]
    steps = [*pairwise(sizes)]
    ups, downs = (
        [
            *(words(f"{topic}.{way}", low=a, high=b) for a, b in steps),
            words(f"{topic}.{way}_from", low=sizes[-1]),
        ]
        for way in ("up", "down")
    )
    return [*reversed(downs), words(f"{topic}.same", size=sizes[0]), *ups]


def _item(phrase: str, number: int, colour: str, style: Style, *, hatched: str = "") -> html.Li:
    return html.Li(
        [
            html.I(
                className=f"swatch {hatched}".strip(),
                style={"backgroundColor": colour},
                **aria(hidden="true"),
            ),
            html.Span(phrase),
            html.Span(f"({count(number, style.language)})", className="muted"),
        ],
        className="" if number else "none",
    )
