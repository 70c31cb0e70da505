"""The what-if: four assumptions to slide or to type, and the sentences that sum them up."""

from dash import dcc
from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.card import head
from layouts.ids import TargetId as Id
from layouts.target.asked import assumed_by_parameter, stated_by_parameter
from layouts.target.dial import HINTS, dial_at_rest, dial_changes, dial_slots
from layouts.target.dials import PAIRS, dials
from layouts.target.phrases import ratio_text
from layouts.target.records import TargetView
from layouts.target.sentence import summed_up
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.CONTROLS_HEAD, "children"),
    *(slot for field, slide in PAIRS for slot in dial_slots(field, slide, HINTS[field])),
    (Id.RESET, "children"),
    (Id.STATED, "data"),
    (Id.SHOWN, "data"),
)
ASSUMED_SLOTS: tuple[Slot, ...] = ((Id.SAID, "children"),)


def at_rest(words: Words) -> html.Section:
    """The card before any number has come; its controls are there, so that they can be wired."""
    resting = [dial_at_rest(field, slide, HINTS[field], words) for field, slide in PAIRS]
    return html.Section(
        className="card target-controls",
        children=[
            html.Header(id=Id.CONTROLS_HEAD, className="card-head"),
            html.Div(resting, className="dials"),
            html.Div(id=Id.SAID, className="summed-up", role="status"),
            html.Button(
                words("target.assume.reset"), id=Id.RESET, className="quiet-button", type="button"
            ),
            dcc.Store(id=Id.STATED),
            dcc.Store(id=Id.SHOWN),
            dcc.Store(id=Id.ASKED),
        ],
    )


def changes(target: TargetView) -> Changes:
    """The controls showing what is assumed."""
    words = target.words
    filled: dict[Slot, object] = {}
    for dial in dials(target):
        filled |= dial_changes(dial, words)
    return {
        **filled,
        (Id.CONTROLS_HEAD, "children"): [
            *head(words("target.assume.title"), words("target.assume.subtitle")),
            *_remarks(target),
        ],
        (Id.RESET, "children"): words("target.assume.reset"),
        (Id.STATED, "data"): stated_by_parameter(target.asked),
        (Id.SHOWN, "data"): {
            name: {"text": text, "address": target.view.choices.page_choice(name)}
            for name, text in assumed_by_parameter(target.asked).items()
        },
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
