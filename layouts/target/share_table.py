"""Every part with its share by each rule: what the card, the sheet and the letter all show."""

from fractions import Fraction

from cakupan.analytics.gaps import people_a_month, people_needed, workers_after
from cakupan.analytics.sharing import Part, Rule
from cakupan.domain.records import Record
from layouts.target.records import Answer, TargetView


class ShareRow(Record, frozen=True):
    """One part. ``gap`` is what it is missing to the goal itself, with the workforce of then.

    ``monthly`` and ``reaches`` go with the share by the rule chosen.
    """

    code: str
    name: str
    participants: int
    workers: int
    gap: int
    shares: dict[Rule, int]
    monthly: int | None
    reaches: Fraction

    @property
    def coverage(self) -> Fraction:
        """Coverage today."""
        return Fraction(self.participants, self.workers)


def share_rows(target: TargetView, answer: Answer) -> list[ShareRow]:
    """The parts in order of their codes; empty where nothing can be shared out."""
    if answer.shares is None:
        return []
    return [_row(part, target, answer) for part in answer.parts]


def _row(part: Part, target: TargetView, answer: Answer) -> ShareRow:
    assumed, shares = answer.outcome.assumed, answer.shares or {}
    years = max(0, assumed.year - target.view.summary.headline.period.year)
    then = workers_after(part.workers, growth=assumed.growth, years=years)
    by_rule = {rule: given[part.code] for rule, given in shares.items()}
    people = by_rule[target.asked.rule]
    return ShareRow(
        code=part.code,
        name=target.view.reference.directory[part.code].short_name,
        participants=part.participants,
        workers=part.workers,
        gap=people_needed(part.participants, then, ratio=assumed.ratio),
        shares=by_rule,
        monthly=people_a_month(people, answer.outcome.months),
        reaches=(part.participants + people) / then,
    )
