"""A dial: a field to type into and a slider to draw, both for one number of the address."""

from collections.abc import Iterator
from decimal import Decimal

import dash_mantine_components as dmc

from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.texts import Words
from layouts import elements as html
from layouts.ids import TargetControlId as Control
from layouts.ids import TargetHintId
from layouts.view import Changes, Slot

_DEBOUNCE = 350
HINTS = {
    Control.GROWTH: TargetHintId.GROWTH,
    Control.A_MONTH: TargetHintId.A_MONTH,
    Control.YEAR: TargetHintId.YEAR,
    Control.RATIO: TargetHintId.RATIO,
}


class Dial(Record, frozen=True):
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
        return parameter(self.field)


FIELD_PROPS = (
    *("label", "description", "min", "max", "step", "decimalScale", "allowDecimal"),
    *("allowNegative", "decimalSeparator", "thousandSeparator"),
)
SLIDE_PROPS = ("min", "max", "step", "thumbLabel")


def dial_at_rest(field: Control, slide: Control, hint: TargetHintId, words: Words) -> html.Div:
    """The field with its slider, and room for what was observed of it so far."""
    resting = Decimal(0), Decimal(1)
    return html.Div(
        className="dial",
        children=[
            number_field(field, words, within=resting),
            dmc.Slider(id=slide, value=0, min=0, max=1, label=None, size="md", updatemode="drag"),
            html.Small(id=hint, className="hint"),
        ],
    )


def dial_slots(field: Control, slide: Control, hint: TargetHintId) -> Iterator[Slot]:
    """What a drawing fills of a dial: all but its value."""
    yield from field_slots(field)
    yield from ((slide, prop) for prop in SLIDE_PROPS)
    yield hint, "children"


def dial_changes(dial: Dial, words: Words) -> Changes:
    """How far a dial goes, and what was observed."""
    name = words(f"target.assume.{dial.name}")
    return {
        **field_changes(
            dial.field,
            words,
            within=(dial.least, dial.most),
            step=dial.step,
            places=dial.places,
            # Years are no counts: nobody writes 2.030.
            grouped=dial.field is not Control.YEAR,
        ),
        (dial.slide, "min"): float(dial.low),
        (dial.slide, "max"): float(dial.high),
        (dial.slide, "step"): float(dial.step),
        (dial.slide, "thumbLabel"): words("target.assume.slide", name=name),
        (HINTS[dial.field], "children"): dial.hint,
    }


def number_field(
    control: Control, words: Words, *, within: tuple[Decimal, Decimal]
) -> dmc.NumberInput:
    """A field for a number in the reader's separators, called as its parameter is; empty at rest.

    Its value is set in the browser, so that no drawing touches what is being typed.
    """
    resting = field_changes(control, words, within=within)
    return dmc.NumberInput(
        id=control,
        value="",
        allowedDecimalSeparators=[",", "."],
        debounce=_DEBOUNCE,
        clampBehavior="blur",
        size="sm",
        **{prop: value for (_, prop), value in resting.items()},
    )


def field_slots(control: Control) -> Iterator[Slot]:
    """What a drawing fills of a field: all but its value."""
    return ((control, prop) for prop in FIELD_PROPS)


def field_changes(
    control: Control,
    words: Words,
    *,
    within: tuple[Decimal, Decimal],
    step: Decimal = Decimal(1),
    places: int = 0,
    grouped: bool = True,
    hint: str | None = None,
) -> Changes:
    """A field's name, limits and separators."""
    indonesian = words.language is Language.ID
    least, most = within
    props = (
        *(words(f"target.assume.{parameter(control)}"), hint, float(least), float(most)),
        *(float(step), places, places > 0, least < 0, "," if indonesian else "."),
        ("." if indonesian else ",") if grouped else "",
    )
    return {(control, prop): value for prop, value in zip(FIELD_PROPS, props, strict=True)}


def parameter(control: Control) -> str:
    """The name in the address that a control writes."""
    return control.partition("-param-")[2]
