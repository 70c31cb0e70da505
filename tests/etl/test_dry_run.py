"""What a dry run says of a file, against nothing and against what is current."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.reference import Reference
from cakupan.storage.engine import open_database
from cakupan.storage.reference import sync_regions
from cakupan.storage.schema import migrate
from cakupan.texts import words
from etl.dry_run import DryRun, Status, dry_run
from etl.examination import examine
from etl.families import Families
from etl.load import load_files
from etl.readers import CellValue, Sheet, Workbook
from etl.sentences import sentence

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
TABLE = [*SAID, ["Kode", "2024", "2025"], ["36.01", 1, 2], ["36.02", 3, 4]]
SHEETS = os.environ.get("CAKUPAN_SPECIMENS")
Write = Callable[..., Path]
Check = Callable[[Path], DryRun]


@pytest.fixture
def engine(tmp_path: Path, reference: Reference) -> Engine:
    engine = open_database(f"sqlite:///{tmp_path / 'cakupan.db'}")
    migrate(engine)
    with engine.begin() as connection:
        sync_regions(connection, reference.directory)
    return engine


@pytest.fixture
def check(engine: Engine, reference: Reference, families: Families) -> Check:
    def run(path: Path) -> DryRun:
        with engine.connect() as connection:
            return dry_run(path, reference, families, connection)

    return run


@pytest.fixture
def load(engine: Engine, reference: Reference, families: Families) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        (outcome,) = load_files(engine, reference, families, [path], by="Uji", at=NOON)
        assert outcome.load is not None

    return run


def test_without_a_database_everything_is_new(
    write_book: Write, reference: Reference, families: Families
) -> None:
    run = dry_run(write_book("a.xlsx", {"S": TABLE}), reference, families, None)
    counts = run.counts
    assert run.status is Status.READY
    assert (counts.figures, counts.new, counts.changed, counts.unchanged) == (4, 4, 0, 0)
    assert (run.measures, run.periods, run.regions) == (
        ["participants_active"],
        ["2024", "2025"],
        2,
    )


def test_a_second_file_is_held_against_the_first(
    write_book: Write, check: Check, load: Callable[[Path], None]
) -> None:
    load(write_book("a.xlsx", {"S": TABLE}))
    run = check(write_book("b.xlsx", {"S": [*TABLE[:-1], ["36.02", 3, 5], ["36.03", 6, 7]]}))
    counts = run.counts
    assert (counts.figures, counts.new, counts.changed, counts.unchanged) == (6, 2, 1, 3)
    assert [(one.key.region_code, one.old, one.new) for one in run.changed] == [("36.02", 4, 5)]


def test_the_same_bytes_change_nothing_under_any_name(
    write_book: Write, check: Check, load: Callable[[Path], None], tmp_path: Path
) -> None:
    path = write_book("a.xlsx", {"S": TABLE})
    load(path)
    run = check(path.rename(tmp_path / "lain.xlsx"))
    assert (run.status, run.counts.unchanged) == (Status.UNCHANGED, 4)


def test_a_refused_file_promises_no_change(write_book: Write, check: Check) -> None:
    run = check(write_book("a.xlsx", {"S": [*TABLE, ["36.99", 1, 1]]}))
    assert run.status is Status.REFUSED
    assert (run.counts.figures, run.counts.new) == (4, 0)


def test_the_worst_findings_come_first(write_book: Write, check: Check) -> None:
    rows = [*TABLE, ["36", 4, 7], ["36.71", "1.234", "x"]]
    run = check(write_book("a.xlsx", {"S": rows, "T": [["Pengantar"]]}))
    severities = [finding.severity.value for finding in run.findings]
    assert severities == ["refuses", "asks", "warns", "notes"]


WORDS = ["Kode", "Kabupaten/Kota", "Provinsi", "Ukuran", "Segmen", "Periode", "Bulan", "Tahun"]
HEADERS = [
    *WORDS,
    "Nilai",
    "Jumlah",
    "Satuan",
    "PU",
    "BPU",
    "2025",
    "TPT",
    "Pembulatan",
    "Penerbit",
]
TEXTS = ["Jumlah", "36", "36.03", "Banten", "Tangerang", "INDONESIA", "Okt 2025", "Agustus", "²"]
cells = st.one_of(
    st.none(),
    st.integers(-5, 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.sampled_from(
        [*TEXTS, *HEADERS, "persen", "-", "1.234", "46,03%", "cakupan", "peserta aktif"]
    ),
    st.text(max_size=8),
)


@given(
    above=st.lists(st.tuples(st.sampled_from(HEADERS), cells), max_size=4),
    header=st.lists(st.sampled_from(HEADERS), min_size=2, max_size=6),
    rows=st.lists(st.lists(cells, max_size=7), max_size=8),
)
def test_whatever_stands_in_the_cells_ends_in_figures_or_findings(
    reference: Reference,
    families: Families,
    above: list[tuple[str, CellValue]],
    header: list[str],
    rows: list[list[CellValue]],
) -> None:
    sheet = Sheet("S", (*above, tuple(header), *(tuple(row) for row in rows)))
    book = Workbook("b.xlsx", "", "xlsx", (sheet,))
    found = examine(book, "b.xlsx", reference=reference, families=families)
    assert found.figures or found.findings
    assert all(one.key.region_code in reference.directory for one in found.figures)
    for language in Language:
        for finding in found.findings:
            said = sentence(finding, "b.xlsx", words(language))
            assert said.message.startswith(("Berkas b.xlsx", "File b.xlsx"))
            assert said.fix


@pytest.fixture
def sheet() -> Callable[[str], Path]:
    def find(start: str) -> Path:
        if SHEETS is None:
            pytest.skip("CAKUPAN_SPECIMENS is not set: the real spreadsheets are not here")
        return next(Path(SHEETS).glob(f"{start}*"))

    return find


def figures(run: DryRun) -> dict[tuple[str, str, str], Decimal]:
    return {
        (one.key.measure.value, one.key.region_code, one.key.period.text): one.value
        for one in run.figures
    }


def test_the_kemnaker_table_gives_514_regions_in_8_years(
    sheet: Callable[[str], Path], check: Check
) -> None:
    run = check(sheet("14_"))
    found = figures(run)
    banten = [v for (_, c, p), v in found.items() if c.startswith("36.") and p == "2025-08"]
    nation = [value for (_, _, period), value in found.items() if period == "2018-08"]
    assert run.status is Status.READY
    assert (run.counts.figures, run.regions, len(run.periods)) == (4112, 514, 8)
    assert found["employed", "36.03", "2025-08"] == 1626227
    assert (sum(banten), sum(nation)) == (5755926, 126282186)
    # All 312 totals agree with their parts; three things are worth a word.
    assert sorted({finding.code for finding in run.findings}) == [
        "month-declared",
        "region-name-differs",
        "zero-kept",
    ]


def test_the_jatim_table_gives_two_measures_and_leaves_the_rate(
    sheet: Callable[[str], Path], check: Check
) -> None:
    run = check(sheet("03_"))
    found = figures(run)
    assert (run.status, run.counts.figures, run.regions) == (Status.READY, 228, 38)
    assert run.measures == ["employed", "unemployed"]
    assert found["employed", "35.01", "2023-08"] == 387501
    assert found["employed", "35.01", "2025-08"] == 386904
    assert found["unemployed", "35.78", "2025-08"] == 79432


def test_the_portal_file_gives_27_regions_and_no_zero(
    sheet: Callable[[str], Path], check: Check
) -> None:
    run = check(sheet("24_"))
    found = figures(run)
    assert (run.status, run.counts.figures, run.regions) == (Status.READY, 292, 27)
    assert found["employed", "32.01", "2011-08"] == 1852165
    assert ("employed", "32.73", "2013-08") not in found
    assert not [key for key in found if key[1:] == ("32.18", "2014-08")]
    assert not [period for period in run.periods if period.startswith("2016")]


def test_no_real_sheet_stops_the_reading(sheet: Callable[[str], Path], check: Check) -> None:
    for path in sorted(sheet("01_").parent.glob("[0-9]*")):
        run = check(path)
        assert run.status is Status.READY or run.findings, path.name


def test_the_samples_of_the_house_load_without_a_question(
    engine: Engine, reference: Reference, families: Families
) -> None:
    folder = Path(__file__).resolve().parents[2] / "data" / "samples"
    paths = sorted(folder.glob("*.xlsx"))
    outcomes = load_files(engine, reference, families, paths, by="Uji", at=NOON)
    assert len(outcomes) == 7
    for outcome in outcomes:
        assert outcome.load is not None, outcome.run.findings
        assert outcome.run.counts.changed == 0
    banten = next(one.run for one in outcomes if one.run.file_name == "peserta_banten.xlsx")
    newest = [one for one in banten.figures if one.key.period.text == "2025-10"]
    assert sum(one.value for one in newest) == 2727000
    assert Segment.TOTAL not in {one.key.segment for one in newest}
