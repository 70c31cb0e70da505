"""What the formulas rest on, as tables: measures, bases, targets, rules, publishers, faults."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from cakupan.domain.measures import Measure
from cakupan.domain.reference import Reference, Target
from cakupan.texts import Words, date_format, number_format
from cakupan.texts.number_format import MISSING
from layouts.attributes import aria
from layouts.records import KnownFault
from layouts.view import base_name, localized

Cell = str | Component


def measures(words: Words) -> list[Component]:
    """What can be counted, by its name in files and on screen."""
    return _table(
        "measures",
        ([words(f"ringkasan.measure.{one}"), words(f"metode.measure.{one}")] for one in Measure),
        words,
    )


def denominators(reference: Reference, words: Words) -> list[Component]:
    """The bases that coverage is measured against, with whose they are."""
    rows = (
        [
            localized(one, "name", words.language),
            words(f"metode.measure.{one.measure}"),
            localized(one, "source", words.language),
        ]
        for one in reference.denominators
    )
    return [
        *_table("denominators", rows, words),
        html.P(words("metode.denominators.pairing"), className="caption"),
    ]


def groups(reference: Reference, words: Words) -> list[Component]:
    """Segments and benefit programmes by their short names."""
    segments = (
        [localized(one, "short", words.language), localized(one, "name", words.language)]
        for one in reference.segments
    )
    programmes = ([one.id, localized(one, "name", words.language)] for one in reference.programmes)
    return [*_table("segments", segments, words), *_table("programmes", programmes, words)]


def targets(aims: Sequence[Target], reference: Reference, words: Words) -> list[Component]:
    """Every target in force, with what it rests on."""
    frameworks = {one.id: localized(one, "name", words.language) for one in reference.frameworks}
    rows = (
        [
            reference.directory[one.region_code].name,
            frameworks.get(one.framework, one.framework),
            str(one.year) if one.year else words("metode.targets.no_year"),
            number_format.percent(one.ratio, words.language),
            base_name(one.denominator, reference, words.language),
            _cited(one.citation),
        ]
        for one in aims
    )
    return _table("targets", rows, words)


def regulations(reference: Reference, aims: Sequence[Target], words: Words) -> list[Component]:
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
    return _table("regulations", rows, words)


def publishers(reference: Reference, words: Words) -> list[Component]:
    """Whose figures are known, in order of preference, and who may stand in a line."""
    rows = (
        [
            localized(one, "name", words.language),
            words(f"metode.publishers.{'in_series' if one.in_series else 'beside'}"),
        ]
        for one in reference.publishers
    )
    return _table("publishers", rows, words)


def faults(known: Sequence[KnownFault], words: Words) -> list[Component]:
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
    return _table("faults", rows, words)


def _cited(citation: str) -> str:
    """A citation that can break anywhere: addresses are long, and phones narrow."""
    return citation or MISSING


def _table(name: str, rows: Iterable[Sequence[Cell]], words: Words) -> list[Component]:
    """A table with a lead above it; the heads are ``metode.<name>.column``, parted by bars."""
    caption = words(f"metode.{name}.lead")
    heads = words(f"metode.{name}.column").split("|")
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(
                [
                    html.Tr([html.Th(row[0], scope="row"), *(html.Td(cell) for cell in row[1:])])
                    for row in rows
                ]
            ),
        ],
        className="listing",
    )
    return [
        html.P(caption, className="subtitle"),
        html.Div(table, className="table-scroll", tabIndex=0, role="group", **aria(label=caption)),
    ]
