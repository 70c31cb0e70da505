"""Flags and checks as sentences: what is wrong, in numbers as people read them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from cakupan.analytics.kinds import Change
from cakupan.analytics.published_checks import Check, Outcome, Told
from cakupan.domain.flags import FlagCode, FlagKey
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.texts import date_format
from cakupan.texts.number_format import count, growth, percent, points, short_count
from layouts.corrections import CorrectionWords
from layouts.mutu.records import Case, MutuView
from layouts.region_names import region_names

_MOST_NAMES = 6
_THOUSAND, _MILLION = Decimal(1000), Decimal(1_000_000)
_LACKS = (FlagCode.PARTS_MISSING, FlagCode.WORKFORCE_MISSING, FlagCode.WORKFORCE_STALE)
Fields = dict[str, str]


def flag_sentence(case: Case, mutu: MutuView) -> str:
    """What is wrong and by how much."""
    if case.check is not None:
        return check_sentence(case.check, mutu)
    if case.code is FlagCode.CORRECTION_UNFIT:
        return _unfit(case, mutu)
    key, fields = case.flag.key, _fields(case, mutu)
    name = case.code.value
    if case.code is FlagCode.DIGIT_SLIP:
        name += "-small" if int(case.flag.details["places"]) < 0 else "-big"
    return mutu.words(f"mutu.flag.{name}", region=mutu.region_name(key.region_code), **fields)


def check_sentence(check: Check, mutu: MutuView) -> str:
    """What a published figure says, and what it was held against."""
    told, language = check.told, mutu.view.language
    fields = {
        "region": mutu.region_name(told.region_code),
        "value": printed(told, mutu),
        "measure": _measure(told, mutu),
        "publisher": mutu.view.publisher_name(told.publisher),
        "period": date_format.period(told.period, language, short=True),
        "base": mutu.base_names.get(check.base, ""),
        **{f"other_{place}": printed(one, mutu) for place, one in enumerate(check.others)},
    }
    if check.outcome is Outcome.ABOVE_WHOLE:
        above = mutu.view.reference.directory[told.region_code].parent_code or ""
        fields |= {
            "whole": mutu.region_name(above),
            "whole_value": count(check.numbers[0], language),
        }
    elif check.outcome is Outcome.ABOVE_SET:
        fields["other_measure"] = _measure(check.others[0], mutu)
    elif check.outcome in {Outcome.NEAR, Outcome.APART}:
        computed = check.numbers[0]
        fields |= {
            "computed": percent(computed, language),
            "apart": points(Fraction(told.value) - computed, language),
        }
    else:
        fields |= _interval(check, mutu)
    return mutu.words(f"mutu.check.{check.outcome.value}", **fields)


def _unfit(case: Case, mutu: MutuView) -> str:
    """A correction that no longer answers what the files say."""
    wording = CorrectionWords(mutu.view.reference, mutu.words)
    one, fit = case.corrections[0], case.flag.details["fit"]
    return mutu.words(
        f"mutu.unfit.{fit}",
        name=wording.called(one.figure.key),
        who=one.load.loaded_by,
        **{
            name: wording.value(value, one.figure.unit)
            for name, value in (
                ("corrected", one.figure.value),
                ("stated", one.stated),
                ("now", one.stated_now),
            )
        },
    )


def flag_name(key: FlagKey, mutu: MutuView) -> str:
    """A flag in a few words: Kab. Tangerang: cakupan di atas 100%, Semesta pekerja."""
    known = key.code in set(FlagCode)
    what = mutu.words(f"mutu.name.{key.code}") if known else key.code
    measure, publisher, *_ = *key.subject.split("|"), ""
    subject = mutu.view.publisher_name(publisher) if publisher else mutu.base_names.get(measure, "")
    period = date_format.period(Period(key.period), mutu.view.language) if key.period else ""
    parts = (f"{mutu.region_name(key.region_code)}: {what}", subject, period)
    return " · ".join(part for part in parts if part)


def printed(told: Told, mutu: MutuView) -> str:
    """A figure as it was printed: 2,8 juta, 461 ribu, 46,03%, 338.779."""
    language, unit = mutu.view.language, told.rounding_unit
    if told.measure is Measure.COVERAGE_PUBLISHED:
        # An exact one has no last digit of its own.
        return percent(told.value, language, max(0, -(unit * 100).adjusted()) if unit else 2)
    for scale in (_MILLION, _THOUSAND):
        if told.value >= scale and unit >= _THOUSAND:
            return short_count(told.value, language, max(0, scale.adjusted() - unit.adjusted()))
    return count(told.value, language)


def _fields(case: Case, mutu: MutuView) -> Fields:
    """Everything a sentence about computed figures may name."""
    key, details, language = case.flag.key, case.flag.details, mutu.view.language
    month = str(details.get("month") or key.period)
    fields = {
        "base": mutu.base_names.get(key.subject, ""),
        "month": date_format.period(Period(month), language) if month else "",
        **{name: _number(value, mutu) for name, value in details.items()},
    }
    for suffix in ("", "_before", "_first"):
        people, workers = (details.get(f"{name}{suffix}") for name in ("participants", "workers"))
        if people is not None and workers:
            fields[f"coverage{suffix}"] = percent(Fraction(int(people), int(workers)), language)
    return fields | _moved(case, mutu) | _listed(case, mutu)


def _moved(case: Case, mutu: MutuView) -> Fields:
    """Growth of participants, that of the siblings, and the change of coverage in points."""
    details, language = case.flag.details, mutu.view.language
    if "participants_before" not in details:
        return {}
    after, before = (int(details[name]) for name in ("participants", "participants_before"))
    fields = {"growth": growth(Fraction(after - before, before), language)} if before else {}
    if "workers_before" in details:
        ratios = (
            Fraction(after, int(details["workers"])),
            Fraction(before, int(details["workers_before"])),
        )
        fields["points"] = points(ratios[0] - ratios[1], language)
    if "usual" in details:
        fields["usual"] = growth(Decimal(str(details["usual"])), language)
    if "other" in details:
        fields["other"] = mutu.region_name(str(details["other"]))
    if "places" in details:
        fields["times"] = count(10 ** abs(int(details["places"])), language)
    return fields


def _listed(case: Case, mutu: MutuView) -> Fields:
    """Names of the parts that lack something; what changed in kind at a break."""
    details, fields = case.flag.details, {}
    if case.code in _LACKS:
        codes = str(details["regions"]).split(",")
        fields["names"] = region_names(
            codes, mutu.view.reference.directory, mutu.words, most=_MOST_NAMES
        )
    if case.code is FlagCode.SERIES_BREAK:
        changes = [Change(name) for name in str(details["changes"]).split(",")]
        fields["changes"] = "; ".join(_change(one, details, mutu) for one in changes)
        before = Period(str(details["before"]))
        fields["before"] = date_format.period(before, mutu.view.language)
    return fields


def _change(change: Change, details: Mapping[str, str | int], mutu: MutuView) -> str:
    """What changed, with both publishers where each side has one."""
    named = [details.get(f"{change.value}_{place}") for place in ("before", "after")]
    if None in named:
        return mutu.words(f"daerah.break.{change.value}")
    before, after = (mutu.view.publisher_name(str(name)) for name in named)
    return mutu.words(f"daerah.break.{change.value}_named", before=before, after=after)


def _number(value: str | int, mutu: MutuView) -> str:
    return count(value, mutu.view.language) if isinstance(value, int) else value


def _interval(check: Check, mutu: MutuView) -> Fields:
    language = mutu.view.language
    lowest, highest, *implied = check.numbers
    fields = {"low": percent(lowest, language), "high": percent(highest, language)}
    if implied:
        least, most = (short_count(number, language, 4) for number in implied)
        fields |= {"least": least, "most": most}
    return fields


def _measure(told: Told, mutu: MutuView) -> str:
    return mutu.words(f"ringkasan.measure.{told.measure.value}")
