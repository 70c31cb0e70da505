"""What the map shows of each region: its value, how it is written, what pointing at it tells."""

from collections.abc import Callable, Sequence
from math import isnan

import pandas as pd

from cakupan.charts.map_scales import Coloured
from cakupan.texts.number_format import counts, decimals, growths, in_points, percents
from layouts.wilayah.columns import target_name
from layouts.wilayah.regions_view import RegionsView

_Write = Callable[[float], str]


def map_frame(regions: RegionsView) -> pd.DataFrame:
    """region_code · name · value · over · hover, and the table's own columns."""
    coverage = regions.options.coloured is Coloured.COVERAGE
    table, values = regions.table, regions.coloured_values
    return table.assign(
        value=values,
        over=(table["coverage"] > 1) if coverage else False,
        hover=_hovers(regions, values),
    )


def labelled(frame: pd.DataFrame, regions: RegionsView) -> pd.DataFrame:
    """The same with label and short, for tiles: an area has no text in it."""
    values = frame["value"].tolist()
    return frame.assign(
        label=_written(_label(regions), values), short=_written(_short(regions), values)
    )


def what_it_shows(regions: RegionsView) -> str:
    """What the map is coloured by, in words."""
    options, words = regions.options, regions.view.words
    if options.coloured is Coloured.GAP and options.aim:
        target = target_name(regions, options.aim.target)
        return words("wilayah.what.gap", target=target)
    return words(f"wilayah.what.{options.coloured.value}")


def _label(regions: RegionsView) -> _Write:
    language = regions.view.language
    match regions.options.coloured:
        case Coloured.COVERAGE:
            return percents(language)
        case Coloured.GAP:
            return counts(language)
        case Coloured.GROWTH:
            return growths(language)
        case Coloured.POINTS:
            return in_points(language)


def _short(regions: RegionsView) -> _Write:
    """What fits into a small tile: whole percent or points, thousands of people."""
    coloured = regions.options.coloured
    signed = coloured in {Coloured.GROWTH, Coloured.POINTS}
    write = decimals(regions.view.language, 0, signed=signed)
    if coloured is Coloured.GAP:
        return lambda value: write(value / 1000)
    return lambda value: write(value * 100)


def _written(write: _Write, values: Sequence[float]) -> list[str]:
    """No data is no text."""
    return ["" if isnan(value) else write(value) for value in values]


def _hovers(regions: RegionsView, values: pd.Series) -> list[str]:
    words, texts = regions.view.words, regions.counted
    of = [
        words("wilayah.map.of", **dict(zip(texts, row, strict=True)))
        for row in zip(*texts.values(), strict=True)
    ]
    if regions.options.coloured is not Coloured.COVERAGE:
        what = what_it_shows(regions)
        labels = _written(_label(regions), values.tolist())
        of = [f"{what}: {label}<br>{told}" for label, told in zip(labels, of, strict=True)]
    return [f"<b>{name}</b><br>{told}" for name, told in zip(regions.names, of, strict=True)]
