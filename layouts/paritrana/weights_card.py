"""The criteria with their weights, by hand or from a list, and who is compared with whom."""

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.analytics.contest import Criterion
from cakupan.domain.awards import AwardSize
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionKind
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.page_ids.paritrana import WeightsId
from layouts.paritrana.asked import ANY_SIZE, Group
from layouts.paritrana.presets import preset_links, weights_name
from layouts.paritrana.records import ParitranaView
from layouts.paritrana.weight_field import weight_field
from layouts.view import Changes, Slot, localized


class _Control(Record, frozen=True):
    """A field and a slider for a weight, and the sentence beside them."""

    criterion: Criterion
    field: Id
    slide: Id
    share: Id


_CONTROLS = (
    _Control(Criterion.PARTICIPANTS, Id.PARTICIPANTS, Id.PARTICIPANTS_SLIDE, Id.PARTICIPANTS_SHARE),
    _Control(Criterion.COVERAGE, Id.COVERAGE, Id.COVERAGE_SLIDE, Id.COVERAGE_SHARE),
    _Control(Criterion.POINTS, Id.POINTS, Id.POINTS_SLIDE, Id.POINTS_SHARE),
    _Control(Criterion.GAP_CLOSED, Id.GAP_CLOSED, Id.GAP_CLOSED_SLIDE, Id.GAP_CLOSED_SHARE),
)
TYPED = tuple(control.field for control in _CONTROLS)
PAIRS = tuple((control.field, control.slide) for control in _CONTROLS)
FIELDS = (*TYPED, Id.GROUP, Id.SIZE)
SLOTS: tuple[Slot, ...] = (
    (Id.WEIGHTS_HEAD, "children"),
    (Id.PRESETS, "children"),
    *((control.field, "label") for control in _CONTROLS),
    *((control.slide, "thumbLabel") for control in _CONTROLS),
    *((control.share, "children") for control in _CONTROLS),
    (Id.SUM, "children"),
    (Id.SAVE, "children"),
    (Id.SAVE, "hidden"),
    (Id.GROUP, "data"),
    (Id.GROUP, "value"),
    (Id.GROUP_BOX, "hidden"),
    (Id.SIZE, "data"),
    (Id.SIZE, "value"),
    (Id.SIZE_NOTE, "children"),
)


def at_rest(words: Words) -> html.Section:
    """The card before any number has come; its fields are there, so that they can be wired."""
    return html.Section(
        className="card paritrana-weights",
        children=[
            html.Header(id=Id.WEIGHTS_HEAD, className="card-head"),
            html.Nav(id=Id.PRESETS, className="presets", **aria(label=words("paritrana.presets"))),
            html.Div([_field(control, words) for control in _CONTROLS], className="weights"),
            html.Div(id=Id.SUM, className="weights-sum", role="status"),
            html.Button(
                words("bobot.save"),
                id=Id.SAVE,
                className="quiet-button",
                type="button",
                **aria(haspopup="dialog"),
            ),
            html.Div(id=WeightsId.DONE, className="said", role="status"),
            html.Div(
                id=Id.GROUP_BOX,
                children=dmc.SegmentedControl(
                    id=Id.GROUP,
                    data=_groups(words),
                    value=Group.ALL.value,
                    size="sm",
                    **aria(label=words("paritrana.group.name")),
                ),
            ),
            dmc.SegmentedControl(
                id=Id.SIZE,
                data=[{"value": ANY_SIZE, "label": words("paritrana.size.any")}],
                value=ANY_SIZE,
                size="sm",
                **aria(label=words("paritrana.size.name")),
            ),
            html.P(id=Id.SIZE_NOTE, className="weights-sum"),
        ],
    )


def changes(page: ParitranaView) -> Changes:
    """The card showing the weights in use."""
    words, weights = page.words, page.asked.weights
    fields: dict[Slot, object] = {}
    for control in _CONTROLS:
        name = page.criterion_name(control.criterion.value)
        fields[control.field, "label"] = fields[control.slide, "thumbLabel"] = name
        fields[control.share, "children"] = words(
            "paritrana.share", share=page.share_text(control.criterion)
        )
    return {
        (Id.WEIGHTS_HEAD, "children"): [
            *head(words("paritrana.weights.title"), words("paritrana.weights.subtitle")),
            html.P(words("bobot.caption", name=weights_name(page)), className="in-use"),
            *_remark(page),
        ],
        (Id.PRESETS, "children"): preset_links(page),
        (Id.SAVE, "children"): words("bobot.save"),
        (Id.SAVE, "hidden"): page.view.edition is not None,
        **fields,
        (Id.SUM, "children"): words(
            "paritrana.weights.sum", sum=count(sum(weights.values()), page.view.language)
        ),
        (Id.GROUP, "data"): _groups(words),
        (Id.GROUP, "value"): page.asked.group.value,
        (Id.SIZE, "data"): _sizes(page),
        (Id.SIZE, "value"): page.asked.size or ANY_SIZE,
        (Id.SIZE_NOTE, "children"): _size_note(page),
        # Provinces are of one kind.
        (Id.GROUP_BOX, "hidden"): page.view.region.kind is RegionKind.NATION,
    }


def _field(control: _Control, words: Words) -> html.Div:
    return weight_field(
        control.field,
        control.slide,
        html.Small(id=control.share, className="hint"),
        label=words(f"paritrana.short.{control.criterion.value}"),
    )


def _groups(words: Words) -> list[dict[str, str]]:
    return [
        {"value": group.value, "label": words(f"paritrana.group.{group.value}")} for group in Group
    ]


def _offered(page: ParitranaView) -> list[AwardSize]:
    """The sizes of the regions that are compared here, smallest first."""
    nation = page.view.region.kind is RegionKind.NATION
    found = [size for size in page.view.reference.award_sizes if size.of_provinces is nation]
    return sorted(found, key=lambda size: size.least)


def _sizes(page: ParitranaView) -> list[dict[str, str]]:
    named = [(one.id, localized(one, "name", page.view.language)) for one in _offered(page)]
    choices = [(ANY_SIZE, page.words("paritrana.size.any")), *named]
    return [{"value": value, "label": label} for value, label in choices]


def _size_note(page: ParitranaView) -> str:
    """Kecil mulai 0, Sedang mulai 100.000 …: where each size begins, of which base."""
    language = page.view.language
    steps = [
        page.words(
            "paritrana.size.step",
            size=localized(one, "name", language),
            least=count(one.least, language),
        )
        for one in _offered(page)
        if one.least
    ]
    base = page.view.denominator_name
    return page.words("paritrana.size.note", steps=", ".join(steps), base=base)


def _remark(page: ParitranaView) -> list[Component]:
    ignored = page.asked.ignored
    if not ignored:
        return []
    names = ", ".join(ignored)
    return [html.P(page.words("paritrana.ignored", names=names), className="remark")]
