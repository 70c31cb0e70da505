"""From a request of the browser to a view: which choices, which figures, summed up. No drawing."""

from collections.abc import Mapping, Sequence
from typing import Any

from cakupan.analytics.orientation import aims
from cakupan.analytics.overview import summarise
from cakupan.analytics.summary import Summary
from cakupan.charts.theme import Style
from cakupan.domain.counting import USUAL, Counting
from cakupan.domain.people import EVERYWHERE
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Target
from cakupan.domain.regions import NATION_CODE, Region
from cakupan.texts import words
from callbacks.corrections import corrections_beneath
from callbacks.figures import Figures
from callbacks.grading import graded
from layouts.choices import Choices, asked_release, frameworks_of, parse, settle
from layouts.region_path import region_at
from layouts.view import View


class Request(Record, frozen=True):
    """What the browser asks for: a path, the query of choices, and whether its screen is narrow.

    ``key`` tells requests apart; a page hands it back with what it has drawn. ``held`` is what the
    page says it holds already; empty where it holds nothing.
    """

    path: str
    search: str
    compact: bool
    key: str
    held: str = ""

    @classmethod
    def of(cls, data: object, held: object = None) -> "Request":
        """Read what the store holds; a strange shape is an empty request."""
        given: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        return cls(
            path=str(given.get("path") or "/"),
            search=str(given.get("search") or ""),
            compact=bool(given.get("compact")),
            key=str(given.get("key") or ""),
            held=str(held or ""),
        )

    @property
    def release(self) -> str:
        """The id of the release that is asked for; empty for the running figures."""
        return asked_release(self.search)

    def asking(self, search: str) -> "Request":
        """The same request with another query."""
        return replace(self, search=search)


class Settled(Record, frozen=True):
    """Choices that can be shown, the months and frameworks there are, and what was set aside.

    ``region`` is what the page is about. The choices name the same, or the province it lies in:
    the global bar offers no kabupaten.
    """

    asked: Choices
    choices: Choices
    region: Region
    ignored: tuple[str, ...]
    periods: tuple[Period, ...]
    frameworks: tuple[str, ...]

    @property
    def newest(self) -> bool:
        """Whether the newest month is shown: then it is not remembered, and a newer one follows."""
        return not self.periods or self.choices.period == self.periods[0]


def settled(figures: Figures, request: Request) -> Settled:
    """The choices of a request, as far as there is data for them; months newest first.

    A path that names a region decides which one is chosen, whatever else the address says.
    """
    directory = figures.reference.directory
    parsed = parse(request.search, figures.reference)
    region = region_at(request.path, directory)
    asked = parsed.choices
    if region is not None:
        asked = replace(asked, region_code=region.code[:2])
    region = region or directory[asked.region_code]
    periods = _months(figures, region)
    frameworks = frameworks_of(asked.region_code, figures.targets(), figures.reference)
    return Settled(
        asked=asked,
        choices=settle(asked, periods, frameworks),
        region=region,
        ignored=parsed.ignored,
        periods=periods,
        frameworks=frameworks,
    )


def _months(figures: Figures, region: Region) -> tuple[Period, ...]:
    """Months with participants in a region; a kabupaten without any shows those of its province."""
    own = figures.periods("" if region.code == NATION_CODE else region.code)
    return tuple(own or figures.periods(region.code[:2] if "." in region.code else region.code))


def read_view(
    figures: Figures,
    choices: Choices,
    period: Period,
    *,
    compact: bool,
    counting: Counting = USUAL,
) -> View:
    """The view of these choices at a month there is data for."""
    reference, panel = figures.reference, figures.panel(choices.denominator_id, counting)
    region = reference.directory[choices.region_code]
    held = aims(region, [one for one in figures.targets() if choices.takes(one)])
    summary = figures.recent(
        "summary",
        (region.code, choices.denominator_id, choices.framework, period.text, counting),
        lambda: _summary(figures, region, held.targets, period, (choices.denominator_id, counting)),
    )
    return View(
        choices=choices,
        reference=reference,
        style=Style(words(choices.language), choices.theme, compact),
        panel=panel,
        summary=summary,
        published=figures.published(choices.region_code),
        fresh=figures.fresh(choices.region_prefix),
        borrowed_from=held.borrowed_from,
        decisions=figures.decisions(),
        corrections=corrections_beneath(
            figures, choices.denominator_id, period, basis=counting.basis
        ),
        graded=graded(figures, region, summary.headline, choices.denominator_id),
        edition=figures.edition,
    )


def _summary(
    figures: Figures,
    region: Region,
    targets: Sequence[Target],
    period: Period,
    of: tuple[str, Counting],
) -> Summary:
    """The region itself as anybody sees it; of its parts those that may be seen."""

    def summed(whole: Figures) -> Summary:
        return summarise(
            whole.panel(*of),
            region=region,
            targets=targets,
            denominator_id=of[0],
            period=period,
        )

    own, scope = summed(figures), figures.reader.scope
    if scope == EVERYWHERE or not scope.sees(region.code):
        return own
    return replace(summed(figures.unscoped()), ranking=own.ranking)
