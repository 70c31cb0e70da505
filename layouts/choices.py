"""What the reader has chosen, as it stands in the address of the page.

``?wilayah=36&periode=2025-10&penyebut=eligible&target=rpjmd&bahasa=id&tema=gelap`` is one set of
choices; nonsense in it falls back to the start and is reported, never raised. What else stands in
the address belongs to the page that is open: it is carried along and read by that page alone.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from cakupan.charts.theme import Theme
from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field, replace
from cakupan.domain.reference import Reference, Target
from cakupan.domain.regions import RegionKind

T = TypeVar("T")
ALL_FRAMEWORKS = "semua"
FIRST_REGION = "36"
_THEMES = {"terang": Theme.LIGHT, "gelap": Theme.DARK}
_RELEASE = "rilis"
_GLOBAL = {"wilayah", "periode", "penyebut", "target", "bahasa", "tema", _RELEASE}
_PAGE_PARAMETER = re.compile(r"[a-z]{1,24}")
_LONGEST_TEXT, _MOST_OF_PAGE, _LONGEST_RELEASE = 200, 16, 40
_KINDS = (RegionKind.NATION, RegionKind.PROVINCE)


class Choices(Record, frozen=True):
    """One view of the figures. ``period`` None is the newest there is.

    ``release`` names the frozen figures that are shown; empty for the running ones.
    """

    region_code: str = FIRST_REGION
    period: Period | None = None
    denominator_id: str = "eligible"
    framework: str = ALL_FRAMEWORKS
    language: Language = Language.ID
    theme: Theme = Theme.LIGHT
    release: str = ""
    of_page: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> str:
        """The choices as the query of an address, always in one order; those of the page last."""
        period = {"periode": self.period.text} if self.period else {}
        release = {_RELEASE: self.release} if self.release else {}
        return "?" + urlencode(
            {
                "wilayah": self.region_code,
                **period,
                "penyebut": self.denominator_id,
                "target": self.framework,
                "bahasa": self.language.value,
                "tema": next(name for name, theme in _THEMES.items() if theme is self.theme),
                **release,
                **dict(self.of_page),
            }
        )

    @property
    def region_prefix(self) -> str:
        """What codes of the region and its parts begin with; empty for the nation."""
        return "" if self.region_code == "00" else self.region_code

    def takes(self, target: Target) -> bool:
        """Whether a target is of the framework chosen."""
        return self.framework in {ALL_FRAMEWORKS, target.framework}

    def page_choice(self, name: str) -> str:
        """What the address says for a parameter of the page; empty where it says nothing."""
        return dict(self.of_page).get(name, "")

    def anywhere(self) -> "Choices":
        """The same choices without those of the page."""
        return replace(self, of_page=())

    def running(self) -> "Choices":
        """The same choices for the running figures."""
        return replace(self, release="")

    def at(self, period: Period | None) -> "Choices":
        """The same choices for another period."""
        return replace(self, period=period)


class Parsed(Record, frozen=True):
    """Choices read from an address, and the names of parameters that made no sense."""

    choices: Choices
    ignored: tuple[str, ...]


class _Given(Record, frozen=True):
    """Parameters as they came, and those that were set aside on the way."""

    texts: Mapping[str, str]
    ignored: list[str] = field(default_factory=list)

    def pick(self, name: str, known: Mapping[str, T], otherwise: T) -> T:
        """What this parameter says, or ``otherwise``."""
        text = self.texts.get(name)
        if text is not None and text not in known:
            self.ignored.append(name)
        return known.get(text, otherwise) if text is not None else otherwise


def asked_release(query: str) -> str:
    """The id of the release that a query asks for, known or not; empty for the running figures.

    It is asked for first: what else the query says is understood by the release's reference data.
    """
    return _texts(query).get(_RELEASE, "").strip()[:_LONGEST_RELEASE]


def parse(query: str, reference: Reference) -> Parsed:
    """The choices of a query; what is missing is the start, what is unknown is reported."""
    given = _Given(_texts(query))
    start = Choices()
    period = _period(given.texts.get("periode", ""))
    choices = Choices(
        region_code=given.pick("wilayah", _same(choosable_regions(reference)), start.region_code),
        period=given.pick("periode", {period.text: period} if period else {}, None),
        denominator_id=given.pick(
            "penyebut", _same(item.id for item in reference.denominators), start.denominator_id
        ),
        framework=given.pick(
            "target", _same((ALL_FRAMEWORKS, *_framework_ids(reference))), start.framework
        ),
        language=given.pick("bahasa", {item.value: item for item in Language}, start.language),
        theme=given.pick("tema", _THEMES, start.theme),
        release=asked_release(query),
        of_page=_of_page(given.texts),
    )
    return Parsed(choices, tuple(given.ignored))


def with_page_choices(choices: Choices, wanted: Mapping[str, str]) -> Choices:
    """The same choices with these parameters of the page; an empty one is left out."""
    merged = {**dict(choices.of_page), **wanted}
    return replace(choices, of_page=tuple(sorted((k, v) for k, v in merged.items() if v)))


def choosable_regions(reference: Reference) -> tuple[str, ...]:
    """Codes of the regions that have a page of their own: the nation and its provinces."""
    return tuple(region.code for region in reference.directory if region.kind in _KINDS)


def frameworks_of(
    region_code: str, targets: Iterable[Target], reference: Reference
) -> tuple[str, ...]:
    """Frameworks that state a target for this region, in the order of the ladder."""
    stated = {target.framework for target in targets if target.region_code == region_code}
    return tuple(name for name in _framework_ids(reference) if name in stated)


def settle(choices: Choices, periods: Iterable[Period], frameworks: Collection[str]) -> Choices:
    """Choices that can be shown: a month there is data for, a framework the region has.

    Without any data the period stays as it was asked for.
    """
    months = sorted(periods)
    framework = choices.framework
    if framework not in frameworks:
        framework = ALL_FRAMEWORKS
    period = choices.period
    if months and period not in months:
        period = months[-1]
    return replace(choices, period=period, framework=framework)


def _of_page(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Parameters that are not of the global bar, as far as they are of sound name and size."""
    others = [
        (name, text)
        for name, text in texts.items()
        if name not in _GLOBAL and _PAGE_PARAMETER.fullmatch(name) and len(text) <= _LONGEST_TEXT
    ]
    return tuple(sorted(others)[:_MOST_OF_PAGE])


def _texts(query: str) -> dict[str, str]:
    """The last text of each parameter."""
    return {name: texts[-1] for name, texts in parse_qs(query.removeprefix("?")).items()}


def _framework_ids(reference: Reference) -> tuple[str, ...]:
    return tuple(framework.id for framework in reference.frameworks)


def _same(ids: Iterable[str]) -> dict[str, str]:
    return {item: item for item in ids}


def _period(text: str) -> Period | None:
    try:
        return Period(text)
    except ValueError:
        return None
