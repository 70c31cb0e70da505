"""What counts is written out and loaded again, and nothing is another."""

import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from cakupan.domain.awards import CriterionSource, Stage
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.findings import Severity
from cakupan.domain.language import Language
from cakupan.domain.loads import LoadCounts, NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit, unit_of
from cakupan.domain.periods import Period
from cakupan.exports.template_workbooks import write_templates
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from cakupan.storage.queries.figures import current_figures
from cakupan.storage.reading import unscoped
from cakupan.texts import words
from etl.dry_run import DryRun, dry_run
from etl.templates import export_book
from tests.etl.forms import slowly, the_families, the_reference

BY_PROGRAMME = [measure for measure in Measure if measure.value.startswith(("part", "claims"))]
OF_AWARDS = [measure for measure in Measure if measure.value.startswith("award")]
OF_SUBSIDIES = [measure for measure in Measure if measure.value.startswith("subsid")]
# So many digits does a spreadsheet keep.
MOST = 10**15 - 1
PEOPLE = 9_000_000
LIMITS = {
    Unit.STATE: (0, 2),
    Unit.SCORE: (0, 100),
    Unit.MONTH: (1, 24),
    Unit.PLACE: (1, 30),
    Unit.YEAR: (2000, 2040),
}
PERIODS = ("2024", "2025", "2025-08", "2025-10", "2025-10-31")


def ids(rows: Iterable[object]) -> st.SearchStrategy[str]:
    return st.sampled_from([row.id for row in rows])


def groups(measure: Measure) -> st.SearchStrategy[str]:
    """What a figure of a measure can be of: an entry of its list, a word of the source, or all."""
    reference = the_reference()
    if measure is Measure.TARGET_COVERAGE:
        return ids(reference.frameworks)
    if measure in OF_AWARDS:
        return ids(reference.award_categories) | st.just("pelaku_usaha_perikanan")
    if measure is Measure.EMPLOYED:
        return st.just("") | ids(reference.employment_kinds)
    if measure in (Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR):
        return st.just("") | ids(reference.scholarship_levels)
    return st.sampled_from(["", "tukang_sol_sepatu"]) | ids(reference.worker_groups)


def programmes(measure: Measure) -> st.SearchStrategy[str]:
    reference = the_reference()
    if measure is Measure.TARGET_COVERAGE:
        return ids(reference.denominators)
    if measure in OF_SUBSIDIES:
        return ids(reference.payers) | st.just("baznas_kota_serang")
    if measure in OF_AWARDS:
        return st.sampled_from(["", "PT Maju Jaya", "Desa Suka-Maju (Cisauk)"])
    return st.just("") | (ids(reference.programmes) if measure in BY_PROGRAMME else st.just(""))


def judged(measure: Measure) -> st.SearchStrategy[tuple[str, str]]:
    """The criterion or document, and the stage, of what a jury writes down."""
    reference = the_reference()
    scored = [one for one in reference.award_criteria if one.source is CriterionSource.SCORED]
    stages = st.sampled_from([stage.value for stage in Stage])
    if measure is Measure.AWARD_SCORE:
        return st.tuples(ids(scored), stages)
    if measure is Measure.AWARD_DOCUMENT:
        return st.tuples(ids(reference.award_documents), st.just("") | stages)
    return st.tuples(st.just(""), stages if measure is Measure.AWARD_STAGE else st.just(""))


