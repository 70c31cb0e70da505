"""From the texts of an address to a question that can be answered, or a sentence why not."""

from collections.abc import Iterable, Mapping

from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field
from cakupan.domain.regions import RegionDirectory
from cakupan.exports.api.parameters import (
    ALL_PERIODS,
    MOST_REGIONS,
    Catalogue,
    Parameter,
    Shape,
)
from cakupan.exports.api.resources import Resource

_SHOWN = 60


class BadQuestionError(Exception):
    """What a parameter says cannot be asked: the key of a sentence, with its fields."""

    def __init__(self, code: str, parameter: str, **fields: object) -> None:
        super().__init__(code)
        self.code, self.parameter = code, parameter
        self.fields = {"parameter": parameter, **fields}


class Span(Record, frozen=True):
    """Periods from the first to the last, both included. ``Span.of("2024-01..2025-10")``."""

    first: Period
    last: Period

    @classmethod
    def of(cls, text: str) -> "Span":
        """One period, or two with two dots between them; ``ValueError`` otherwise."""
        first, dots, last = text.partition("..")
        span = cls(Period(first), Period(last if dots else first))
        if span.last.end < span.first.start:
            raise ValueError(text)
        return span


class Asked(Record, frozen=True):
    """A question whose every part is sound: the texts of a resource's parameters by name."""

    resource: Resource
    texts: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """What a parameter says; empty for one that the resource does not take."""
        return self.texts.get(name, "")

    @property
    def region_codes(self) -> tuple[str, ...]:
        """The regions asked for; empty for all."""
        return tuple(filter(None, self["wilayah"].split(",")))

    @property
    def span(self) -> Span | None:
        """The periods asked for; None where none were, or all."""
        text = self["periode"]
        return None if text in {"", ALL_PERIODS} else Span.of(text)

    @property
    def every_period(self) -> bool:
        """Whether all periods were asked for, in this word."""
        return self["periode"] == ALL_PERIODS

    @property
    def limit(self) -> int:
        """How many rows at most."""
        return int(self["limit"])

    @property
    def offset(self) -> int:
        """How many rows are passed over first."""
        return int(self["offset"])

    @property
    def page(self) -> slice:
        """The rows asked for, out of all."""
        return slice(self.offset, self.offset + self.limit)


def ask(
    resource: Resource,
    given: Iterable[tuple[str, str]],
    catalogue: Catalogue,
    directory: RegionDirectory,
) -> Asked:
    """The question of these pairs of name and text. Raises BadQuestionError for an unsound one."""
    texts = {name: catalogue[name].start for name in resource.parameters}
    for name, text in given:
        if name not in texts:
            known = ", ".join(sorted(texts))
            raise BadQuestionError("unknown_parameter", name[:_SHOWN], known=known)
        texts[name] = _sound(catalogue[name], text.strip(), directory)
    return Asked(resource, texts)


def _sound(parameter: Parameter, text: str, directory: RegionDirectory) -> str:
    """The text of a parameter as it was given, where it can be used; empty is as not given."""
    if not text:
        return parameter.start
    {
        Shape.CHOICE: _check_choice,
        Shape.REGIONS: lambda one, said: _check_regions(one, said, directory),
        Shape.PERIODS: _check_periods,
        Shape.WHOLE: _check_whole,
        Shape.FREE: _check_free,
    }[parameter.shape](parameter, text)
    return text


def _check_choice(parameter: Parameter, text: str) -> None:
    if text not in parameter.values:
        code = "unknown_province" if parameter.name == "provinsi" else "unknown_value"
        known = ", ".join(parameter.values)
        raise BadQuestionError(code, parameter.name, value=text[:_SHOWN], known=known)


def _check_regions(parameter: Parameter, text: str, directory: RegionDirectory) -> None:
    codes = text.split(",")
    if len(codes) > MOST_REGIONS:
        raise BadQuestionError("too_many_regions", parameter.name, most=MOST_REGIONS)
    for code in codes:
        if code not in directory:
            raise BadQuestionError("unknown_region", parameter.name, value=code[:_SHOWN])


def _check_periods(parameter: Parameter, text: str) -> None:
    if text == ALL_PERIODS:
        return
    try:
        Span.of(text)
    except ValueError as fault:
        raise BadQuestionError("bad_period", parameter.name, value=text[:_SHOWN]) from fault


def _check_whole(parameter: Parameter, text: str) -> None:
    # Digits of other scripts are none for int(): "²".isdigit() is true.
    if not text.isascii() or not text.isdigit() or len(text) > len(str(parameter.most)):
        raise _out_of_bounds(parameter, text)
    if not parameter.least <= int(text) <= parameter.most:
        raise _out_of_bounds(parameter, text)


def _check_free(parameter: Parameter, text: str) -> None:
    if len(text) > parameter.most:
        raise BadQuestionError("too_long", parameter.name, most=parameter.most)


def _out_of_bounds(parameter: Parameter, text: str) -> BadQuestionError:
    return BadQuestionError(
        "out_of_bounds",
        parameter.name,
        value=text[:_SHOWN],
        least=parameter.least,
        most=parameter.most,
    )
