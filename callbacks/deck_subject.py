"""What an address is about: its region and month, as a deck names them."""

from urllib.parse import parse_qsl

from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.domain.regions import Region
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.texts import date_format
from callbacks.deck_items import with_choices
from callbacks.figures import Source
from callbacks.reading import Request, settled
from layouts.choices import asked_release

_FAULTS = {"wilayah": "unknown_region", "periode": "unknown_period"}


class Subject(Record, frozen=True):
    """``search`` is the query with a province where a kabupaten was asked for by its code."""

    region: Region
    search: str
    language: Language
    period_code: str
    period_text: str


def subject_of(
    source: Source, search: str, *, path: str = "", language: Language | None = None
) -> Subject:
    """The region and month of a query; a kabupaten's code stands for its own page.

    Without ``path`` the query has just been typed: DeckFaultError where it asks for what is not
    there.
    """
    typed = not path
    code = _code(search)
    directory = source.reference.directory
    if typed and code and code not in directory:
        raise DeckFaultError("unknown_region", code=code)
    inside = "." in code
    asked = with_choices(search, {"wilayah": code[:2]}) if inside else search
    where = path or (f"/wilayah/{code}" if inside else "/")
    with source.figures(asked_release(asked)) as figures:
        found = settled(figures, Request.of({"path": where, "search": asked}))
    if typed:
        for name in found.ignored:
            raise DeckFaultError(
                _FAULTS.get(name, "unknown_choice"),
                code=code,
                period=_text(search, "periode"),
                name=name,
            )
    shown = language or found.choices.language
    period, newest = found.choices.period, next(iter(found.periods), None)
    if typed and newest is None:
        raise DeckFaultError("no_data", region=found.region.name)
    if typed and newest and found.asked.period not in {None, *found.periods}:
        raise DeckFaultError(
            "no_period",
            region=found.region.name,
            period=_text(search, "periode"),
            newest=date_format.period(newest, shown),
        )
    return Subject(
        region=found.region,
        search=asked,
        language=shown,
        period_code=period.text if period else "",
        period_text=date_format.period(period, shown) if period else "",
    )


def _code(search: str) -> str:
    return _text(search, "wilayah")


def _text(search: str, name: str) -> str:
    return dict(parse_qsl(search.removeprefix("?"))).get(name, "")
