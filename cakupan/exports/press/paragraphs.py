"""The two paragraphs: where the region stands, and how far it is to its targets."""

from collections.abc import Iterator, Sequence

from cakupan.analytics.summary import Status, TargetGap, YearOnYear
from cakupan.charts.messages import goal
from cakupan.exports.press.matter import PressMatter
from cakupan.exports.press.told import Term, Told, joined, told
from cakupan.texts import date_format
from cakupan.texts.number_format import count, growth, percent, points


def standing(matter: PressMatter) -> Told:
    """Participants, workforce and coverage, and what has changed in a year."""
    return joined([_now(matter), *_change(matter)])


def way_ahead(matter: PressMatter) -> Told:
    """People missing to the nearest and the furthest target, and whether the pace is enough."""
    gaps, words = matter.summary.gaps, matter.words
    if not gaps:
        return told(words("press.target.none", region=matter.region.name))
    return joined([*_orientation(matter), *_distances(matter, gaps), *_pace(matter, gaps)])


def _now(matter: PressMatter) -> Told:
    words, language, headline = matter.words, matter.language, matter.summary.headline
    day = date_format.day(headline.period.end, language)
    names = {"place": matter.region.name.upper(), "region": matter.region.name, "day": day}
    if headline.coverage is None:
        reason = words(
            f"ringkasan.reason.{headline.reason}",
            region=matter.region.name,
            period=date_format.period(headline.period, language),
            denominator=matter.base,
            known=headline.parts_with_data,
            total=headline.parts_expected,
            parts=matter.parts_word,
        )
        return told(words("press.now.without", reason=reason, **names))
    terms = [Term.PARTICIPANTS, Term.BASE, Term.COVERAGE]
    if headline.coverage > 1:
        terms.append(Term.ABOVE)
    sentence = words(
        "press.now.coverage",
        participants=count(headline.participants, language),
        workers=count(headline.workers, language),
        coverage=percent(headline.coverage, language),
        base=matter.base.lower(),
        **names,
    )
    return told(sentence, *terms)


def _change(matter: PressMatter) -> Iterator[Told]:
    change, words = matter.summary.year_on_year, matter.words
    if matter.summary.headline.coverage is None:
        return
    before = date_format.period(change.from_period, matter.language)
    if change.points is not None:
        size = points(abs(change.points), matter.language).removeprefix("+")
        key = f"press.change.points_{_direction(change.points)}"
        yield told(words(key, before=before, points=size), Term.POINTS)
    if change.participants_growth is not None:
        yield told(_grown(change, matter), Term.GROWTH)
    if change.points is None and change.reason is not None:
        because = words(f"ringkasan.because.{change.reason}")
        yield told(words("press.change.unknown", before=before, because=because))


def _grown(change: YearOnYear, matter: PressMatter) -> str:
    """Of the participants; told with the month where the sentence before does not name it."""
    ratio = change.participants_growth or 0.0
    size = growth(abs(ratio), matter.language).removeprefix("+")
    before = date_format.period(change.from_period, matter.language)
    form = "same_span" if change.points is not None else "own_span"
    key = f"press.change.participants_{_direction(ratio)}"
    span = matter.words(f"press.change.{form}", before=before)
    return matter.words(key, growth=size, span=span)


def _direction(change: float) -> str:
    return "up" if change > 0 else "down" if change < 0 else "same"


def _orientation(matter: PressMatter) -> Iterator[Told]:
    if matter.borrowed_from:
        fields = {"whole": matter.borrowed_from, "region": matter.region.name}
        yield told(matter.words("press.target.borrowed", **fields))


def _distances(matter: PressMatter, gaps: Sequence[TargetGap]) -> Iterator[Told]:
    """To the nearest open target and to the one furthest ahead."""
    words = matter.words
    counted = [gap for gap in gaps if gap.people_needed is not None]
    waiting = sorted(
        (gap for gap in counted if gap.people_needed), key=lambda gap: gap.target.ratio
    )
    if not counted:
        aims = ", ".join(matter.aim(gap) for gap in gaps)
        yield told(words("press.target.stated", aims=aims))
    elif not waiting:
        aims = ", ".join(matter.aim(gap) for gap in counted)
        yield told(words("press.target.reached", region=matter.region.name, aims=aims))
    if waiting:
        yield _distance(waiting[0], "press.target.nearest", matter)
    if len(waiting) > 1:
        yield _distance(waiting[-1], "press.target.furthest", matter)


def _distance(gap: TargetGap, key: str, matter: PressMatter) -> Told:
    people = count(gap.people_needed, matter.language)
    needed = matter.words(key, aim=matter.aim(gap), people=people)
    if gap.people_a_month is None or not gap.months_left:
        return told(f"{needed}.", Term.NEED)
    monthly = count(gap.people_a_month, matter.language)
    pace = matter.words("press.target.monthly", monthly=monthly, year=gap.target.year)
    return told(f"{needed}, {pace}.", Term.NEED, Term.MONTHLY)


def _pace(matter: PressMatter, gaps: Sequence[TargetGap]) -> Iterator[Told]:
    aim = goal(gaps)
    if aim is None or aim.assessment.status in {Status.NOT_ASSESSED, Status.REACHED}:
        return
    yield told(matter.words(f"press.pace.{aim.assessment.status}", aim=matter.aim(aim)))
