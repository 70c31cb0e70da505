"""Parts of sentences that several cards of the page share."""

from decimal import Decimal

from cakupan.charts.target_marks import round_percent
from cakupan.domain.periods import Period
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import percent
from layouts.target.asked import in_percent


def ratio_text(ratio: Decimal, words: Words) -> str:
    """65% or 43,92%: a stated aim is not given false digits."""
    return round_percent(float(ratio), words.language)


def growth_phrase(rate: Decimal, words: Words) -> str:
    """Jumlah pekerja tetap, or how fast it grows or shrinks, with the digits that were given."""
    if not rate:
        return words("target.growth.still")
    places = max(1, -int(in_percent(rate).as_tuple().exponent))
    size = percent(abs(rate), words.language, places)
    return words(f"target.growth.{'up' if rate > 0 else 'down'}", growth=size)


def month_text(month: Period | None, words: Words, *, short: bool = False) -> str:
    """Agustus 2036; what lies too far ahead is said so."""
    if month is None:
        return words("target.figure.never")
    return date_format.period(month, words.language, short=short)


def end_of(year: int, words: Words) -> str:
    """Des 2030: when a target of that year is due."""
    return date_format.period(Period.of_month(year, 12), words.language, short=True)


def apart(months: int, words: Words) -> str:
    """5 tahun 8 bulan for 68 months."""
    years, rest = divmod(abs(months), 12)
    key = "both" if years and rest else "years" if years else "months"
    return words(f"target.apart.{key}", years=years, months=rest)
