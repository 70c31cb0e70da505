"""The line under a figure: source, cut-off date, denominator, and "Data contoh" where it is so."""

from collections.abc import Collection, Iterable

from cakupan.analytics.grades import Grade
from cakupan.analytics.quality import Mark
from cakupan.analytics.rulings import joined, ruled
from cakupan.domain.flags import Decision
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.texts import date_format
from layouts.corrections import corrected_parts
from layouts.edition import edition_part
from layouts.view import View, localized

_SAID_BELOW = frozenset({Grade.C, Grade.D})
_SAID_ELSEWHERE = frozenset({Mark.SAMPLE, Mark.NO_DATA, Mark.PARTS, Mark.NO_DENOMINATOR})


def region_and_period(view: View) -> str:
    """Banten, Oktober 2025."""
    when = date_format.period(view.summary.headline.period, view.language)
    return view.words("ringkasan.region_and_period", region=view.region.name, period=when)


def short_period(period: Period, view: View) -> str:
    """Okt 2025."""
    return date_format.period(period, view.language, short=True)


def caption(view: View) -> str:
    """Sumber: … · per 31 Okt 2025 · penyebut …, with the base's own period, and the release."""
    return _caption(view)


def _caption(view: View, *, decided: Iterable[str] = (), others: Collection[str] = ()) -> str:
    headline = view.summary.headline
    parts = [
        view.words("ringkasan.caption.source", source=_source(view)),
        view.words(
            "ringkasan.caption.cut_off",
            day=date_format.day(headline.period.end, view.language, short=True),
        ),
        *counted(view),
        view.words("ringkasan.caption.denominator", denominator=_denominator(view)),
    ]
    own = {view.region.code}
    said = (*_ruled(view, own), *_joined(view, own, since=None), *decided)
    said = (*said, *corrected_parts(view, view.corrections, others))
    return " · ".join([*parts, *_sample(view), *_grade(view), *said, *edition_part(view)])


def ranked_caption(view: View, codes: Collection[str]) -> str:
    """The caption of a ranking, with what persons decided about those in it."""
    others = set(codes) - {view.region.code}
    year_ago = view.summary.headline.period.same_month_last_year()
    said = (*_ruled(view, others), *_joined(view, others, since=year_ago))
    return _caption(view, decided=said, others=others)


def ruled_of(view: View, codes: Collection[str]) -> list[Decision]:
    """Decisions that changed who is ranked of these regions, in the month and base shown."""
    return ruled(
        view.decisions.values(),
        codes,
        denominator_id=view.choices.denominator_id,
        period=view.summary.headline.period,
    )


def _ruled(view: View, codes: Collection[str]) -> list[str]:
    directory = view.reference.directory
    return [
        view.words(
            f"mutu.caption.{one.verdict.value}",
            region=directory[one.flag.region_code].short_name,
            who=one.by,
        )
        for one in ruled_of(view, codes)
    ]


def _joined(view: View, codes: Collection[str], *, since: Period | None) -> list[str]:
    """Breaks that a person called real changes, up to the month shown."""
    found = joined(
        view.decisions.values(),
        codes,
        denominator_id=view.choices.denominator_id,
        after=since,
        until=view.summary.headline.period,
    )
    return [
        view.words(
            "mutu.caption.joined",
            region=view.reference.directory[one.flag.region_code].short_name,
            month=short_period(Period(one.flag.period), view),
            who=one.by,
        )
        for one in found
    ]


def participants_caption(view: View) -> str:
    """The caption of figures that need no denominator."""
    headline = view.summary.headline
    counts = Measure.PARTICIPANTS_ACTIVE
    of_participants = [one for one in view.corrections if one.figure.key.measure is counts]
    return " · ".join(
        [
            view.words("ringkasan.caption.source", source=_participants_source(view)),
            view.words(
                "ringkasan.caption.cut_off",
                day=date_format.day(headline.period.end, view.language, short=True),
            ),
            *counted(view),
            *_sample(view),
            *corrected_parts(view, of_participants),
            *edition_part(view),
        ]
    )


def counted(view: View) -> list[str]:
    """Who counts as a participant, where the reader can choose it."""
    if view.counting is None:
        return []
    construction = "with" if view.counting.construction else "without"
    return [
        view.words(f"segmen.counted.{view.counting.basis.value}"),
        view.words(f"segmen.counted.{construction}"),
    ]


def _sample(view: View) -> list[str]:
    return [view.words("ringkasan.sample")] if view.summary.headline.sample else []


def _grade(view: View) -> list[str]:
    """The grade where it forbids to quote, unless the card says why already."""
    if view.graded is None or view.graded.grade not in _SAID_BELOW:
        return []
    reasons = [mark for mark in view.graded.deciding if mark not in _SAID_ELSEWHERE]
    said = ", ".join(view.words(f"wilayah.mark.{mark}") for mark in reasons)
    fields = {"grade": view.graded.grade.value, "reasons": said}
    return [view.words("grade.caption", **fields)] if reasons else []


def _participants_source(view: View) -> str:
    return view.words("ringkasan.caption.participants")


def _source(view: View) -> str:
    base = localized(view.denominator, "source", view.language)
    return view.words("ringkasan.caption.both", participants=_participants_source(view), base=base)


def _denominator(view: View) -> str:
    """Semesta pekerja 2025, or 2024–2025 where the parts' bases are of several years."""
    newest = view.summary.headline.workers_period
    if newest is None:
        return view.denominator_name
    oldest = view.summary.headline.workers_period_oldest or newest
    periods = short_period(newest, view)
    if oldest != newest:
        periods = f"{short_period(oldest, view)}–{periods}"
    return f"{view.denominator_name} {periods}"
