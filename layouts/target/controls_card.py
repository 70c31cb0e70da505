"""The what-if: four assumptions to slide or to type, and the sentences that sum them up."""

from dataclasses import dataclass
from decimal import Decimal

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from cakupan.domain.language import Language
from cakupan.texts import Words
from cakupan.texts.number_format import count, growth
from layouts.captions import short_period
from layouts.card import head
from layouts.ids import TargetControlId as Control
from layouts.ids import TargetId as Id
from layouts.target.asked import (
    LAST_YEAR,
    LEAST_GROWTH,
    MOST_A_MONTH,
    MOST_GROWTH,
    in_percent,
    shown_by_parameter,
)
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
_DEBOUNCE = 350


@dataclass(frozen=True, slots=True)
class Dial:
    """One assumption: a field and a slider for one parameter. ``low`` to ``high`` is the slider's.

    A field takes anything from ``least`` to ``most``.
    """

    field: Control
    slide: Control
    value: Decimal
    low: Decimal
    high: Decimal
    step: Decimal
    least: Decimal
    most: Decimal
    places: int
    hint: str = ""

    @property
    def name(self) -> str:
        """The parameter's name in the address."""
        return self.field.partition("-param-")[2]


def at_rest(words: Words) -> html.Section:
    """The card before any number has come; its controls are there, so that they can be wired."""
    resting = [
        Dial(field, slide, *(Decimal(0),) * 2, Decimal(1), Decimal(1), Decimal(0), Decimal(1), 0)
        for field, slide in _PAIRS
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


_PAIRS = (
    (Control.GROWTH, Control.GROWTH_SLIDE),
    (Control.A_MONTH, Control.A_MONTH_SLIDE),
    (Control.YEAR, Control.YEAR_SLIDE),
    (Control.RATIO, Control.RATIO_SLIDE),
)


def changes(target: TargetView) -> Changes:
    """The controls showing what is assumed."""
    words = target.words
    return {
        (Id.CONTROLS_HEAD, "children"): [
            *head(words("target.assume.title"), words("target.assume.subtitle")),
            *_remarks(target),
        ],
        (Id.CONTROLS, "children"): [dial_controls(dial, words) for dial in _dials(target)],
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


def _dials(target: TargetView) -> list[Dial]:
    asked, first = target.asked, target.view.summary.headline.period.year
    assumed = asked.assumed
    most = _round_up(max(asked.stated.a_month, assumed.a_month, _needed(target), 50) * 2)
    return [
        Dial(
            *_PAIRS[0],
            value=in_percent(assumed.growth),
            low=min(Decimal(-3), in_percent(assumed.growth)),
            high=max(Decimal(5), in_percent(assumed.growth)),
            step=Decimal("0.1"),
            least=LEAST_GROWTH,
            most=MOST_GROWTH,
            places=2,
            hint=_growth_hint(target),
        ),
        Dial(
            *_PAIRS[1],
            value=Decimal(assumed.a_month),
            low=Decimal(0),
            high=Decimal(most),
            step=Decimal(max(1, most // 200)),
            least=Decimal(0),
            most=Decimal(MOST_A_MONTH),
            places=0,
            hint=_people_hint(target),
        ),
        Dial(
            *_PAIRS[2],
            value=Decimal(assumed.year),
            low=Decimal(first),
            high=Decimal(max(first + 20, assumed.year)),
            step=Decimal(1),
            least=Decimal(first),
            most=Decimal(LAST_YEAR),
            places=0,
        ),
        Dial(
            *_PAIRS[3],
            value=in_percent(assumed.ratio),
            low=Decimal(0),
            high=Decimal(100),
            step=Decimal("0.5"),
            least=Decimal("0.01"),
            most=Decimal(100),
            places=2,
        ),
    ]


def dial_controls(dial: Dial, words: Words) -> html.Div:
    """A field with its slider."""
    name = words(f"target.assume.{dial.name}")
    hint = [html.Small(dial.hint, className="hint")] if dial.hint else []
    # Years are no counts: nobody writes 2.030.
    grouped = dial.name != "tahun"
    return html.Div(
        className="dial",
        children=[
            number_field(dial.field, name, dial, words, grouped=grouped),
            dmc.Slider(
                id=dial.slide,
                value=float(dial.value),
                min=float(dial.low),
                max=float(dial.high),
                step=float(dial.step),
                label=None,
                size="md",
                updatemode="drag",
                thumbLabel=words("target.assume.slide", name=name),
            ),
            *hint,
        ],
    )


def number_field(
    field: Control, name: str, dial: Dial, words: Words, *, grouped: bool
) -> dmc.NumberInput:
    """A field for a number in the reader's separators."""
    indonesian = words.language is Language.ID
    return dmc.NumberInput(
        id=field,
        label=name,
        value=float(dial.value) if dial.places else int(dial.value),
        min=float(dial.least),
        max=float(dial.most),
        step=float(dial.step),
        decimalScale=dial.places,
        allowDecimal=dial.places > 0,
        allowNegative=dial.least < 0,
        decimalSeparator="," if indonesian else ".",
        thousandSeparator=("." if indonesian else ",") if grouped else "",
        allowedDecimalSeparators=[",", "."],
        debounce=_DEBOUNCE,
        clampBehavior="blur",
        size="sm",
    )


def _needed(target: TargetView) -> int:
    return (target.answer.outcome.a_month or 0) if target.answer else 0


def _round_up(people: int) -> int:
    """One or two leading digits: the end of a scale."""
    unit = int("1" + "0" * max(0, len(str(people)) - 2))
    return -(-people // unit) * unit


def _growth_hint(target: TargetView) -> str:
    """How the workforce has grown so far, from the first year shown to the last."""
    known = target.view.summary.trend.dropna(subset=["workers"])
    if known.empty:
        return ""
    first, last = known.iloc[0], known.iloc[-1]
    years = last["date"].year - first["date"].year
    if years < 1 or first["workers"] <= 0:
        return ""
    rate = (last["workers"] / first["workers"]) ** (1 / years) - 1
    return target.words(
        "target.assume.observed_growth",
        growth=growth(rate, target.words.language),
        first=first["date"].year,
        last=last["date"].year,
    )


def _people_hint(target: TargetView) -> str:
    """How many came each month of the past year."""
    view, change = target.view, target.view.summary.year_on_year
    if change.participants_change is None:
        return ""
    first, last = (short_period(period, view) for period in (change.from_period, change.to_period))
    monthly = count(round(change.participants_change / 12), view.language)
    return view.words("target.assume.observed_people", first=first, last=last, people=monthly)
