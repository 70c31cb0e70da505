"""What can be counted: measures, units, segments, programmes and bases."""

from enum import StrEnum


class Measure(StrEnum):
    """What a figure counts. Coverage itself is computed; only a *published* one is stored."""

    EMPLOYED = "employed"
    UNEMPLOYED = "unemployed"
    LABOUR_FORCE = "labour_force"
    WORKING_AGE = "working_age"
    ELIGIBLE_WORKERS = "eligible_workers"
    PARTICIPANTS_ACTIVE = "participants_active"
    PARTICIPANTS_INACTIVE = "participants_inactive"
    PARTICIPANTS_REGISTERED = "participants_registered"
    VULNERABLE_WORKERS = "vulnerable_workers"
    UNPROTECTED_WORKERS = "unprotected_workers"
    EMPLOYERS = "employers"
    COVERAGE_PUBLISHED = "coverage_published"


class Unit(StrEnum):
    """Unit of a stored value. A ratio is stored as a ratio, 0.4603 for 46,03%."""

    PERSON = "person"
    FIRM = "firm"
    RATIO = "ratio"


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
    """How far a figure can be trusted. A sample figure never beats a real one."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    SAMPLE = "sample"
    DISPUTED = "disputed"
