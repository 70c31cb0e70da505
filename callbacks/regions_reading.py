"""From a view to the table of its kabupaten and kota, with what stands behind each row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from cakupan.analytics.months import month_number
from cakupan.analytics.region_table import own_targets, people_to_own, region_table
from cakupan.domain.boundaries import Boundaries
from cakupan.domain.measures import Measure
from cakupan.domain.reference import Reference
from cakupan.domain.regions import RegionKind
from callbacks.figures import Figures
from callbacks.files_of import file_names
from callbacks.grading import known_of
from layouts.view import View
from layouts.wilayah.options import read_options
from layouts.wilayah.regions_view import RegionsView
from layouts.wilayah.search_text import search_texts


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the page knows beside figures: outlines with their address, words to be found by.

    Outlines are large. They are asked for when a map is drawn.
    """

    outlines: Callable[[], Boundaries]
    prefix: str
    searched: dict[str, str]

    @classmethod
    def of(
        cls, outlines: Callable[[], Boundaries], reference: Reference, *, prefix: str
    ) -> "Atlas":
        """Made once, when the app is; ``prefix`` is the path it is served under."""
        return cls(outlines, prefix, dict(search_texts(reference)))


def regions_view(figures: Figures, view: View, atlas: Atlas) -> RegionsView:
    """The table of all kabupaten and kota of the region shown, with what stands behind it."""
    directory = view.reference.directory
    whole = view.region.kind is RegionKind.NATION
    codes = [region.code for region in directory if "." in region.code]
    if not whole:
        codes = [part.code for part in directory.parts(view.region.code)]
    period = view.summary.headline.period
    table = figures.recent(
        "regions",
        (view.region.code, view.choices.denominator_id, period.text),
        lambda: region_table(
            view.panel,
            codes,
            period=period,
            known=known_of(figures, period, view.choices.denominator_id),
        ),
    )
    ordered = table["region_code"].to_numpy(dtype="object").tolist()
    known = {target.id for target in figures.targets()}
    chosen = [target for target in figures.targets() if view.choices.takes(target)]
    own = (
        own_targets(codes, chosen)
        if whole
        else {
            code: target
            for code, target in own_targets(codes, chosen).items()
            if target.region_code == code
        }
    )
    boundaries = atlas.outlines()
    return RegionsView(
        view=view,
        table=view.named(table),
        codes=tuple(ordered),
        own=own,
        own_people=people_to_own(table, own),
        files=_files(figures, view, table, ordered),
        searched=atlas.searched,
        options=read_options(view.choices, view.summary.gaps, target_ids=known),
        boundaries=boundaries,
        outlines_address=f"{atlas.prefix}boundaries/{boundaries.fingerprint}.geojson",
    )


def _files(
    figures: Figures, view: View, table: pd.DataFrame, codes: Sequence[str]
) -> dict[str, str]:
    """File names behind each row's participants and workers."""
    period = view.summary.headline.period
    stated = frozenset(view.panel.participants_in(period)["period"].unique())
    counted = file_names(figures, Measure.PARTICIPANTS_ACTIVE, stated)
    measured = file_names(
        figures, view.denominator.measure, frozenset(view.panel.workforce["period"].unique())
    )
    month = month_number(period.start)
    since = table["workers_newest"].to_numpy().astype("datetime64[M]").astype("int64")
    found = {}
    for code, start in zip(codes, since.tolist(), strict=True):
        names = (*counted.get((code, month), ()), *measured.get((code, start), ()))
        found[code] = ", ".join(dict.fromkeys(names))
    return found
