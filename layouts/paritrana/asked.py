"""What the address asks of the page: ``?bobot=3.2&peserta=30&celah=0&kelompok=kota``.

``bobot`` opens one version of saved weights; weights that stand beside it take their place.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from cakupan.analytics.contest import Criterion
from cakupan.domain.awards import AwardCriterion, AwardSize, CriterionSource
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionKind
from cakupan.domain.weights import MOST, WeightVersion, parse_address
from layouts.choices import Choices

PATH = "/paritrana"
GROUP, SIZE, PRESET, JURY = "kelompok", "ukuran", "bobot", "juri"
PARAMETERS: Mapping[Criterion, str] = {
    Criterion.PARTICIPANTS: "peserta",
    Criterion.COVERAGE: "cakupan",
    Criterion.POINTS: "poin",
    Criterion.GAP_CLOSED: "celah",
}
ANY_SIZE = "semua"
_ALIKE = 25


class Group(StrEnum):
    """Who is compared with whom."""

    ALL = "semua"
    KABUPATEN = "kabupaten"
    KOTA = "kota"

    def takes(self, kind: RegionKind) -> bool:
        """Whether a region of this kind is compared; provinces always are."""
        return self is Group.ALL or kind.value in {self.value, RegionKind.PROVINCE.value}


class Asked(Record, frozen=True):
    """The page's own choices; ``ignored`` are parameters that made no sense.

    ``jury`` are weights of criteria that judges score, by id. ``opened`` is the saved version that
    the address names. ``size`` is the id of a size of regions, empty for all sizes.
    """

    weights: Mapping[Criterion, int]
    jury: Mapping[str, int]
    opened: WeightVersion | None
    group: Group
    size: str
    ignored: tuple[str, ...]

    @property
    def steered(self) -> dict[str, str]:
        """What the controls show, by parameter."""
        chosen = {GROUP: self.group.value, SIZE: self.size or ANY_SIZE}
        return {**weight_parameters(self.weights), JURY: jury_text(self.jury), **chosen}

    @property
    def all_weights(self) -> dict[str, int]:
        """Weights of all criteria by id, as they are saved."""
        return {**{one.value: weight for one, weight in self.weights.items()}, **self.jury}

    @property
    def changed(self) -> bool:
        """Whether the weights are others than those of the version that was opened."""
        return self.opened is not None and not same_weights(self.all_weights, self.opened.weights)


def same_weights(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether two sets of weights agree; a criterion that is not named has none."""
    return all(one.get(name, 0) == other.get(name, 0) for name in {*one, *other})


def weight_parameters(weights: Mapping[Criterion, int]) -> dict[str, str]:
    """Weights as they stand in the address."""
    return {name: str(weights.get(criterion, 0)) for criterion, name in PARAMETERS.items()}


def jury_text(weights: Mapping[str, int]) -> str:
    """Weights of criteria that judges score, as one parameter: ``innovation.40~compliance.60``."""
    return "~".join(f"{name}.{weight}" for name, weight in weights.items())


def saved_parameters(version: WeightVersion) -> dict[str, str]:
    """What an address needs to show the weights of a version and no others."""
    return {PRESET: version.address, **dict.fromkeys((*PARAMETERS.values(), JURY), "")}


def asked(
    choices: Choices,
    criteria: Sequence[AwardCriterion],
    sizes: Sequence[AwardSize] = (),
    versions: Sequence[WeightVersion] = (),
) -> Asked:
    """Read the address; what makes no sense is the start, and so are weights that are all 0."""
    ignored: list[str] = []
    opened = _opened(choices.page_choice(PRESET), versions, ignored)
    size = choices.page_choice(SIZE)
    known_sizes = {one.id for one in sizes}
    found = Asked(
        weights=_computed(choices, _start(reference_weights(criteria), opened), ignored),
        jury=_scored(choices.page_choice(JURY), _jury_start(criteria, opened), ignored),
        opened=opened,
        group=_group(choices.page_choice(GROUP), ignored),
        size=size if size in known_sizes else "",
        ignored=(),
    )
    if size and size not in {*known_sizes, ANY_SIZE}:
        ignored.append(SIZE)
    return Asked(found.weights, found.jury, opened, found.group, found.size, tuple(ignored))


def reference_weights(criteria: Sequence[AwardCriterion]) -> dict[Criterion, int]:
    """The weights the page starts with: our assumption."""
    return {Criterion(one.id): one.weight for one in criteria if one.weight is not None}


def jury_weights(criteria: Sequence[AwardCriterion]) -> dict[str, int]:
    """The criteria that judges score, which the page starts with all alike."""
    return {one.id: _ALIKE for one in criteria if one.source is CriterionSource.SCORED}


def _start(reference: dict[Criterion, int], opened: WeightVersion | None) -> dict[Criterion, int]:
    saved = {one: opened.weights.get(one.value, 0) for one in Criterion} if opened else {}
    return saved if any(saved.values()) else reference


def _jury_start(criteria: Sequence[AwardCriterion], opened: WeightVersion | None) -> dict[str, int]:
    start = jury_weights(criteria)
    return {name: opened.weights.get(name, 0) for name in start} if opened else start


def _opened(
    text: str, versions: Sequence[WeightVersion], ignored: list[str]
) -> WeightVersion | None:
    wanted = parse_address(text)
    found = next((one for one in versions if (one.preset, one.number) == wanted), None)
    if text and found is None:
        ignored.append(PRESET)
    return found


def _computed(
    choices: Choices, start: dict[Criterion, int], ignored: list[str]
) -> dict[Criterion, int]:
    weights = {}
    for criterion, name in PARAMETERS.items():
        text = choices.page_choice(name)
        weight = _weight(text)
        weights[criterion] = start.get(criterion, 0) if weight is None else weight
        if text and weight is None:
            ignored.append(name)
    if any(weights.values()):
        return weights
    ignored.extend(PARAMETERS.values())
    return start


def _scored(text: str, start: dict[str, int], ignored: list[str]) -> dict[str, int]:
    given = dict(part.partition(".")[::2] for part in text.split("~") if part)
    weights = {name: _weight(number) for name, number in given.items()}
    known = {name: one for name, one in weights.items() if name in start and one is not None}
    if len(known) < len(weights):
        ignored.append(JURY)
    return {**start, **known}


def _group(text: str, ignored: list[str]) -> Group:
    if text and text not in set(Group):
        ignored.append(GROUP)
    return Group(text) if text in set(Group) else Group.ALL


def _weight(text: str) -> int | None:
    """A whole number from 0 to 100; None for anything else."""
    known = text.isascii() and text.isdecimal() and len(text) <= len(str(MOST))
    return int(text) if known and int(text) <= MOST else None
