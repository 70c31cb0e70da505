"""The sample workbooks as data, built from the fact files alone: same facts, same books.

Pure and in whole numbers; files are written by cakupan.exports.sample_workbooks. What is real and
what is sample stands in docs/samples.md.
"""

from pathlib import Path

from cakupan.domain.reference import Reference
from cakupan.domain.sheets import SampleBook
from etl.samples.eligible import eligible_base
from etl.samples.facts import read_facts
from etl.samples.juries_book import juries_book
from etl.samples.participants import ParticipantPaths
from etl.samples.programme_books import ProgrammeBooks
from etl.samples.published_book import published_book
from etl.samples.sample_books import eligible_book, participants_book
from etl.samples.wording import read_wording
from etl.samples.workforce_book import workforce_book

__all__ = ["build_samples"]


def build_samples(facts_dir: Path, reference: Reference) -> tuple[SampleBook, ...]:
    """Every sample workbook, in the order of loading."""
    directory = reference.directory
    facts, wording = read_facts(facts_dir), read_wording(facts_dir)
    provinces = [directory[code] for code in sorted({code[:2] for code in facts.choices})]
    codes = {
        province: tuple(part.code for part in directory.parts(province.code))
        for province in provinces
    }
    bases = {
        province: eligible_base(province.code, codes[province], facts) for province in provinces
    }
    participants = [
        participants_book(
            province,
            ParticipantPaths(province.code, codes[province], bases[province], facts).by_month(),
            directory,
            wording,
        )
        for province in provinces
    ]
    return (
        workforce_book(facts, directory, wording),
        published_book(facts, directory, wording),
        *participants,
        eligible_book(bases, directory, wording),
        *ProgrammeBooks(bases, facts, directory, wording).all(),
        juries_book(facts.nominees, reference, wording),
    )
