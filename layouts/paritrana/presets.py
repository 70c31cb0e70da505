"""Weights under names: those that come with the program, and those that somebody saved."""

from collections.abc import Iterable, Mapping, Sequence

from dash import dcc
from dash.development.base_component import Component

from cakupan.analytics.contest import Criterion
from cakupan.domain.awards import AwardCriterion, AwardEvent
from cakupan.domain.records import Record
from cakupan.domain.weights import MOST, WeightVersion
from cakupan.texts import Words
from layouts.captions import ranked_caption
from layouts.choices import with_page_choices
from layouts.paritrana.asked import (
    JURY,
    PATH,
    PRESET,
    jury_weights,
    reference_weights,
    same_weights,
    saved_parameters,
    weight_parameters,
)
from layouts.paritrana.records import ParitranaView


class Preset(Record, frozen=True):
    """Weights that come with the program: those it starts with, or criteria an award stated."""

    event: AwardEvent | None
    weights: Mapping[Criterion, int]


def shipped(criteria: Sequence[AwardCriterion], events: Sequence[AwardEvent]) -> list[Preset]:
    """The start, then each award that stated two or more criteria we can compute, all alike."""
    found = [Preset(None, reference_weights(criteria))]
    for event in events:
        stated = [criterion for criterion in Criterion if criterion.value in event.criteria]
        if len(stated) > 1:
            found.append(Preset(event, dict.fromkeys(stated, MOST // len(stated))))
    return found


def newest(versions: Iterable[WeightVersion]) -> list[WeightVersion]:
    """The newest version of each preset, retired ones too, out of all with the newest first."""
    found: dict[int, WeightVersion] = {}
    for version in versions:
        found.setdefault(version.preset, version)
    return list(found.values())


def version_name(version: WeightVersion, words: Words) -> str:
    """Juri Banten 2025, versi 2."""
    return words("bobot.version", name=version.name, number=version.number)


def weights_name(page: ParitranaView) -> str:
    """What the weights in use are called; weights that nobody named are the reader's own."""
    opened, words = page.asked.opened, page.words
    if opened is not None:
        key = "bobot.changed" if page.asked.changed else "bobot.as_saved"
        return words(key, name=version_name(opened, words))
    names = [
        *(_shipped_name(one, page) for one in _shipped(page) if _in_use(_all_of(one, page), page)),
        *(version_name(one, words) for one in offered(page) if _in_use(one.weights, page)),
    ]
    return names[0] if names else words("bobot.own")


def scored_caption(page: ParitranaView) -> str:
    """The caption of what is scored: where figures come from, and by which weights."""
    caption = ranked_caption(page.view, set(page.contest.table.index))
    return f"{caption} · {page.words('bobot.caption', name=weights_name(page))}"


def offered(page: ParitranaView) -> list[WeightVersion]:
    """Saved weights that are offered here: the newest of each preset that is not retired."""
    return [one for one in newest(page.versions) if not one.is_retired]


def preset_links(page: ParitranaView) -> list[Component]:
    """Links to the same page with other weights; those in use are marked."""
    shipped_links = [
        _link(
            _shipped_name(one, page),
            {**weight_parameters(one.weights), JURY: "", PRESET: ""},
            page,
            used=page.asked.opened is None and _in_use(_all_of(one, page), page),
        )
        for one in _shipped(page)
    ]
    saved_links = [
        _link(
            version_name(one, page.words),
            saved_parameters(one),
            page,
            used=_in_use(one.weights, page),
        )
        for one in offered(page)
    ]
    return [*shipped_links, *saved_links]


def opening_query(version: WeightVersion, page: ParitranaView) -> str:
    """The address of this page by the weights of one version."""
    return PATH + with_page_choices(page.view.choices, saved_parameters(version)).query


def _link(name: str, wanted: Mapping[str, str], page: ParitranaView, *, used: bool) -> dcc.Link:
    query = with_page_choices(page.view.choices, wanted).query
    text, style = (f"✓ {name}", "preset used") if used else (name, "preset")
    return dcc.Link(text, href=f"{PATH}{query}", className=style)


def _shipped(page: ParitranaView) -> list[Preset]:
    reference = page.view.reference
    return shipped(reference.award_criteria, reference.award_events)


def _shipped_name(preset: Preset, page: ParitranaView) -> str:
    if preset.event is None:
        return page.words("paritrana.preset.start")
    region = page.view.reference.directory[preset.event.region_code].name
    return page.words("paritrana.preset.stated", region=region, year=preset.event.award_year)


def _all_of(preset: Preset, page: ParitranaView) -> dict[str, int]:
    computed = {one.value: weight for one, weight in preset.weights.items()}
    return {**computed, **jury_weights(page.view.reference.award_criteria)}


def _in_use(weights: Mapping[str, int], page: ParitranaView) -> bool:
    return same_weights(weights, page.asked.all_weights)
