"""What can be counted: measures, units, segments, bases, and how far a figure is trusted."""

from enum import StrEnum


class Measure(StrEnum):
    """What a figure counts. Coverage itself is computed; only a *published* one is stored.

    Money is a measure of its own beside what it is paid for, and its name ends in ``_idr``.
    """

    EMPLOYED = "employed"
    UNEMPLOYED = "unemployed"
    LABOUR_FORCE = "labour_force"
    WORKING_AGE = "working_age"
    ELIGIBLE_WORKERS = "eligible_workers"
    PARTICIPANTS_ACTIVE = "participants_active"
    PARTICIPANTS_INACTIVE = "participants_inactive"
    PARTICIPANTS_REGISTERED = "participants_registered"
    VULNERABLE_WORKERS = "vulnerable_workers"
    VULNERABLE_REGISTERED = "vulnerable_registered"
    UNPROTECTED_WORKERS = "unprotected_workers"
    EMPLOYERS = "employers"
    COVERAGE_PUBLISHED = "coverage_published"
    TARGET_COVERAGE = "target_coverage"
    SUBSIDISED_WORKERS = "subsidised_workers"
    SUBSIDY_MONTHS = "subsidy_months"
    SUBSIDY_IDR_A_MONTH = "subsidy_idr_a_month"
    CLAIMS = "claims"
    CLAIMS_IDR = "claims_idr"
    SCHOLARSHIPS = "scholarships"
    SCHOLARSHIPS_IDR = "scholarships_idr"
    AWARD_PLACE = "award_place"
    AWARD_ASSESSED_YEAR = "award_assessed_year"
    AWARD_NOMINEES = "award_nominees"
    AWARD_WINNERS = "award_winners"
    AWARD_STAGE = "award_stage"
    AWARD_DOCUMENT = "award_document"
    AWARD_SCORE = "award_score"


# What a jury writes down of its nominees: how far each is, its documents, its scores.
OF_JURIES = (Measure.AWARD_STAGE, Measure.AWARD_DOCUMENT, Measure.AWARD_SCORE)


# Neither regions nor programmes of these add up: ratios, months, places, scores, an amount a head.
NEVER_SUMMED = frozenset(
    {
        *(Measure.COVERAGE_PUBLISHED, Measure.TARGET_COVERAGE),
        *(Measure.SUBSIDY_MONTHS, Measure.SUBSIDY_IDR_A_MONTH),
        *(Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR),
        *OF_JURIES,
    }
)

# A claim is of one programme and a subsidised worker has one payer: those add up to the whole. A
# participant is a member of several programmes.
ADD_OVER_PROGRAMMES = frozenset({Measure.CLAIMS, Measure.CLAIMS_IDR, Measure.SUBSIDISED_WORKERS})


# What is paid over a time: a day says from 1 January up to it.
FLOWS = frozenset(
    {
        *(Measure.CLAIMS, Measure.CLAIMS_IDR),
        *(Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR),
    }
)

# Groups of these do not overlap by much; together they are never more than the whole.
ADD_OVER_GROUPS = frozenset(
    {
        *(Measure.EMPLOYED, Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED),
        *(Measure.SUBSIDISED_WORKERS, Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR),
    }
)

# Stated for some regions, now and then: where there is none, none is missing.
OCCASIONAL = frozenset(
    {
        Measure.TARGET_COVERAGE,
        *(Measure.SUBSIDISED_WORKERS, Measure.SUBSIDY_MONTHS, Measure.SUBSIDY_IDR_A_MONTH),
        *(Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR),
        *(Measure.AWARD_NOMINEES, Measure.AWARD_WINNERS),
        *OF_JURIES,
    }
)

# Stated of single programmes, payers or groups; what charts show of these is made of such parts.
STATED_IN_PARTS = frozenset(
    {
        *(Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED),
        *(Measure.SUBSIDISED_WORKERS, Measure.SUBSIDY_MONTHS, Measure.SUBSIDY_IDR_A_MONTH),
        *(Measure.CLAIMS, Measure.CLAIMS_IDR, Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR),
        *(Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR),
        *(Measure.AWARD_NOMINEES, Measure.AWARD_WINNERS),
        *(Measure.COVERAGE_PUBLISHED, Measure.TARGET_COVERAGE),
    }
)

# Told by whoever tells it: no order of publishers makes one line of these.
TOLD_BY_ANYONE = frozenset(
    {
        *(Measure.COVERAGE_PUBLISHED, Measure.TARGET_COVERAGE),
        *(Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR),
        *(Measure.AWARD_NOMINEES, Measure.AWARD_WINNERS),
    }
)


class Unit(StrEnum):
    """Unit of a stored value. A ratio is stored as a ratio, 0.4603 for 46,03%.

    ``ENTRANT`` is whoever takes part in an award: a region, a village or a company. A ``STATE`` is
    0, 1 or 2 (``cakupan.domain.juries.State``), a ``SCORE`` stands on a scale from 0 to 100.
    """

    PERSON = "person"
    FIRM = "firm"
    RATIO = "ratio"
    CASE = "case"
    CHILD = "child"
    IDR = "idr"
    MONTH = "month"
    YEAR = "year"
    PLACE = "place"
    ENTRANT = "entrant"
    STATE = "state"
    SCORE = "score"


_UNITS = {
    Measure.EMPLOYERS: Unit.FIRM,
    Measure.COVERAGE_PUBLISHED: Unit.RATIO,
    Measure.TARGET_COVERAGE: Unit.RATIO,
    Measure.SUBSIDY_MONTHS: Unit.MONTH,
    Measure.SUBSIDY_IDR_A_MONTH: Unit.IDR,
    Measure.CLAIMS: Unit.CASE,
    Measure.CLAIMS_IDR: Unit.IDR,
    Measure.SCHOLARSHIPS: Unit.CHILD,
    Measure.SCHOLARSHIPS_IDR: Unit.IDR,
    Measure.AWARD_PLACE: Unit.PLACE,
    Measure.AWARD_ASSESSED_YEAR: Unit.YEAR,
    Measure.AWARD_NOMINEES: Unit.ENTRANT,
    Measure.AWARD_WINNERS: Unit.ENTRANT,
    Measure.AWARD_STAGE: Unit.STATE,
    Measure.AWARD_DOCUMENT: Unit.STATE,
    Measure.AWARD_SCORE: Unit.SCORE,
}


def unit_of(measure: Measure) -> Unit:
    """The unit that every figure of a measure is stored in; most count people."""
    return _UNITS.get(measure, Unit.PERSON)


class Segment(StrEnum):
    """Kinds of participants; ``TOTAL`` is a figure stated for all of them together."""

    TOTAL = "total"
    PU = "PU"
    BPU = "BPU"
    JAKON = "JAKON"
    PMI = "PMI"


class Basis(StrEnum):
    """Where a participant is counted: at the office of registration or where the KTP says."""

    NONE = ""
    REGISTRATION = "registration"
    DOMICILE = "domicile"


class Maturity(StrEnum):
    """How far a figure can be trusted. A sample figure never beats a real one.

    ``RETIRED`` is what holds no more, such as a target that was dropped.
    """

    FINAL = "final"
    PROVISIONAL = "provisional"
    SAMPLE = "sample"
    DISPUTED = "disputed"
    RETIRED = "retired"


# Kept and shown with their history, but no chart and no comparison rests on them.
UNUSED_MATURITIES = frozenset({Maturity.DISPUTED, Maturity.RETIRED})
