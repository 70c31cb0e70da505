"""How corrected figures are spoken of: in captions, in the dialogue, in the history of loads."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from cakupan.analytics.corrected import corrections_within
from cakupan.domain.corrections import Correction
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.language import Language
from cakupan.domain.measures import Basis, Segment, Unit
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.texts import Words, date_format, words
from cakupan.texts.number_format import MISSING, count, percent
from layouts.view import View, localized, publisher_name, term_name

_MOST_NAMED = 3


def corrected_parts(
    view: View, corrections: Sequence[Correction], codes: Collection[str] = ()
) -> list[str]:
    """What a caption says of them: those of the region shown, all below it, and ``codes``."""
    own = corrections_within(corrections, view.region.code)
    others = [one for one in corrections if one.figure.key.region_code in codes]
    return _named([*own, *others], view)


def _named(corrections: Iterable[Correction], view: View) -> list[str]:
    directory, pairs = view.reference.directory, corrected_by(corrections)
    if len(pairs) > _MOST_NAMED:
        return [view.words("mutu.caption.corrected_many", count=count(len(pairs), view.language))]
    return [
        view.words("mutu.caption.corrected", region=directory[code].short_name, who=who)
        for code, who in pairs
    ]


def corrected_by(corrections: Iterable[Correction]) -> list[tuple[str, str]]:
    """Each region once with each person who corrected figures of it."""
    pairs = ((one.figure.key.region_code, one.load.loaded_by) for one in corrections)
    return list(dict.fromkeys(pairs))


class CorrectionWords(Record, frozen=True):
    """Sentences about corrected figures in the reader's language."""

    reference: Reference
    say: Words

    def called(self, key: FigureKey) -> str:
        """Kota Cilegon · Peserta aktif PU · Okt 2025 · BPJS Ketenagakerjaan."""
        directory, language = self.reference.directory, self.say.language
        known = key.region_code in directory
        region = directory[key.region_code].short_name if known else key.region_code
        period = date_format.period(key.period, language, short=True)
        parts = (region, self._counted(key), period, self._publisher(key))
        return " · ".join(parts)

    def value(self, value: Decimal | None, unit: Unit) -> str:
        """63.700, or 46,03% with all the digits it was stated with."""
        if value is None:
            return MISSING
        if unit is not Unit.RATIO:
            return count(value, self.say.language)
        return percent(value, self.say.language, max(0, -_last_digit(value * 100)))

    def change(self, correction: Correction) -> str:
        """91.000 → 9.100."""
        return self.between(correction.before, correction.figure)

    def between(self, before: Decimal | None, figure: Figure) -> str:
        """The same of a correction that is about to be made."""
        was, now = (self.value(value, figure.unit) for value in (before, figure.value))
        return f"{was} → {now}"

    def file_name(self, before: Decimal | None, figure: Figure) -> str:
        """What it is called in the history of loads: one language for all readers."""
        kept = CorrectionWords(self.reference, words(Language.ID))
        return kept.say(
            "mutu.correct.file",
            name=kept.called(figure.key),
            change=kept.between(before, figure),
        )

    def _publisher(self, key: FigureKey) -> str:
        return publisher_name(key.publisher, self.reference, self.say.language)

    def _counted(self, key: FigureKey) -> str:
        """Peserta aktif PU, nelayan, menurut domisili."""
        language = self.say.language
        names = {one.segment: localized(one, "short", language) for one in self.reference.segments}
        segment = "" if key.segment is Segment.TOTAL else names[key.segment]
        measure = self.say(f"ringkasan.measure.{key.measure.value}")
        group = term_name(key.group, self.reference.group_names, language)
        basis = self.say("segmen.counted.domicile") if key.basis is Basis.DOMICILE else ""
        counted = " ".join(part for part in (measure, segment) if part)
        return ", ".join(part for part in (counted, group, basis) if part)


def _last_digit(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
