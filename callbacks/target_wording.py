"""How a change of a target is spoken of: in the dialogue, in the history, and when it is done."""

from decimal import Decimal

from cakupan.charts.target_marks import round_percent
from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference, Target
from cakupan.texts import Words, words
from callbacks.target_form import Draft
from layouts.target.asked import in_percent
from layouts.view import target_name


class TargetWording(Record, frozen=True):
    """Sentences about targets in the reader's language."""

    reference: Reference
    say: Words

    def called(self, target: Target | Draft) -> str:
        """RPJMD 2030 Banten."""
        return f"{self._named(target, self.say)} {self._region(target)}"

    def taken(self, target: Target) -> str:
        """Why a second target under the same key is refused."""
        return self.say(
            "target.fault.taken",
            target=self._named(target, self.say),
            region=self._region(target),
            ratio=self._ratio(target, self.say),
        )

    def done(self, before: Target | None, after: Draft | None) -> str:
        """What was done: a target added, changed or retired."""
        subject = after or before
        if subject is None:
            return ""
        key = "retired" if after is None else "changed" if before else "added"
        return self.say(
            f"target.done.{key}",
            target=self._named(subject, self.say),
            region=self._region(subject),
            **self._both(before, after, self.say),
        )

    def file_name(self, before: Target | None, after: Draft | None) -> str:
        """What the change is called in the history of loads: one language for all readers."""
        say, subject = words(Language.ID), after or before
        if subject is None:
            return ""
        name = say(
            "target.edit.file",
            region=self._region(subject),
            target=self._named(subject, say),
        )
        key = "retired" if after is None else "changed" if before else "new"
        return say(f"target.edit.file_{key}", name=name, **self._both(before, after, say))

    def typed_percent(self, ratio: Decimal) -> str:
        """65,5 as it would be typed."""
        text = str(in_percent(ratio))
        return text.replace(".", ",") if self.say.language is Language.ID else text

    def _both(self, before: Target | None, after: Draft | None, say: Words) -> dict[str, str]:
        """What it was and what it is; by name too where that has changed."""
        texts = {"before": self._ratio(before, say), "after": self._ratio(after, say)}
        if before and after:
            names = [self._named(one, say) for one in (before, after)]
            if names[0] != names[1]:
                pairs = zip(texts.items(), names, strict=True)
                texts = {key: f"{ratio} ({name})" for (key, ratio), name in pairs}
        return texts

    def _region(self, target: Target | Draft) -> str:
        return self.reference.directory[target.region_code].short_name

    def _named(self, target: Target | Draft, say: Words) -> str:
        return target_name(target.framework, target.year, self.reference, say.language)

    def _ratio(self, target: Target | Draft | None, say: Words) -> str:
        return round_percent(float(target.ratio), say.language) if target else ""
