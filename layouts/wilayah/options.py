"""What the page itself lets its reader choose, as it stands in the address.

``?peta=petak&warna=kekurangan&menuju=36-rpjmd-2030``; nonsense falls back and is told.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from cakupan.analytics.summary import TargetGap
from cakupan.charts.map_scales import Coloured
from cakupan.charts.messages import goal
from cakupan.domain.records import Record
from layouts.choices import Choices


class MapKind(StrEnum):
    """How regions are drawn."""

    AREAS = "areas"
    TILES = "tiles"


MAP_KINDS = {"area": MapKind.AREAS, "petak": MapKind.TILES}
COLOURED = {
    "cakupan": Coloured.COVERAGE,
    "kekurangan": Coloured.GAP,
    "pertumbuhan": Coloured.GROWTH,
    "poin": Coloured.POINTS,
}


class Options(Record, frozen=True):
    """One way of looking at the regions. ``aim`` is the target that gaps are coloured by.

    ``ignored`` are the names of parameters that made no sense.
    """

    map_kind: MapKind
    coloured: Coloured
    aim: TargetGap | None
    ignored: tuple[str, ...]

    @property
    def parameters(self) -> Mapping[str, str]:
        """What is shown, by parameter; the controls show the same."""
        return {
            "peta": _name(MAP_KINDS, self.map_kind),
            "warna": _name(COLOURED, self.coloured),
            "menuju": self.aim.target.id if self.aim else "",
        }


def read_options(
    choices: Choices, gaps: Sequence[TargetGap], *, target_ids: Collection[str]
) -> Options:
    """The options of an address; ``gaps`` are those to the targets of the region shown.

    A target of another region, one of ``target_ids``, is no nonsense: it was left from before.
    """
    aims = {gap.target.id: gap for gap in gaps}
    asked = {name: choices.page_choice(name) for name in ("peta", "warna", "menuju")}
    known: dict[str, Collection[str]] = {
        "peta": MAP_KINDS,
        "warna": COLOURED,
        "menuju": target_ids,
    }
    furthest = goal(gaps) or next(iter(gaps), None)
    return Options(
        map_kind=MAP_KINDS.get(asked["peta"], MapKind.AREAS),
        coloured=COLOURED.get(asked["warna"], Coloured.COVERAGE),
        aim=aims.get(asked["menuju"], furthest),
        ignored=tuple(name for name, text in asked.items() if text and text not in known[name]),
    )


def _name(known: Mapping[str, object], wanted: object) -> str:
    return next(name for name, thing in known.items() if thing is wanted)
