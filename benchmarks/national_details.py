"""What a ministry would hold beside coverage: claims, vulnerable workers, a ledger, nominees.

Every kabupaten/kota has them, so that the pages that speak of them are measured at full size. No
figure in it is real.
"""

from collections.abc import Iterator
from decimal import Decimal

from cakupan.domain.awards import CriterionSource, Stage
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.juries import State
from cakupan.domain.measures import Maturity, Measure, unit_of
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference

CLAIM_YEARS = range(2021, 2026)
VULNERABLE_YEARS = range(2021, 2026)
LEDGER_START = Period.of_month(2025, 1)
AWARD_YEAR = 2025
JUDGES = ("Juri A", "Juri B", "Juri C", "Juri D", "Juri E")
NOMINEES_A_REGION = 3
"""81 nominees of Jawa Barat, 24 of Banten: more than either province ever named."""


def details(reference: Reference) -> Iterator[Figure]:
    """Figures of every kabupaten/kota, and of each province the nominee it sends to the nation."""
    codes = [region.code for region in reference.directory if "." in region.code]
    for place, code in enumerate(codes):
        yield from _claims(reference, code, place)
        yield from _scholarships(reference, code, place)
        yield from _vulnerable(reference, code, place)
        yield from _ledger(reference, code, place)
        for number in range(NOMINEES_A_REGION):
            yield from _nominee(
                reference, code, place + number, f"Desa {number + 1}", Stage.DOCUMENTS
            )
    provinces = [region.code for region in reference.directory.parts("00")]
    for place, code in enumerate(provinces):
        yield from _nominee(reference, code, place, "", Stage.NATION)


def _claims(reference: Reference, code: str, place: int) -> Iterator[Figure]:
    for year in CLAIM_YEARS:
        for month in range(1, 13 if year < CLAIM_YEARS[-1] else 11):
            period = Period.of_month(year, month)
            for number, programme in enumerate(reference.programmes, start=1):
                cases = 10 * number + (place + month) % 37
                for measure, value in (
                    (Measure.CLAIMS, cases),
                    (Measure.CLAIMS_IDR, cases * 1_250_000 * number),
                ):
                    yield _figure(code, measure, period, value, programme=programme.id)


def _scholarships(reference: Reference, code: str, place: int) -> Iterator[Figure]:
    for year in CLAIM_YEARS:
        for number, level in enumerate(reference.scholarship_levels, start=1):
            children = number + place % 11
            for measure, value in (
                (Measure.SCHOLARSHIPS, children),
                (Measure.SCHOLARSHIPS_IDR, children * 1_500_000 * number),
            ):
                yield _figure(code, measure, Period.of_year(year), value, group=level.id)


def _vulnerable(reference: Reference, code: str, place: int) -> Iterator[Figure]:
    for year in VULNERABLE_YEARS:
        for number, group in enumerate(reference.worker_groups, start=1):
            workers = 400 * number + 7 * place
            registered = workers * (20 + 5 * (year - VULNERABLE_YEARS[0]) + place % 30) // 100
            for measure, value in (
                (Measure.VULNERABLE_WORKERS, workers),
                (Measure.VULNERABLE_REGISTERED, registered),
            ):
                yield _figure(code, measure, Period.of_year(year), value, group=group.id)


def _ledger(reference: Reference, code: str, place: int) -> Iterator[Figure]:
    payer = reference.payers[place % len(reference.payers)].id
    group = reference.worker_groups[place % len(reference.worker_groups)].id
    for measure, value in (
        (Measure.SUBSIDISED_WORKERS, 300 + place),
        (Measure.SUBSIDY_IDR_A_MONTH, 16_800),
        (Measure.SUBSIDY_MONTHS, 12),
    ):
        yield _figure(code, measure, LEDGER_START, value, programme=payer, group=group)


def _nominee(
    reference: Reference, code: str, place: int, name: str, reached: Stage
) -> Iterator[Figure]:
    """One nominee: stages up to ``reached``, every document, and every score of five judges."""
    period, category = Period.of_year(AWARD_YEAR), "desa" if name else "provinsi"
    about = {"programme": name, "group": category}
    for stage in Stage:
        if [*Stage].index(stage) <= [*Stage].index(reached):
            yield _figure(code, Measure.AWARD_STAGE, period, State.DONE, stage=stage, **about)
    for paper in reference.award_documents:
        yield _figure(code, Measure.AWARD_DOCUMENT, period, State.DONE, aspect=paper.id, **about)
    for number, judge in enumerate(JUDGES):
        for criterion in reference.award_criteria:
            if criterion.source is CriterionSource.SCORED:
                score = 60 + (place * 7 + number * 3 + len(criterion.id)) % 40
                yield _figure(
                    code,
                    Measure.AWARD_SCORE,
                    period,
                    score,
                    publisher=judge,
                    aspect=criterion.id,
                    stage=reached,
                    **about,
                )


def _figure(
    code: str,
    measure: Measure,
    period: Period,
    value: int,
    *,
    publisher: str = "bpjs",
    programme: str = "",
    group: str = "",
    aspect: str = "",
    stage: str = "",
) -> Figure:
    return Figure(
        key=FigureKey(
            region_code=code,
            measure=measure,
            period=period,
            publisher=publisher,
            programme=programme,
            group=group,
            aspect=aspect,
            stage=stage,
        ),
        value=Decimal(value),
        unit=unit_of(measure),
        rounding_unit=Decimal(1),
        maturity=Maturity.FINAL,
        sheet="Data",
        cell="A1",
    )
