"""What counts, now or at a moment of the past, told on a terminal."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from cakupan.domain.figures import FigureKey
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.reference import Reference
from cakupan.storage.queries.freshness import Freshness
from cakupan.storage.queries.standing import StandingFigure
from cakupan.texts.date_format import moment, period
from cakupan.texts.figure_words import (
    aspect_name,
    difference_of_figures,
    group_name,
    programme_name,
    value_of_figure,
)
from cakupan.texts.number_format import MISSING, count
from cakupan.texts.words import Words
from etl.report import Report
from etl.standing import Pair, Standing

_SERIES = ("measure", "publisher", "period", "at", "file")
_FIGURES = ("period", "publisher", "part", "value_then", "value_now", "difference", "file")
_NUMBERS = frozenset({"value_then", "value_now", "difference"})


class StandingReport:
    """Writes what counts in sentences and columns."""

    def __init__(self, report: Report, say: Words, reference: Reference) -> None:
        self._report = report
        self._say = say
        self._reference = reference
        self._names = {
            one.id: str(getattr(one, f"name_{say.language.value}")) for one in reference.publishers
        }

    def tell(self, standing: Standing) -> None:
        """The moment, what counts at it, and what is different today."""
        self.headline(standing.as_of, len(standing.then))
        if standing.figures is not None:
            self._figures(standing)
        else:
            self._series(standing.series)
        if standing.as_of is not None:
            self._since(standing)

    def headline(self, as_of: datetime | None, loads: int) -> None:
        """Of which moment this is, and how many loads counted at it."""
        say = self._say
        size = count(loads, say.language)
        key = "cli.current.now" if as_of is None else "cli.current.then"
        at = "" if as_of is None else moment(as_of.astimezone(), say.language)
        self._report.line(say(key, moment=at, loads=size), style="bold")

    def _series(self, series: Sequence[Freshness]) -> None:
        if not series:
            self._report.line(self._say("cli.current.nothing"))
            return
        rows = [
            (
                self._say(f"ringkasan.measure.{one.measure.value}"),
                self._publisher(one.publisher),
                period(one.period, self._say.language, short=True),
                moment(one.loaded_at.astimezone(), self._say.language),
                one.file_name,
            )
            for one in series
        ]
        self._report.table([self._say(f"cli.current.{name}") for name in _SERIES], rows)

    def _figures(self, standing: Standing) -> None:
        figures = standing.figures or {}
        if not figures:
            self._report.line(self._say("cli.current.no_figures"))
            return
        shown = [
            name
            for name in _FIGURES
            if standing.as_of is not None or name not in ("value_then", "difference")
        ]
        rows = [self._row(key, pair) for key, pair in figures.items()]
        self._report.table(
            [self._say(f"cli.current.{name}") for name in shown],
            [[row[name] for name in shown] for row in rows],
            right=[place for place, name in enumerate(shown) if name in _NUMBERS],
        )
        if standing.as_of is not None:
            changed = sum(_value(then) != _value(now) for then, now in figures.values())
            numbers = {"changed": changed, "figures": len(figures)}
            written = {name: count(size, self._say.language) for name, size in numbers.items()}
            self._report.line(self._say("cli.current.differ", **written))

    def _row(self, key: FigureKey, pair: Pair) -> dict[str, str]:
        then, now = pair
        before, after = _value(then), _value(now)
        difference = MISSING
        if before is not None and after is not None:
            difference = difference_of_figures(after - before, key.measure, self._say)
        standing = then or now
        return {
            "period": period(key.period, self._say.language, short=True),
            "publisher": self._publisher(key.publisher),
            "part": " · ".join(self._parts(key)),
            "value_then": self._value(before, key.measure),
            "value_now": self._value(after, key.measure),
            "difference": difference,
            "file": standing.file_name if standing else MISSING,
        }

    def _since(self, standing: Standing) -> None:
        """The loads that make the difference between then and today."""
        for key, loads in (("came", standing.came), ("went", standing.went)):
            size = count(len(loads), self._say.language)
            self._report.line(self._say(f"cli.current.{key}", loads=size))
            for load in loads:
                at = load.loaded_at if key == "came" else load.withdrawn_at
                when = MISSING if at is None else moment(at.astimezone(), self._say.language)
                who = load.loaded_by if key == "came" else load.withdrawn_by or MISSING
                self._report.line(
                    self._say(
                        "cli.current.load", id=load.id, file=load.file_name, moment=when, who=who
                    ),
                    indent=2,
                )

    def _parts(self, key: FigureKey) -> Iterator[str]:
        """What narrows a figure down."""
        if key.basis is not Basis.NONE:
            yield self._say(f"templates.basis.{key.basis.value}")
        if key.segment is not Segment.TOTAL:
            yield key.segment.value
        named = (key.measure, self._reference, self._say.language)
        programme, group = programme_name(key.programme, *named), group_name(key.group, *named)
        aspect = aspect_name(key.aspect, self._reference, self._say.language)
        stage = self._say(f"paritrana.stage.{key.stage}") if key.stage else ""
        yield from filter(None, (programme, group, aspect, stage))

    def _value(self, value: Decimal | None, measure: Measure) -> str:
        return MISSING if value is None else value_of_figure(value, measure, self._say)

    def _publisher(self, publisher: str) -> str:
        return self._names.get(publisher, publisher)


def _value(figure: StandingFigure | None) -> Decimal | None:
    return None if figure is None else figure.value
