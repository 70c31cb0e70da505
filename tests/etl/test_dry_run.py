"""What a dry run says of a file, against nothing and against what is current."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.reference import Reference
from cakupan.texts import words
from etl.answers import remember
from etl.dry_run import DryRun, Status, dry_run
from etl.examination import examine
from etl.families import Families, Family, Shape, read_families
from etl.load import load_files
from etl.readers import CellValue, Sheet, Workbook
from etl.sentences import sentence
from etl.vocabulary import Role, label

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
TABLE = [*SAID, ["Kode", "2024", "2025"], ["36.01", 1, 2], ["36.02", 3, 4]]
SOURCES = Path(__file__).resolve().parents[2] / "data" / "reference" / "sources"
Write = Callable[..., Path]
Check = Callable[[Path], DryRun]


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


@settings(deadline=None)
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


def test_a_workbook_of_two_unknown_shapes_asks_for_each_by_its_sheet(
    write_book: Write, check: Check, reference: Reference, families: Families
) -> None:
    sheets = {
        "Angka A": [["Kode", "Tahun 2025"], ["36.01", 1]],
        "Angka B": [["Kode", "Kab/Kota", "Tahun 2025"], ["36.02", "Lebak", 2]],
    }
    path = write_book("dua.xlsx", sheets)
    assert [one.id for one in check(path).questions] == ["measure@Angka A", "measure@Angka B"]
    answers = {"measure@Angka A": "employed", "measure": "unemployed"}
    run = dry_run(path, reference, families, None, answers=answers)
    assert [one.id for one in run.questions] == ["measure@Angka B"]
    answers |= {"measure@Angka B": "Angka kerja", "measure@Angka C": "employed"}
    run = dry_run(path, reference, families, None, answers=answers)
    assert [one.id for one in run.questions] == ["measure@Angka B"]
    answers["measure@Angka B"] = "angkatan kerja"
    run = dry_run(path, reference, families, None, answers=answers)
    assert (run.status, run.measures) == (Status.READY, ["employed", "labour_force"])


def test_sheets_of_one_shape_are_asked_once(write_book: Write, check: Check) -> None:
    rows = [["Kode", "Jumlah"], ["36.01", 1]]
    run = check(write_book("bulanan.xlsx", {"Agustus 2024": rows, "Agustus 2025": rows}))
    assert [one.id for one in run.questions] == ["measure"]


@pytest.mark.parametrize(
    ("answer", "region"), [("36", "36"), ("Banten", "36"), ("36.71", "36.71"), ("Tangerang", None)]
)
def test_a_region_is_answered_by_code_or_by_a_name_of_one_region(
    write_book: Write, reference: Reference, families: Families, answer: str, region: str | None
) -> None:
    path = write_book("a.xlsx", {"S": [["Jenis Kegiatan", "2025"], ["Bekerja", 5]]})
    run = dry_run(path, reference, families, None, answers={"region": answer})
    assert [one.key.region_code for one in run.figures] == ([region] if region else [])
    assert (run.status is Status.READY) is (region is not None)


def test_a_region_that_was_answered_is_for_files_of_that_name_only(
    write_book: Write, reference: Reference, families: Families, tmp_path: Path
) -> None:
    rows = [["Jenis Kegiatan", "2025"], ["Bekerja", 5]]
    run = dry_run(
        write_book("jatim 2025.xlsx", {"S": rows}),
        reference,
        families,
        None,
        answers={"region": "35"},
    )
    remember(run.learned, tmp_path)
    known = read_families(SOURCES, tmp_path)
    next_year = dry_run(write_book("jatim 2026.xlsx", {"S": rows}), reference, known, None)
    neighbour = dry_run(write_book("jateng 2025.xlsx", {"S": rows}), reference, known, None)
    assert (next_year.status, neighbour.status) == (Status.READY, Status.QUESTION)


@settings(deadline=None)
@given(
    says=st.dictionaries(st.sampled_from(list(Role)), st.text(), max_size=3),
    roles=st.dictionaries(st.text(), st.sampled_from(list(Role)), max_size=3),
    words=st.lists(st.text(), max_size=3),
)
def test_a_learned_family_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory,
    says: dict[Role, str],
    roles: dict[str, Role],
    words: list[str],
) -> None:
    family = Family(
        id="jawaban",
        requires=frozenset(label(word) for word in words),
        shape=Shape(frozenset(label(word) for word in words), "lembar", frozenset(words)),
        says={role: text for role, text in says.items() if role is not Role.PERIOD},
        roles={label(header): role for header, role in roles.items()},
        file_mark="berkas",
        answered=("measure=employed",),
    )
    folder = tmp_path_factory.mktemp("families")
    remember([family], folder)
    assert read_families(SOURCES, folder).known[0] == family


def test_the_samples_of_the_house_load_without_a_question(
    engine: Engine, reference: Reference, families: Families
) -> None:
    folder = Path(__file__).resolve().parents[2] / "data" / "samples"
    paths = sorted(folder.glob("*.xlsx"))
    outcomes = load_files(engine, reference, families, paths, by="Uji", at=NOON)
    assert len(outcomes) == 12
    for outcome in outcomes:
        assert outcome.load is not None, outcome.run.findings
        assert outcome.run.counts.changed == 0
    banten = next(one.run for one in outcomes if one.run.file_name == "peserta_banten.xlsx")
    newest = [one for one in banten.figures if one.key.period.text == "2025-10"]
    assert sum(one.value for one in newest) == 2727000
    assert Segment.TOTAL not in {one.key.segment for one in newest}
