"""Figures typed in a dialogue go through the checks that figures of a file go through."""

from collections.abc import Sequence

from sqlalchemy import Engine

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionDirectory
from cakupan.storage.queries.beside import current_beside
from cakupan.storage.reading import scoped
from cakupan.texts import Words
from etl.checks.battery import check_figures, related
from etl.sentences import bare_sentence

_STOPS = (Severity.REFUSES, Severity.ASKS)


class Checked(Record, frozen=True):
    """What stops figures from being written, and what is to be minded where they are."""

    stops: tuple[Finding, ...]
    warns: tuple[Finding, ...]


def checked(figures: Sequence[Figure], engine: Engine, directory: RegionDirectory) -> Checked:
    """The findings of figures beside what is current."""
    measures = {figure.key.measure for figure in figures}
    with engine.connect() as connection:
        beside = current_beside(scoped(connection), figures, related=related(measures) | measures)
    found = tuple(check_figures(figures, beside, directory))
    return Checked(
        stops=tuple(one for one in found if one.severity in _STOPS),
        warns=tuple(one for one in found if one.severity is Severity.WARNS),
    )


def told(findings: Sequence[Finding], say: Words) -> str:
    """Findings in sentences, each with what to do."""
    sentences = (bare_sentence(one, "", say) for one in findings)
    return " ".join(f"{one.message} {one.fix}" for one in sentences)
