"""What the address asks of the page: ``?peserta=30&celah=0&kelompok=kota&ukuran=besar``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cakupan.analytics.contest import Criterion
from cakupan.domain.awards import AwardCriterion, AwardEvent, AwardSize
from cakupan.domain.regions import RegionKind
from layouts.choices import Choices

PATH = "/paritrana"
GROUP, SIZE = "kelompok", "ukuran"
PARAMETERS: Mapping[Criterion, str] = {
    Criterion.PARTICIPANTS: "peserta",
    Criterion.COVERAGE: "cakupan",
    Criterion.POINTS: "poin",
    Criterion.GAP_CLOSED: "celah",
}
MOST = 100
ANY_SIZE = "semua"


class Group(StrEnum):
    """Who is compared with whom."""

    ALL = "semua"
    KABUPATEN = "kabupaten"
    KOTA = "kota"

    def takes(self, kind: RegionKind) -> bool:
        """Whether a region of this kind is compared; provinces always are."""
        return self is Group.ALL or kind.value in {self.value, RegionKind.PROVINCE.value}


@dataclass(frozen=True, slots=True)
class Preset:
    """Weights under a name: those of the reference, or criteria an award stated."""

    event: AwardEvent | None
    weights: Mapping[Criterion, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """The page's own choices; ``ignored`` are parameters that made no sense.

    ``size`` is the id of a size of regions, empty for all sizes.
    """

    weights: Mapping[Criterion, int]
    group: Group
    size: str
    ignored: tuple[str, ...]

    @property
    def steered(self) -> dict[str, str]:
        """What the controls show, by parameter."""
        chosen = {GROUP: self.group.value, SIZE: self.size or ANY_SIZE}
        return {**weight_parameters(self.weights), **chosen}


def weight_parameters(weights: Mapping[Criterion, int]) -> dict[str, str]:
    """Weights as they stand in the address."""
    return {name: str(weights.get(criterion, 0)) for criterion, name in PARAMETERS.items()}


def asked(
    choices: Choices, criteria: Sequence[AwardCriterion], sizes: Sequence[AwardSize] = ()
) -> Asked:
    """Read the address; what makes no sense is the start, and so are weights that are all 0."""
    start, ignored = reference_weights(criteria), []
    weights = {}
    for criterion, name in PARAMETERS.items():
        text = choices.page_choice(name)
        known = text.isascii() and text.isdecimal() and len(text) <= len(str(MOST))
        sound = known and int(text) <= MOST
        weights[criterion] = int(text) if sound else start.get(criterion, 0)
        if text and not sound:
            ignored.append(name)
    if not any(weights.values()):
        weights = dict(start)
        ignored.extend(PARAMETERS.values())
    group = choices.page_choice(GROUP)
    if group and group not in set(Group):
        ignored.append(GROUP)
    size = choices.page_choice(SIZE)
    known_sizes = {one.id for one in sizes}
    if size and size not in {*known_sizes, ANY_SIZE}:
        ignored.append(SIZE)
    return Asked(
        weights=weights,
        size=size if size in known_sizes else "",
        group=Group(group) if group in set(Group) else Group.ALL,
        ignored=tuple(ignored),
    )


def reference_weights(criteria: Sequence[AwardCriterion]) -> dict[Criterion, int]:
    """The weights the page starts with: our assumption."""
    return {Criterion(one.id): one.weight for one in criteria if one.weight is not None}


def presets(criteria: Sequence[AwardCriterion], events: Sequence[AwardEvent]) -> list[Preset]:
    """The start, then each award that stated two or more criteria we can compute, all alike."""
    found = [Preset(None, reference_weights(criteria))]
    for event in events:
        stated = [criterion for criterion in Criterion if criterion.value in event.criteria]
        if len(stated) > 1:
            found.append(Preset(event, dict.fromkeys(stated, MOST // len(stated))))
    return found
