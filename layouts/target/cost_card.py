"""What it costs to close the gap: people times contribution times months, all of them editable."""

from decimal import Decimal

from dash.development.base_component import Component

from cakupan.analytics.cost import cost_to_close
from cakupan.texts import Words
from cakupan.texts.number_format import count, rupiah
from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.ids import TargetControlId as Control
from layouts.ids import TargetId as Id
from layouts.taken import as_data
from layouts.target import cost_data
from layouts.target.asked import (
    CONTRIBUTION_AT_FIRST,
    MOST_CONTRIBUTION,
    MOST_MONTHS,
    MOST_PEOPLE,
)
from layouts.target.cost_data import cost_formula, cost_shown
from layouts.target.dial import field_changes, field_slots, number_field
from layouts.target.records import TargetView
from layouts.view import Changes, Slot

_LIMITS = {
    Control.PEOPLE: (Decimal(0), Decimal(MOST_PEOPLE)),
    Control.CONTRIBUTION: (Decimal(0), Decimal(MOST_CONTRIBUTION)),
    Control.MONTHS: (Decimal(1), Decimal(MOST_MONTHS)),
}
SLOTS: tuple[Slot, ...] = tuple(slot for control in _LIMITS for slot in field_slots(control))
ASSUMED_SLOTS: tuple[Slot, ...] = ((Id.COST_HEAD, "children"), (Id.COST, "children"))


def at_rest(words: Words) -> html.Section:
    """The card before any number has come."""
    controls = [number_field(control, words, within=within) for control, within in _LIMITS.items()]
    return html.Section(
        className="card target-cost",
        children=[
            menu_button(cost_data.NAME, head=Id.COST_HEAD),
            html.Header(id=Id.COST_HEAD, className="card-head"),
            html.Div(controls, className="cost-controls"),
            html.Div(id=Id.COST, className="cost"),
        ],
    )


def changes(target: TargetView) -> Changes:
    """The fields in the reader's words, and how many people are needed at all."""
    words, need = target.words, _need(target)
    hint = words("target.cost.whole_need", people=count(need, words.language)) if need else None
    filled: dict[Slot, object] = {}
    for control, within in _LIMITS.items():
        told = hint if control is Control.PEOPLE else None
        filled |= field_changes(control, words, within=within, hint=told)
    return filled


def assumed_changes(target: TargetView) -> Changes:
    """The amount, with the multiplication that makes it; without people, what is missing."""
    words, asked = target.words, target.asked
    people = _need(target) if asked.people is None else asked.people
    amount = cost_to_close(people, contribution=asked.contribution, months=asked.months)
    unknown = target.answer is None and asked.people is None
    key = "title_unknown" if unknown else "title" if amount else "title_none"
    title = words(f"target.cost.{key}", amount=rupiah(amount, words.language))
    contribution = rupiah(CONTRIBUTION_AT_FIRST, words.language)
    assumption = words("target.cost.assumption", contribution=contribution)
    known = not unknown
    return {
        **(as_data(Id.COST, cost_shown(target, people, title, assumption)) if known else {}),
        (Id.COST_HEAD, "children"): head(title, words("target.cost.subtitle")),
        (Id.COST, "children"): [
            *(_multiplied(people, amount, target) if known else []),
            html.P(assumption, className="caption"),
        ],
    }


def _multiplied(people: int, amount: int, target: TargetView) -> list[Component]:
    """How the amount comes about, and what it is a month and a year."""
    words, asked = target.words, target.asked
    formula = cost_formula(target, people)
    monthly = cost_to_close(people, contribution=asked.contribution, months=1)
    return [
        html.P([f"{formula} = ", html.B(rupiah(amount, words.language))], className="formula"),
        *(
            html.P(words(f"target.cost.{name}", amount=rupiah(each, words.language)))
            for name, each in {"a_month": monthly, "a_year": monthly * 12}.items()
        ),
    ]


def _need(target: TargetView) -> int:
    return target.answer.outcome.needed if target.answer else 0
