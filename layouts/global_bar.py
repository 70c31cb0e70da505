"""The global bar: region, period, denominator, targets, language, theme. It shows the choices."""

from collections.abc import Collection, Sequence

import dash_mantine_components as dmc

from cakupan.charts.theme import Theme
from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import MISSING
from layouts import elements as html
from layouts.attributes import aria
from layouts.choices import ALL_FRAMEWORKS, Choices, choosable_regions
from layouts.ids import ShellId as Id
from layouts.view import Changes, Slot, localized

SELECTS = (Id.REGION, Id.PERIOD, Id.DENOMINATOR, Id.FRAMEWORK)
SLOTS: tuple[Slot, ...] = (
    *((name, field) for name in SELECTS for field in ("label", "data", "value")),
    (Id.LANGUAGE, "value"),
    (Id.THEME, "checked"),
)


class Offer(Record, frozen=True):
    """What can be chosen: the region's months and frameworks, and the regions with data."""

    periods: Sequence[Period]
    frameworks: Sequence[str]
    regions_with_data: Collection[str]


def at_rest(words: Words) -> html.Div:
    """The controls before it is known what they can offer."""
    return html.Div(
        className="global-bar",
        role="group",
        children=[
            html.Div([_select(name, words) for name in SELECTS], className="selects"),
            html.Div(
                className="switches",
                children=[
                    dmc.SegmentedControl(
                        id=Id.LANGUAGE,
                        data=[
                            {"value": item.value, "label": item.value.upper()} for item in Language
                        ],
                        value=words.language.value,
                        size="xs",
                        **aria(label=words("shell.bar.language")),
                    ),
                    dmc.Switch(
                        id=Id.THEME,
                        checked=False,
                        size="md",
                        onLabel=html.Span(className="icon moon"),
                        offLabel=html.Span(className="icon sun"),
                        **aria(label=words("shell.bar.theme")),
                    ),
                ],
            ),
        ],
        **aria(label=words("shell.bar.name")),
    )


def _select(name: Id, words: Words) -> dmc.Select:
    return dmc.Select(
        id=name,
        label=words(f"shell.bar.{name.removeprefix('shell-')}"),
        data=[],
        placeholder=MISSING,
        allowDeselect=False,
        searchable=name in {Id.REGION, Id.PERIOD},
        nothingFoundMessage=words("shell.bar.nothing_found"),
        comboboxProps={"shadow": "md", "withinPortal": True},
        maxDropdownHeight=360,
        size="sm",
        className=f"select {name}",
    )


def changes(choices: Choices, offer: Offer, reference: Reference, words: Words) -> Changes:
    """The controls showing these choices and what else there is."""
    shown = {
        Id.REGION: (_regions(offer, reference, words), choices.region_code),
        Id.PERIOD: (_periods(offer, words), choices.period.text if choices.period else None),
        Id.DENOMINATOR: (_denominators(reference, words), choices.denominator_id),
        Id.FRAMEWORK: (_frameworks(offer, reference, words), choices.framework),
    }
    changes: dict[Slot, object] = {
        (Id.LANGUAGE, "value"): choices.language.value,
        (Id.THEME, "checked"): choices.theme is Theme.DARK,
    }
    for name, (data, value) in shown.items():
        changes[name, "label"] = words(f"shell.bar.{name.removeprefix('shell-')}")
        changes[name, "data"] = data
        changes[name, "value"] = value
    return changes


def _regions(offer: Offer, reference: Reference, words: Words) -> list[dict[str, object]]:
    """Two groups: those with data first."""
    groups: dict[bool, list[dict[str, str]]] = {True: [], False: []}
    for code in choosable_regions(reference):
        item = {"value": code, "label": reference.directory[code].name}
        groups[code in offer.regions_with_data].append(item)
    titles = {True: words("shell.bar.with_data"), False: words("shell.bar.without_data")}
    return [{"group": titles[has], "items": items} for has, items in groups.items() if items]


def _periods(offer: Offer, words: Words) -> list[dict[str, str]]:
    return [
        {"value": period.text, "label": date_format.period(period, words.language, short=True)}
        for period in offer.periods
    ]


def _denominators(reference: Reference, words: Words) -> list[dict[str, str]]:
    return [
        {"value": item.id, "label": localized(item, "short", words.language)}
        for item in reference.denominators
    ]


def _frameworks(offer: Offer, reference: Reference, words: Words) -> list[dict[str, str]]:
    names = {item.id: localized(item, "name", words.language) for item in reference.frameworks}
    everything = {"value": ALL_FRAMEWORKS, "label": words("shell.bar.all_frameworks")}
    return [everything, *({"value": name, "label": names[name]} for name in offer.frameworks)]
