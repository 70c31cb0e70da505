"""The page's own controls: areas or tiles, what they are coloured by, and towards which target."""

import dash_mantine_components as dmc

from cakupan.charts.map_scales import Coloured
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.ids import WilayahId as Id
from layouts.view import Changes, Slot
from layouts.wilayah.columns import target_name
from layouts.wilayah.options import COLOURED, MAP_KINDS
from layouts.wilayah.regions_view import RegionsView

PARAMETERS = (Id.MAP_KIND, Id.COLOURED, Id.AIM)
SLOTS: tuple[Slot, ...] = (
    *((name, field) for name in PARAMETERS for field in ("data", "value")),
    (Id.AIM, "label"),
    (Id.AIM_BOX, "hidden"),
    (Id.CHOSEN, "data"),
)


def at_rest(words: Words) -> html.Div:
    """The controls before it is known what they show."""
    return html.Div(
        className="map-controls",
        children=[
            dmc.SegmentedControl(
                id=Id.MAP_KIND,
                data=_kinds(words),
                size="xs",
                **aria(label=words("wilayah.control.peta")),
            ),
            dmc.SegmentedControl(
                id=Id.COLOURED,
                data=_coloured(words),
                size="xs",
                className="coloured",
                **aria(label=words("wilayah.control.warna")),
            ),
            html.Div(
                id=Id.AIM_BOX,
                hidden=True,
                children=dmc.Select(
                    id=Id.AIM,
                    label=words("wilayah.control.menuju"),
                    data=[],
                    allowDeselect=False,
                    size="xs",
                    className="aim",
                    comboboxProps={"shadow": "md", "withinPortal": True},
                ),
            ),
        ],
    )


def changes(regions: RegionsView) -> Changes:
    """The controls showing what the page shows."""
    words, shown = regions.view.words, regions.options.parameters
    aims = [
        {"value": gap.target.id, "label": target_name(regions, gap.target)}
        for gap in regions.view.summary.gaps
    ]
    by_gap = regions.options.coloured is Coloured.GAP
    return {
        (Id.MAP_KIND, "data"): _kinds(words),
        (Id.MAP_KIND, "value"): shown["peta"],
        (Id.COLOURED, "data"): _coloured(words),
        (Id.COLOURED, "value"): shown["warna"],
        (Id.AIM, "label"): words("wilayah.control.menuju"),
        (Id.AIM, "data"): aims,
        (Id.AIM, "value"): shown["menuju"] or None,
        (Id.AIM_BOX, "hidden"): not (by_gap and len(aims) > 1),
        (Id.CHOSEN, "data"): dict(shown),
    }


def _kinds(words: Words) -> list[dict[str, str]]:
    return [
        {"value": name, "label": words(f"wilayah.kind.{kind.value}")}
        for name, kind in MAP_KINDS.items()
    ]


def _coloured(words: Words) -> list[dict[str, str]]:
    return [
        {"value": name, "label": words(f"wilayah.coloured.{coloured.value}")}
        for name, coloured in COLOURED.items()
    ]
