"""The what-if: four assumptions to slide or to type, and the sentences that sum them up."""

from decimal import Decimal

from dash import dcc, html
from dash.development.base_component import Component

from cakupan.texts import Words
from layouts.card import head
from layouts.ids import TargetId as Id
from layouts.target.asked import shown_by_parameter
from layouts.target.dial import Dial, dial_controls
from layouts.target.dials import PAIRS, dials
from layouts.target.phrases import ratio_text
from layouts.target.records import TargetView
from layouts.target.sentence import summed_up
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.CONTROLS_HEAD, "children"),
    (Id.CONTROLS, "children"),
    (Id.RESET, "children"),
    (Id.STATED, "data"),
)
ASSUMED_SLOTS: tuple[Slot, ...] = ((Id.SAID, "children"),)


def at_rest(words: Words) -> html.Section:
    """The card before any number has come; its controls are there, so that they can be wired."""
    resting = [
        Dial(field, slide, *(Decimal(0),) * 2, Decimal(1), Decimal(1), Decimal(0), Decimal(1), 0)
        for field, slide in PAIRS
    ]
    return html.Section(
        className="card target-controls",
        children=[
            html.Header(id=Id.CONTROLS_HEAD, className="card-head"),
            html.Div(
                [dial_controls(dial, words) for dial in resting],
                id=Id.CONTROLS,
                className="dials",
            ),
            html.Div(id=Id.SAID, className="summed-up", role="status"),
            html.Button(
                words("target.assume.reset"), id=Id.RESET, className="quiet-button", type="button"
            ),
            dcc.Store(id=Id.STATED),
            dcc.Store(id=Id.ASKED),
        ],
    )


def changes(target: TargetView) -> Changes:
    """The controls showing what is assumed."""
    words = target.words
    return {
        (Id.CONTROLS_HEAD, "children"): [
            *head(words("target.assume.title"), words("target.assume.subtitle")),
            *_remarks(target),
        ],
        (Id.CONTROLS, "children"): [dial_controls(dial, words) for dial in dials(target)],
        (Id.RESET, "children"): words("target.assume.reset"),
        (Id.STATED, "data"): shown_by_parameter(target.asked),
    }


def assumed_changes(target: TargetView) -> Changes:
    """The sentences that sum it up."""
    answer = target.answer
    told = summed_up(target, answer) if answer else [target.words("target.nothing_to_reckon")]
    return {(Id.SAID, "children"): [html.P(sentence) for sentence in told]}


def _remarks(target: TargetView) -> list[Component]:
    """What was nonsense in the address, and that a goal is only a proposal."""
    words, asked = target.words, target.asked
    remarks = []
    if asked.ignored:
        names = ", ".join(words(f"target.assume.{name}").lower() for name in asked.ignored)
        remarks.append(words("target.ignored", names=names))
    if not asked.of_target:
        ratio = ratio_text(asked.stated.ratio, words)
        remarks.append(words("target.proposal", ratio=ratio, year=asked.stated.year))
    return [html.P(remark, className="remark") for remark in remarks]
