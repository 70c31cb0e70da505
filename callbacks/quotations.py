"""Published figures that a person decided are not to be quoted."""

from collections.abc import Mapping

from cakupan.analytics.published_checks import subject_of
from cakupan.domain.flags import Decision, Exclusion, FlagCode, FlagKey, Verdict
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period

_OF_QUOTATIONS = [code for code in FlagCode if code.excludes is Exclusion.QUOTATION]


def is_withheld(
    decisions: Mapping[FlagKey, Decision],
    region_code: str,
    measure: Measure,
    period: Period,
    publisher: str,
) -> bool:
    """Whether a decision in force excludes what a publisher said of a region."""
    subject = subject_of(measure, publisher)
    keys = (FlagKey(code, region_code, period.text, subject) for code in _OF_QUOTATIONS)
    return any(key in decisions and decisions[key].verdict is Verdict.EXCLUDED for key in keys)
