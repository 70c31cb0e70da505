"""Published figures that a person decided are not to be quoted."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from cakupan.analytics.published_checks import subject_of
from cakupan.domain.flags import Decision, Exclusion, FlagCode, FlagKey, Verdict
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period

_OF_QUOTATIONS = [code for code in FlagCode if code.excludes is Exclusion.QUOTATION]


class Told(Protocol):
    """What a publisher said of a region in a period."""

    @property
    def period(self) -> Period:
        """What it was said of."""

    @property
    def publisher(self) -> str:
        """Who said it."""


T = TypeVar("T", bound=Told)


def quotable(
    told: Iterable[T],
    decisions: Mapping[FlagKey, Decision],
    region_code: str,
    measure_of: Callable[[T], Measure],
) -> list[T]:
    """What no decision in force excludes of all that was said of a region."""

    def is_withheld(one: T) -> bool:
        subject = subject_of(measure_of(one), one.publisher)
        keys = (FlagKey(code, region_code, one.period.text, subject) for code in _OF_QUOTATIONS)
        return any(key in decisions and decisions[key].verdict is Verdict.EXCLUDED for key in keys)

    return [one for one in told if not is_withheld(one)]
