"""What the map shows of each region: its value, how it is written, what pointing at it tells."""

from collections.abc import Sequence
from math import isnan

import numpy as np
import pandas as pd

from cakupan.charts.map_scales import Coloured
from cakupan.texts.number_format import counts, decimals, growths, in_points, percents
from cakupan.texts.number_writer import Writer
from layouts.wilayah.columns import target_name
from layouts.wilayah.regions_view import RegionsView


def map_frame(regions: RegionsView) -> pd.DataFrame:
    """region_code · name · value · over · label · hover, and the table's own columns."""
    coverage = regions.options.coloured is Coloured.COVERAGE
    table, values = regions.table, regions.coloured_values
    labels = _written(_label(regions), values.tolist())
    return table.assign(
        value=values,
        over=(table["coverage"] > 1) if coverage else False,
        label=_texts(labels),
        hover=_texts(_hovers(regions, labels)),
    )


def with_short(frame: pd.DataFrame, regions: RegionsView) -> pd.DataFrame:
    """The same with short: what fits into a small tile."""
    return frame.assign(short=_texts(_shorts(regions, frame["value"].tolist())))


def what_it_shows(regions: RegionsView) -> str:
    """What the map is coloured by, in words."""
    options, words = regions.options, regions.view.words
    if options.coloured is Coloured.GAP and options.aim:
        target = target_name(regions, options.aim.target)
        return words("wilayah.what.gap", target=target)
    return words(f"wilayah.what.{options.coloured.value}")


def _label(regions: RegionsView) -> Writer:
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


def _shorts(regions: RegionsView, values: Sequence[float]) -> list[str]:
    """Whole percent or points, thousands of people."""
    coloured = regions.options.coloured
    signed = coloured in {Coloured.GROWTH, Coloured.POINTS}
    write = decimals(regions.view.language, 0, signed=signed)
    if coloured is Coloured.GAP:
        return _written(write, [value / 1000 for value in values])
    return _written(write, [value * 100 for value in values])


def _written(write: Writer, values: Sequence[float]) -> list[str]:
    """No data is no text."""
    return [
        "" if isnan(value) else text for value, text in zip(values, write.all(values), strict=True)
    ]


def _hovers(regions: RegionsView, labels: Sequence[str]) -> list[str]:
    told = regions.view.words.each("wilayah.map.of", **regions.counted)
    if regions.options.coloured is not Coloured.COVERAGE:
        what = what_it_shows(regions)
        told = [f"{what}: {label}<br>{of}" for label, of in zip(labels, told, strict=True)]
    return [f"<b>{name}</b><br>{of}" for name, of in zip(regions.names, told, strict=True)]


def _texts(texts: Sequence[str]) -> np.ndarray:
    """A column as it is: pandas would look through every text, and make it anew on the way out."""
    return np.array(texts, dtype="object")
