"""What the map shows of each region: its value, how it is written, what pointing at it tells."""

import pandas as pd

from cakupan.charts.map_scales import Coloured
from cakupan.texts.number_format import count, decimal, growth, percent, points
from layouts.wilayah.columns import target_name
from layouts.wilayah.regions_view import RegionsView


def map_frame(regions: RegionsView) -> pd.DataFrame:
    """region_code · name · value · over · label · short · hover, and the table's own columns."""
    coverage = regions.options.coloured is Coloured.COVERAGE
    frame = regions.table.assign(value=regions.coloured_values)
    labels = [_label(value, regions) for value in frame["value"]]
    return frame.assign(
        over=(frame["coverage"] > 1) if coverage else False,
        label=labels,
        short=[_short(value, regions) for value in frame["value"]],
        hover=_hovers(frame, labels, regions),
    )


def what_it_shows(regions: RegionsView) -> str:
    """What the map is coloured by, in words."""
    options, words = regions.options, regions.view.words
    if options.coloured is Coloured.GAP and options.aim:
        target = target_name(regions, options.aim.target)
        return words("wilayah.what.gap", target=target)
    return words(f"wilayah.what.{options.coloured.value}")


def _label(value: float, regions: RegionsView) -> str:
    language = regions.view.language
    if pd.isna(value):
        return ""
    match regions.options.coloured:
        case Coloured.COVERAGE:
            return percent(value, language)
        case Coloured.GAP:
            return count(value, language)
        case Coloured.GROWTH:
            return growth(value, language)
        case Coloured.POINTS:
            return points(value, language)


def _short(value: float, regions: RegionsView) -> str:
    """What fits into a small tile: whole percent or points, thousands of people."""
    if pd.isna(value):
        return ""
    language, coloured = regions.view.language, regions.options.coloured
    if coloured is Coloured.GAP:
        return decimal(value / 1000, language, 0)
    signed = coloured is not Coloured.COVERAGE
    return decimal(value * 100, language, 0, signed=signed)


def _hovers(frame: pd.DataFrame, labels: list[str], regions: RegionsView) -> list[str]:
    words, language = regions.view.words, regions.view.language
    what = what_it_shows(regions)
    rows = frame[["coverage", "participants", "workers"]].to_numpy().tolist()
    lines = []
    for name, (coverage, participants, workers), label in zip(
        regions.names, rows, labels, strict=True
    ):
        of = words(
            "wilayah.map.of",
            coverage=percent(coverage, language),
            participants=count(participants, language),
            workers=count(workers, language),
        )
        own = "" if regions.options.coloured is Coloured.COVERAGE else f"{what}: {label}<br>"
        lines.append(f"<b>{name}</b><br>{own}{of}")
    return lines
