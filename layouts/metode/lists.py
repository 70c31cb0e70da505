"""What the formulas rest on, as tables: measures, bases, targets, rules, publishers, faults."""

from collections.abc import Sequence

from cakupan.domain.columns import ColumnKind
from cakupan.domain.measures import Measure
from cakupan.domain.reference import Reference, Target
from cakupan.texts import Words, date_format, number_format
from cakupan.texts.number_format import MISSING
from layouts.metode.listing import Cell, Listing, listing
from layouts.records import KnownFault
from layouts.view import base_name, localized


def measures(words: Words) -> list[Listing]:
    """What can be counted, by its name in files and on screen."""
    rows = ([words(f"ringkasan.measure.{one}"), words(f"metode.measure.{one}")] for one in Measure)
    return [listing("measures", rows, words)]


def denominators(reference: Reference, words: Words) -> list[Listing]:
    """The bases that coverage is measured against, with whose they are."""
    rows = (
        [
            localized(one, "name", words.language),
            words(f"metode.measure.{one.measure}"),
            localized(one, "source", words.language),
        ]
        for one in reference.denominators
    )
    return [listing("denominators", rows, words, note=words("metode.denominators.pairing"))]


def groups(reference: Reference, words: Words) -> list[Listing]:
    """Segments and benefit programmes by their short names."""
    segments = (
        [localized(one, "short", words.language), localized(one, "name", words.language)]
        for one in reference.segments
    )
    programmes = ([one.id, localized(one, "name", words.language)] for one in reference.programmes)
    return [
        listing("segments", segments, words),
        listing("programmes", programmes, words),
    ]


def targets(aims: Sequence[Target], reference: Reference, words: Words) -> list[Listing]:
    """Every target in force, with what it rests on."""
    frameworks = {one.id: localized(one, "name", words.language) for one in reference.frameworks}
    rows: list[list[Cell]] = [
        [
            reference.directory[one.region_code].name,
            frameworks.get(one.framework, one.framework),
            str(one.year) if one.year else words("metode.targets.no_year"),
            float(one.ratio),
            base_name(one.denominator, reference, words.language),
            _cited(one.citation),
        ]
        for one in aims
    ]
    return [listing("targets", rows, words, kinds={3: ColumnKind.SHARE})]


def regulations(reference: Reference, aims: Sequence[Target], words: Words) -> list[Listing]:
    """The rules in force or in draft, and the targets that name them as their source."""
    rows = (
        [
            localized(one, "title", words.language),
            reference.directory[one.region_code].name,
            words(f"metode.status.{one.status}"),
            localized(one, "about", words.language),
            "; ".join(
                f"{reference.directory[aim.region_code].name} "
                f"{number_format.percent(aim.ratio, words.language)}"
                for aim in aims
                if one.title_id in aim.citation
            )
            or MISSING,
        ]
        for one in reference.regulations
    )
    return [listing("regulations", rows, words)]


def publishers(reference: Reference, words: Words) -> list[Listing]:
    """Whose figures are known, in order of preference, and who may stand in a line."""
    rows = (
        [
            localized(one, "name", words.language),
            words(f"metode.publishers.{'in_series' if one.in_series else 'beside'}"),
        ]
        for one in reference.publishers
    )
    return [listing("publishers", rows, words)]


def faults(known: Sequence[KnownFault], words: Words) -> list[Listing]:
    """Faults of sources that are corrected while reading, each with its reason."""
    rows = (
        [
            one.family,
            words("metode.faults.change", wrong=one.wrong, right=one.right),
            localized(one, "why", words.language),
            one.told or words("metode.faults.nobody"),
            date_format.day(one.since, words.language),
        ]
        for one in known
    )
    return [listing("faults", rows, words)]


def _cited(citation: str) -> str:
    """A citation that can break anywhere: addresses are long, and phones narrow."""
    return citation or MISSING
