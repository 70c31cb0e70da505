"""The targets in force: those that ship with the program, changed and added to by those loaded."""

from collections.abc import Iterable, Sequence

from cakupan.domain.measures import UNUSED_MATURITIES, Maturity
from cakupan.domain.records import Record
from cakupan.domain.reference import Denominator, Framework, Reference, Target
from cakupan.storage.queries.targets import LoadedTarget

TargetKey = tuple[str, str, int | None]
"""Region, framework, year: what there is one target in force for."""


class Stated(Record, frozen=True):
    """A target in force, and the load that states it; None for one that ships."""

    target: Target
    loaded: LoadedTarget | None


def key_of(target: Target) -> TargetKey:
    """The key a target is in force under."""
    return (target.region_code, target.framework, target.year)


def in_force(reference: Reference, loaded: Iterable[LoadedTarget]) -> dict[TargetKey, Stated]:
    """All targets in force, by region, in the order of the ladder, then by year.

    Of those loaded under one key the newest counts; it takes the place of one that ships, but a
    sample never does. Where all that was loaded is retired, there is no target.
    """
    found = {key_of(target): Stated(target, None) for target in reference.targets}
    by_key: dict[TargetKey, list[tuple[Target, LoadedTarget]]] = {}
    for one in loaded:
        target = as_target(one, reference)
        by_key.setdefault(key_of(target), []).append((target, one))
    for key, versions in by_key.items():
        newest = _newest(versions)
        if newest is not None:
            if newest[1].maturity is not Maturity.SAMPLE or key not in found:
                found[key] = Stated(*newest)
        elif any(one.maturity is Maturity.RETIRED for _, one in versions):
            found.pop(key, None)
    places = {framework.id: place for place, framework in enumerate(reference.frameworks)}

    def place(key: TargetKey) -> tuple[str, int, str, int]:
        region, framework, year = key
        return (region, places.get(framework, len(places)), framework, year or 0)

    return {key: found[key] for key in sorted(found, key=place)}


def _newest(versions: Iterable[tuple[Target, LoadedTarget]]) -> tuple[Target, LoadedTarget] | None:
    """The newest usable one; a real target beats a sample."""
    usable = [pair for pair in versions if pair[1].maturity not in UNUSED_MATURITIES]
    return max(
        usable,
        key=lambda pair: (pair[1].maturity is not Maturity.SAMPLE, pair[1].load_id, pair[1].period),
        default=None,
    )


def as_target(loaded: LoadedTarget, reference: Reference) -> Target:
    """A loaded target in the ids of the reference, as far as its words are known there."""
    framework = _id_of(loaded.framework, reference.frameworks)
    return Target(
        id=f"{loaded.region_code}-{framework}" + (f"-{loaded.year}" if loaded.year else ""),
        region_code=loaded.region_code,
        framework=framework,
        year=loaded.year,
        ratio=loaded.ratio,
        denominator=_id_of(loaded.denominator, reference.denominators),
        citation=loaded.citation,
        note_id=loaded.note,
        note_en=loaded.note,
    )


def _id_of(words: str, known: Sequence[Framework] | Sequence[Denominator]) -> str:
    """The id a source's own words stand for; the words themselves where there is none."""
    wanted = words.strip().casefold()
    for one in known:
        if wanted in {one.id, one.name_id.casefold(), one.name_en.casefold()}:
            return one.id
    return words
