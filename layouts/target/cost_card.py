"""What it costs to close the gap: people times contribution times months, all of them editable."""

from decimal import Decimal

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.analytics.cost import cost_to_close
from cakupan.texts import Words
from cakupan.texts.number_format import count, rupiah
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.ids import TargetControlId as Control
from layouts.ids import TargetId as Id
from layouts.taken import as_data
from layouts.target import cost_data
from layouts.target.asked import (
    CONTRIBUTION_AT_FIRST,
    MONTHS_AT_FIRST,
    MOST_CONTRIBUTION,
    MOST_MONTHS,
    MOST_PEOPLE,
)
from layouts.target.cost_data import cost_formula, cost_shown
from layouts.target.dial import number_field
from layouts.target.records import TargetView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.COST_CONTROLS, "children"),)
ASSUMED_SLOTS: tuple[Slot, ...] = ((Id.COST_HEAD, "children"), (Id.COST, "children"))


def at_rest(words: Words) -> html.Section:
    """The card before any number has come."""
    controls = _controls(None, CONTRIBUTION_AT_FIRST, MONTHS_AT_FIRST, 0, words)
    return html.Section(
        className="card target-cost",
        children=[
            menu_button(cost_data.NAME, head=Id.COST_HEAD),
            html.Header(id=Id.COST_HEAD, className="card-head"),
            html.Div(controls, id=Id.COST_CONTROLS, className="cost-controls"),
            html.Div(id=Id.COST, className="cost"),
        ],
    )


def changes(target: TargetView) -> Changes:
    """The fields showing what is assumed."""
    asked = target.asked
    controls = _controls(
        asked.people, asked.contribution, asked.months, _need(target), target.words
    )
    return {(Id.COST_CONTROLS, "children"): controls}


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


def _controls(
    people: int | None, contribution: int, months: int, need: int, words: Words
) -> list[dmc.NumberInput]:
    hint = words("target.cost.whole_need", people=count(need, words.language)) if need else None
    fields = (
        (Control.PEOPLE, people, 0, MOST_PEOPLE, hint),
        (Control.CONTRIBUTION, contribution, 0, MOST_CONTRIBUTION, None),
        (Control.MONTHS, months, 1, MOST_MONTHS, None),
    )
    return [
        number_field(control, value, words, within=(Decimal(least), Decimal(most)), hint=told)
        for control, value, least, most, told in fields
    ]
