"""Which side of its point each label stands on so that none lies on another: arithmetic only."""

from collections.abc import Sequence
from typing import NamedTuple

from cakupan.domain.records import Record

_LINE, _DOT, _AWAY, _PADDING = 15.0, 6.0, 8.0, 3.0


class Spot(Record, frozen=True):
    """A point in pixels from the upper left, and the width of its label."""

    x: float
    y: float
    width: float


class Place(Record, frozen=True):
    """Where a label stands beside its point, in the words of a plotly annotation."""

    xanchor: str
    yanchor: str
    xshift: float
    yshift: float


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def is_clear_of(self, others: Sequence["_Box"]) -> bool:
        left, top, right, bottom = self
        for its_left, its_top, its_right, its_bottom in others:
            if left < its_right and its_left < right and top < its_bottom and its_top < bottom:
                return False
        return True


# Right, left, above, below, and the four corners, in the order they are tried. plotly pads a text
# by some pixels, which the shifts take back.
_PLACES = (
    Place("left", "middle", _AWAY - _PADDING, 0),
    Place("right", "middle", _PADDING - _AWAY, 0),
    Place("center", "bottom", 0, _AWAY - _PADDING),
    Place("center", "top", 0, _PADDING - _AWAY),
    Place("left", "bottom", 0, 1),
    Place("right", "bottom", 0, 1),
    Place("left", "top", 0, -1),
    Place("right", "top", 0, -1),
)


def label_places(spots: Sequence[Spot], *, extent: tuple[float, float]) -> list[Place | None]:
    """A place for each label, in order; None where every side is taken by a label or a point.

    Labels stay within ``extent``, the width and height of the plot. Outer points are served first,
    for they have the fewest neighbours to give way to.
    """
    dots = [_Box(spot.x - _DOT, spot.y - _DOT, spot.x + _DOT, spot.y + _DOT) for spot in spots]
    taken: list[_Box] = []
    found: list[Place | None] = [None] * len(spots)
    for index in sorted(range(len(spots)), key=lambda place: -_solitude(spots, place)):
        others = [*taken, *(dot for place, dot in enumerate(dots) if place != index)]
        for place in _PLACES:
            box = _box(spots[index], place)
            if _inside(box, extent) and box.is_clear_of(others):
                taken.append(box)
                found[index] = place
                break
    return found


def _solitude(spots: Sequence[Spot], index: int) -> float:
    """Distance to the nearest other point, squared."""
    here = spots[index]
    apart = [
        (here.x - spot.x) ** 2 + (here.y - spot.y) ** 2
        for place, spot in enumerate(spots)
        if place != index
    ]
    return min(apart, default=0.0)


def _box(spot: Spot, place: Place) -> _Box:
    sideways = {"left": _AWAY, "right": -_AWAY - spot.width, "center": -spot.width / 2}
    beside = place.yanchor == "middle" or place.xanchor == "center"
    left = spot.x + (sideways[place.xanchor] if beside else sideways[place.xanchor] * 0.5)
    if not beside and place.xanchor == "right":
        left = spot.x - _AWAY / 2 - spot.width
    top = spot.y + {"middle": -_LINE / 2, "bottom": -_AWAY - _LINE, "top": _AWAY}[place.yanchor]
    return _Box(left, top, left + spot.width, top + _LINE)


def _inside(box: _Box, extent: tuple[float, float]) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= extent[0] and box.bottom <= extent[1]
