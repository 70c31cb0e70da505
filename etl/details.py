"""Details of findings and questions as people read them: counts, periods, measures, readings."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from cakupan.domain.periods import Period
from cakupan.texts.date_format import period
from cakupan.texts.number_format import MISSING, count, decimal
from cakupan.texts.words import Words

_Writer = Callable[[str, Words], str]


def written(details: Mapping[str, str | int], say: Words) -> dict[str, str]:
    """Each detail in words, by its name; whole numbers are counts."""
    return {name: _written(name, value, say) for name, value in details.items()}


def _written(name: str, value: str | int, say: Words) -> str:
    if isinstance(value, int):
        return count(value, say.language)
    writer = _WRITERS.get(name)
    return value if writer is None else writer(value, say)


def _period(value: str, say: Words) -> str:
    return period(Period(value), say.language)


def _span(value: str, say: Words) -> str:
    """A first and a last period, or the one."""
    return "–".join(dict.fromkeys(_period(one, say) for one in value.split("|")))


def _measure(value: str, say: Words) -> str:
    """A measure's id, then which part of it."""
    measure, *which = value.split("|")
    # The id of a group is its name in small letters: "ojek_daring".
    return " ".join([say(f"ringkasan.measure.{measure}"), *which]).replace("_", " ")


def _topic(value: str, say: Words) -> str:
    return say(f"findings.topics.{value}")


def _candidates(value: str, say: Words) -> str:
    """What a name may have meant."""
    return say("findings.place.nothing_near") if value == MISSING else value


def _reading(value: str, say: Words) -> str:
    """A number as it would be stored, or a percentage, with all the decimals it has."""
    number = Decimal(value.removesuffix("%"))
    places = max(0, -int(number.as_tuple().exponent))
    return decimal(number, say.language, places) + ("%" if value.endswith("%") else "")


_WRITERS: Mapping[str, _Writer] = {
    **dict.fromkeys(("period", "before", "after", "first", "last", "newest"), _period),
    **dict.fromkeys(("claimed", "content"), _span),
    **dict.fromkeys(("measure", "part", "whole", "of"), _measure),
    **dict.fromkeys(("reading_1", "reading_2"), _reading),
    "topic": _topic,
    "candidates": _candidates,
}
