"""How a change of a dossier is spoken of: in the dialogue, in the history, and when it is done."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from cakupan.domain.awards import AwardCriterion, Stage
from cakupan.domain.juries import JuryItem, Nominee
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference, Term
from cakupan.texts import Words, words
from cakupan.texts.number_format import decimal
from layouts.view import localized

Values = Mapping[JuryItem, Decimal | None]


class DossierWords(Record, frozen=True):
    """Sentences about dossiers in the reader's language."""

    reference: Reference
    say: Words

    def called(self, nominee: Nominee) -> str:
        """PT Maju Jaya (Kota Tangerang), Badan usaha besar 2025."""
        region = self.reference.directory[nominee.region_code].short_name
        name = f"{nominee.name} ({region})" if nominee.name else region
        category = self._named(nominee.category, self.reference.award_categories)
        return self.say("berkas.called", name=name, category=category, year=nominee.award_year)

    def criterion(self, criterion_id: str) -> str:
        """A criterion as the reference lists it."""
        return self._named(criterion_id, self.reference.award_criteria)

    def document(self, document_id: str) -> str:
        """A document as the reference lists it."""
        return self._named(document_id, self.reference.award_documents)

    def stage(self, stage: str) -> str:
        """Wawancara, or the word of the source."""
        key = f"paritrana.stage.{stage}"
        return self.say(key) if key in self.say else stage

    def change(self, before: Values, after: Values) -> str:
        """What a change did, without saying to whom: item by item."""
        return "; ".join(
            self.say(
                "berkas.change",
                item=self._item(item),
                before=self._value(item, before.get(item)),
                after=self._value(item, value),
            )
            for item, value in after.items()
        )

    def scores(self, values: Values) -> list[str]:
        """Juri 1, wawancara: Inovasi 82,50, Kepatuhan 80,00; a line a judge and stage."""
        lines: dict[tuple[str, str], list[str]] = {}
        for criterion in self.reference.scored_criteria:
            for item, value in values.items():
                if item.measure is Measure.AWARD_SCORE and item.aspect == criterion.id:
                    told = f"{self.criterion(item.aspect)} {self._value(item, value)}"
                    lines.setdefault((item.stage, item.judge), []).append(told)
        order = {stage.value: place for place, stage in enumerate(Stage)}
        return [
            self.say("berkas.scored", judge=judge, stage=self.stage(stage), scores=", ".join(told))
            for (stage, judge), told in sorted(
                lines.items(), key=lambda line: (order.get(line[0][0], -1), line[0][1])
            )
        ]

    def state(self, item: JuryItem, value: Decimal | None) -> str:
        """Juri 1, wawancara, Inovasi: 82,50."""
        fields = {"item": self._item(item), "value": self._value(item, value)}
        return self.say("berkas.stands", **fields)

    def done(self, nominee: Nominee, before: Values, after: Values) -> str:
        """A sentence on what was done."""
        change = self.change(before, after)
        return self.say("berkas.done.saved", name=self.called(nominee), change=change)

    def file_name(self, nominee: Nominee, before: Values, after: Values) -> str:
        """What the change is called in the history of loads: one language for all readers."""
        kept = DossierWords(self.reference, words(Language.ID))
        change = kept.change(before, after)
        return kept.say("berkas.file", name=kept.called(nominee), change=change)

    def _item(self, item: JuryItem) -> str:
        if item.measure is Measure.AWARD_DOCUMENT:
            return self.document(item.aspect)
        stage = self.stage(item.stage)
        if item.measure is Measure.AWARD_STAGE:
            return self.say("berkas.stage_item", stage=stage)
        criterion = self.criterion(item.aspect)
        return self.say("berkas.score_item", judge=item.judge, stage=stage, criterion=criterion)

    def _value(self, item: JuryItem, value: Decimal | None) -> str:
        if value is None:
            return self.say("berkas.nothing")
        if item.measure is Measure.AWARD_SCORE:
            return decimal(value, self.say.language, 2)
        topic = "document_state" if item.measure is Measure.AWARD_DOCUMENT else "state"
        return self.say(f"paritrana.{topic}.{int(value)}")

    def _named(self, name: str, terms: Iterable[Term | AwardCriterion]) -> str:
        names = {term.id: localized(term, "name", self.say.language) for term in terms}
        return names.get(name, name.replace("_", " "))
