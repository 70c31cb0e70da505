"""Why a number is missing, as a sentence that says what to do."""

from cakupan.analytics.summary import Reason
from cakupan.texts import Words, date_format
from layouts.view import View


def reason_phrase(reason: Reason, words: Words) -> str:
    """A reason in a few words, to stand under a missing number."""
    return words(f"ringkasan.because.{reason.value}")


def reason_sentence(reason: Reason, view: View) -> str:
    """The sentence of a reason, with the region, month, base and parts it speaks of."""
    headline = view.summary.headline
    return view.words(
        f"ringkasan.reason.{reason.value}",
        region=view.region.name,
        period=date_format.period(headline.period, view.language),
        denominator=view.denominator_name,
        known=headline.parts_with_data,
        total=headline.parts_expected,
        parts=view.parts_word,
    )
