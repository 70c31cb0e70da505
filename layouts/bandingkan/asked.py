"""Which regions the address asks to compare; what makes no sense is named and left out."""

from collections.abc import Mapping, Sequence

from cakupan.domain.records import Record
from cakupan.domain.regions import Region, RegionDirectory

Offered = dict[str, str]
PARAMETER = "bandingkan"
FEWEST, MOST = 2, 4
_LONGEST = 24
_MOST_NAMED = 5


class Asked(Record, frozen=True):
    """``regions`` in the order asked for; ``unknown`` words and regions that are ``too_many``."""

    regions: tuple[Region, ...] = ()
    unknown: tuple[str, ...] = ()
    too_many: tuple[Region, ...] = ()

    @property
    def text(self) -> str:
        """The regions as they stand in an address: 36.03,36.71."""
        return ",".join(region.code for region in self.regions)

    @property
    def comparable(self) -> bool:
        """Whether there are enough to compare."""
        return len(self.regions) >= FEWEST


def asked(text: str, directory: RegionDirectory) -> Asked:
    """Read ``36.03,36.71``. A code that stands twice counts once."""
    words = list(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    known = [directory[word] for word in words if word in directory]
    unknown = [word[:_LONGEST] for word in words if word not in directory]
    return Asked(tuple(known[:MOST]), tuple(unknown[:_MOST_NAMED]), tuple(known[MOST:]))


def options(directory: RegionDirectory, found_by: Mapping[str, str]) -> Sequence[Offered]:
    """Every region as the control offers it; ``search`` is what it is also found by."""
    return [
        {
            "value": region.code,
            "label": region.name,
            "search": found_by.get(region.code, ""),
        }
        for region in directory
    ]
