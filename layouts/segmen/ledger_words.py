"""How a line of the ledger is spoken of: in the dialogue, in the history, and when it is done."""

from cakupan.domain.language import Language
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.texts import Words, date_format, words
from cakupan.texts.number_format import MISSING, count, rupiah
from layouts.view import term_name


class LedgerWords(Record, frozen=True):
    """Sentences about lines of the ledger in the reader's language."""

    reference: Reference
    say: Words

    def called(self, line: LedgerLine) -> str:
        """Nelayan, APBD provinsi, Banten, mulai Jan 2025."""
        language = self.say.language
        group = term_name(line.group, self.reference.group_names, language)
        return self.say(
            "segmen.edit.called",
            group=group or self.say("segmen.edit.everybody"),
            payer=term_name(line.payer, self.reference.payers, language) or MISSING,
            region=self.reference.directory[line.region_code].short_name,
            start=date_format.period(line.start, language, short=True),
        )

    def told(self, line: LedgerLine) -> str:
        """3.600 pekerja × Rp16.800 × 12 bulan."""
        return self.say(
            "segmen.edit.told",
            workers=count(line.workers, self.say.language),
            rate=rupiah(line.rupiah_a_month, self.say.language),
            months=count(line.months, self.say.language),
        )

    def change(self, before: LedgerLine | None, after: LedgerLine | None) -> str:
        """What a change did, without saying to which line."""
        if after is None:
            return self.say("segmen.history.retired", before=self.told(before) if before else "")
        if before is None:
            return self.say("segmen.history.new", after=self.told(after))
        pairs = [
            (one(before), one(after))
            for one in (self.called, self.told)
            if one(before) != one(after)
        ]
        told = (self.say("segmen.history.changed", before=was, after=now) for was, now in pairs)
        return "; ".join(told) or self.say("segmen.history.source_changed")

    def done(self, before: LedgerLine | None, after: LedgerLine | None) -> str:
        """A sentence on what was done."""
        key = "retired" if after is None else "changed" if before else "added"
        return self.say(
            f"segmen.done.{key}",
            name=self._subject(before, after),
            change=self.change(before, after),
        )

    def file_name(self, before: LedgerLine | None, after: LedgerLine | None) -> str:
        """What the change is called in the history of loads: one language for all readers."""
        kept = LedgerWords(self.reference, words(Language.ID))
        return kept.say(
            "segmen.edit.file",
            name=kept._subject(before, after),
            change=kept.change(before, after),
        )

    def _subject(self, before: LedgerLine | None, after: LedgerLine | None) -> str:
        subject = after or before
        return self.called(subject) if subject else ""
