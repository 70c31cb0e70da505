"""The forms an office fills in, as data: participants, claims, targets, awards and the others.

Pure; files are written by cakupan.exports.template_workbooks. A filled form loads with no question.
"""

from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.domain.templates import TemplateBook
from cakupan.texts import Words
from etl.templates.awards import awards_book
from etl.templates.claims import claims_book
from etl.templates.export import export_book
from etl.templates.form import Form
from etl.templates.juries import juries_book
from etl.templates.ledger import ledger_book
from etl.templates.participants import participants_book
from etl.templates.published import published_book
from etl.templates.scholarships import scholarships_book
from etl.templates.targets import targets_book
from etl.templates.vulnerable import vulnerable_book
from etl.templates.workforce import workforce_book

__all__ = ["build_templates", "export_book"]

_BOOKS = (
    *(participants_book, workforce_book, published_book, claims_book, scholarships_book),
    *(vulnerable_book, ledger_book, targets_book, awards_book, juries_book),
)


def build_templates(
    reference: Reference, *, region: Region, year: int, say: Words
) -> tuple[TemplateBook, ...]:
    """The forms of one region: its kabupaten/kota as printed rows, ``year`` as the last year.

    The nation gets all kabupaten/kota, a kabupaten or kota itself alone. ``say`` gives the language
    of instructions and hints; the tables are Indonesian in both.
    """
    form = Form(reference=reference, region=region, year=year, say=say)
    return tuple(build(form) for build in _BOOKS)
