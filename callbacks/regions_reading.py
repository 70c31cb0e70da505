"""From a view to the table of its kabupaten and kota, with what stands behind each row."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b

import pandas as pd

from cakupan.analytics.months import month_number
from cakupan.analytics.region_table import own_targets, people_to_own, region_table
from cakupan.domain.boundaries import Boundaries
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference, Target
from cakupan.domain.regions import RegionKind
from callbacks.figures import Figures
from callbacks.files_of import file_names
from callbacks.grading import known_of
from layouts.view import View
from layouts.wilayah.options import read_options
from layouts.wilayah.regions_view import RegionsView
from layouts.wilayah.search_text import search_texts


class Atlas(Record, frozen=True):
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


class Rows(Record, frozen=True):
    """The regions' table with their names, its codes, and the names of the files behind each.

    ``fingerprint`` tells it from one of another database that counts its versions alike.
    """

    table: pd.DataFrame
    codes: tuple[str, ...]
    files: Mapping[str, str]
    fingerprint: str


def regions_view(figures: Figures, view: View, atlas: Atlas) -> RegionsView:
    """The table of all kabupaten and kota of the region shown, with what stands behind it."""
    # However the map is drawn, and in which language.
    rows = figures.recent(
        "rows of regions",
        (view.region.code, view.choices.denominator_id, view.summary.headline.period.text),
        lambda: _rows(figures, view),
    )
    targets = figures.targets()
    own = _own(view, rows.codes, [target for target in targets if view.choices.takes(target)])
    boundaries = atlas.outlines()
    return RegionsView(
        view=view,
        table=rows.table,
        codes=rows.codes,
        own=own,
        own_people=people_to_own(rows.table, own),
        files=rows.files,
        searched=atlas.searched,
        options=read_options(
            view.choices, view.summary.gaps, target_ids={target.id for target in targets}
        ),
        boundaries=boundaries,
        outlines_address=f"{atlas.prefix}boundaries/{boundaries.fingerprint}.geojson",
        state=f"{figures.version} {rows.fingerprint} ",
    )


def _rows(figures: Figures, view: View) -> Rows:
    period, denominator_id = view.summary.headline.period, view.choices.denominator_id
    table = region_table(
        view.panel,
        _codes(view),
        period=period,
        known=known_of(figures, period, denominator_id),
    )
    codes = tuple(table["region_code"].to_numpy(dtype="object").tolist())
    named, files = view.named(table), _files(figures, view, table, codes)
    return Rows(named, codes, files, _fingerprint(named, files))


def _fingerprint(table: pd.DataFrame, files: Mapping[str, str]) -> str:
    rows = pd.util.hash_pandas_object(table, index=False).to_numpy().tobytes()
    told = repr(sorted(files.items())).encode()
    return blake2b(rows + told, digest_size=8).hexdigest()


def _codes(view: View) -> list[str]:
    directory = view.reference.directory
    if view.region.kind is RegionKind.NATION:
        return [region.code for region in directory if "." in region.code]
    return [part.code for part in directory.parts(view.region.code)]


def _own(view: View, codes: Sequence[str], chosen: Sequence[Target]) -> Mapping[str, Target]:
    """The rows' own targets; within a province only those that name the row itself."""
    own = own_targets(codes, chosen)
    if view.region.kind is RegionKind.NATION:
        return own
    return {code: target for code, target in own.items() if target.region_code == code}


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
