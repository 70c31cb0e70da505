"""Forms as tests use them: written, filled in, and read back."""

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.findings import Severity
from cakupan.domain.language import Language
from cakupan.domain.measures import Maturity
from cakupan.domain.reference import Reference
from cakupan.domain.templates import Entry, TemplateBook, TemplateSheet
from cakupan.exports.template_workbooks import write_templates
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from etl.dry_run import DryRun, Status, dry_run
from etl.families import Families, read_families
from etl.templates import build_templates
from etl.templates.instructions import letter

REFERENCE_DIR = Path(__file__).resolve().parents[2] / "data" / "reference"
YEAR = 2025
# The first nine books of an office, in their order.
PARTICIPANTS, WORKFORCE, PUBLISHED = 0, 1, 2
CLAIMS, SCHOLARSHIPS, VULNERABLE, LEDGER, TARGETS, AWARDS = 3, 4, 5, 6, 7, 8
HEADERS = ("PU", "BPU", "Jakon", "PMI")
MATURITIES = {
    "tetap": Maturity.FINAL,
    "sementara": Maturity.PROVISIONAL,
    "data contoh": Maturity.SAMPLE,
    "dipersengketakan": Maturity.DISPUTED,
}
PUBLISHERS = {
    "BPS": "bps",
    "BPJS Ketenagakerjaan": "bpjs",
    "Dinas Tenaga Kerja": "Dinas Tenaga Kerja",
}
# Every example starts a process that reads a real file: to shrink one takes minutes.
slowly = settings(
    max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
Cells = Mapping[str, object]


@cache
def the_reference() -> Reference:
    return read_reference(REFERENCE_DIR)


@cache
def the_families() -> Families:
    return read_families(REFERENCE_DIR / "sources")


@cache
def books(region_code: str, language: Language = Language.ID) -> tuple[TemplateBook, ...]:
    reference = the_reference()
    region = reference.directory[region_code]
    return build_templates(reference, region=region, year=YEAR, say=words(language))


@cache
def written(region_code: str, which: int, language: Language = Language.ID) -> bytes:
    with TemporaryDirectory() as folder:
        (path,) = write_templates([books(region_code, language)[which]], Path(folder))
        return path.read_bytes()


def filled(form: bytes, cells: Mapping[str, Cells]) -> DryRun:
    """The dry run of a form with these cells typed in, by sheet and address."""
    workbook = load_workbook(BytesIO(form))
    for sheet, typed in cells.items():
        for address, value in typed.items():
            assert not workbook[sheet][address].protection.locked, f"{sheet}!{address} is locked"
            workbook[sheet][address] = value
    with TemporaryDirectory() as folder:
        path = Path(folder) / "isian.xlsx"
        workbook.save(path)
        return dry_run(path, the_reference(), the_families(), None)


def places(sheet: TemplateSheet) -> dict[str, str]:
    """Where each thing is typed: the letter of a column, the address beside a line."""
    columns = {column.header: letter(place) for place, column in enumerate(sheet.columns)}
    return columns | {line.label: f"B{row}" for row, line in enumerate(sheet.lines, start=1)}


def first_row(sheet: TemplateSheet) -> int:
    return len(sheet.lines) + 3


def entry_of(sheet: TemplateSheet, header: str) -> Entry:
    (entry,) = [column.entry for column in sheet.columns if column.header == header]
    assert entry is not None
    return entry


def loads_with_no_question(run: DryRun) -> None:
    """Ready. Drawn figures leap about, and that may be remarked on."""
    assert run.status is Status.READY, run.findings


def loads_without_a_remark(run: DryRun, sheet: str) -> None:
    """Ready; what is noted at all is that the instructions are no table."""
    loads_with_no_question(run)
    assert {finding.severity for finding in run.findings} <= {Severity.NOTES}, run.findings
    assert sheet not in {finding.sheet for finding in run.findings}, run.findings


def by_key(figures: Iterable[Figure]) -> dict[FigureKey, tuple]:
    return {
        one.key: (one.value, one.unit, one.rounding_unit, one.maturity, one.citation, one.sheet)
        for one in figures
    }


@st.composite
def lines(draw: st.DrawFn) -> dict[str, str]:
    letters = st.text("abcdefg 0123456789/", min_size=1).map(lambda text: " ".join(text.split()))
    return {
        "Penerbit": draw(st.sampled_from(sorted(PUBLISHERS))),
        "Sumber": draw(letters.filter(bool).map(lambda text: f"Laporan {text}")),
        "Kematangan": draw(st.sampled_from(sorted(MATURITIES))),
    }