@st.composite
def amounts(draw: st.DrawFn, unit: Unit) -> tuple[Decimal, Decimal]:
    """A value and the unit it was rounded to."""
    if unit is Unit.RATIO:
        places = draw(st.integers(2, 6))
        whole = draw(st.integers(1, 10**places))
        return Decimal(whole).scaleb(-places), Decimal(1).scaleb(-places)
    if unit is Unit.IDR:
        cents = draw(st.sampled_from([Decimal(1), Decimal("0.01")]))
        least = 100_000 if cents < 1 else 0
        return draw(st.integers(least, MOST)) * cents, cents
    least, most = LIMITS.get(unit, (1, PEOPLE // 1000))
    rounding = 1 if unit in LIMITS else draw(st.sampled_from([1, 100, 1000]))
    return Decimal(draw(st.integers(least, most)) * rounding), Decimal(rounding)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    measure = draw(st.sampled_from(Measure))
    value, rounding = draw(amounts(unit_of(measure)))
    periods = PERIODS
    if measure is Measure.TARGET_COVERAGE:
        periods = ("2025", "2030", "2025-11-27")
    segments = [Segment.TOTAL, *(Segment if measure in BY_PROGRAMME else ())]
    bases = [Basis.NONE, *(Basis if measure in BY_PROGRAMME else ())]
    aspect, stage = draw(judged(measure))
    return Figure(
        key=FigureKey(
            region_code=draw(st.sampled_from(["36", "36.02", "36.03", "36.71"])),
            measure=measure,
            period=Period(draw(st.sampled_from(periods))),
            publisher=draw(st.sampled_from(["bps", "bpjs", "pemda", "Antara Banten"])),
            segment=draw(st.sampled_from(segments)),
            programme=draw(programmes(measure)),
            group=draw(groups(measure)),
            basis=draw(st.sampled_from(bases)),
            aspect=aspect,
            stage=stage,
        ),
        value=value,
        unit=unit_of(measure),
        rounding_unit=rounding,
        maturity=draw(st.sampled_from(Maturity)),
        sheet="S",
        cell="A1",
        citation=draw(st.sampled_from(["", "Laporan 3/2025", "https://a.id/b?c=1"])),
        note=draw(st.sampled_from(["", "dibulatkan"])),
    )


def distinct(drawn: Iterable[Figure]) -> list[Figure]:
    return list({one.key: one for one in drawn}.values())


def exported(drawn: Iterable[Figure], connection: Connection | None) -> DryRun:
    reference = the_reference()
    region = reference.directory["36"]
    book = export_book(reference, drawn, region=region, year=2025, say=words(Language.ID))
    with TemporaryDirectory() as folder:
        (path,) = write_templates([book], Path(folder))
        return dry_run(path, reference, the_families(), connection)


def said(drawn: Iterable[Figure]) -> dict[FigureKey, tuple[object, ...]]:
    return {
        one.key: (one.value, one.unit, one.rounding_unit, one.maturity, one.citation, one.note)
        for one in drawn
    }


def unread(run: DryRun) -> list[str]:
    """Findings that say that a cell was not understood; that numbers are odd is another matter."""
    odd = {"part-above-whole", "digits-slipped", "too-many-people", "nominee-unknown"}
    stopping = (Severity.REFUSES, Severity.ASKS)
    return [one.code for one in run.findings if one.severity in stopping and one.code not in odd]


@slowly
@given(st.lists(figures(), min_size=1, max_size=40).map(distinct))
def test_any_figure_is_written_out_and_read_as_it_was(drawn: list[Figure]) -> None:
    run = exported(drawn, None)
    assert unread(run) == []
    assert said(run.figures) == said(drawn)


@slowly
@given(drawn=st.lists(figures(), min_size=1, max_size=40).map(distinct))
def test_what_counts_is_unchanged_by_its_own_export(
    empty_database: Path, drawn: list[Figure]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cakupan.db"
        shutil.copy(empty_database, path)
        engine = open_database(f"sqlite:///{path.as_posix()}")
        new = NewLoad("a.xlsx", "sha", "umum", "op", datetime(2025, 12, 1, tzinfo=UTC))
        write_load(engine, new, drawn)
        with engine.connect() as connection:
            current = current_figures(unscoped(connection), region_prefix="36")
            run = exported(current, connection)
        engine.dispose()
    assert said(current) == said(drawn)
    size = len(drawn)
    assert unread(run) == []
    # A dry run that is refused compares nothing.
    if not any(one.severity is Severity.REFUSES for one in run.findings):
        assert run.counts == LoadCounts(figures=size, new=0, changed=0, unchanged=size)
