"""Every page there is, wired in the order of the menu, and what all of them are made of."""

from collections.abc import Sequence

from dash import Dash

from cakupan.domain.records import Record
from callbacks import (
    card_origin,
    daerah,
    data,
    jejak,
    manfaat,
    metode,
    mutu,
    paritrana,
    pertumbuhan,
    releases,
    ringkasan,
    segmen,
    shell,
    slide,
    target,
    wilayah,
)
from callbacks.data_tools import DataTools
from callbacks.figures import Source
from callbacks.regions_reading import Atlas
from callbacks.showing import Showing
from layouts.records import KnownFault


class Parts(Record, frozen=True):
    """What pages and routes are made of, built once for an app.

    ``faults`` are those of sources that are corrected while reading.
    """

    source: Source
    tools: DataTools
    atlas: Atlas
    faults: Sequence[KnownFault]
    showing: Showing

    @classmethod
    def of(
        cls, source: Source, tools: DataTools, atlas: Atlas, faults: Sequence[KnownFault]
    ) -> "Parts":
        """All parts; pages are drawn without a browser from the same."""
        return cls(source, tools, atlas, faults, Showing.of(source, atlas=atlas, faults=faults))


def register(app: Dash, parts: Parts) -> None:
    """Wire every page."""
    source, tools = parts.source, parts.tools
    shell.register(app, source=source)
    ringkasan.register(app, source=source)
    wilayah.register(app, source=source, atlas=parts.atlas)
    daerah.register(app, source=source)
    target.register(app, source=source, tools=tools)
    pertumbuhan.register(app, source=source)
    segmen.register(app, source=source, tools=tools)
    manfaat.register(app, source=source)
    paritrana.register(app, source=source, tools=tools)
    mutu.register(app, source=source, tools=tools)
    data.register(app, source=source, tools=tools)
    jejak.register(app, tools=tools)
    slide.register(app, source=source)
    if source.shelf is not None:
        releases.register(app, tools=tools, shelf=source.shelf)
    metode.register(app, source=source, faults=parts.faults)
    card_origin.register(app, source=source, showing=parts.showing)
