"""A dial: a field to type into and a slider to draw, both for one number of the address."""

from dataclasses import dataclass
from decimal import Decimal

import dash_mantine_components as dmc
from dash import html

from cakupan.domain.language import Language
from cakupan.texts import Words
from layouts.ids import TargetControlId as Control

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
        return parameter(self.field)


def dial_controls(dial: Dial, words: Words) -> html.Div:
    """The field with its slider, and what was observed of it so far."""
    name = words(f"target.assume.{dial.name}")
    hint = [html.Small(dial.hint, className="hint")] if dial.hint else []
    return html.Div(
        className="dial",
        children=[
            number_field(
                dial.field,
                float(dial.value) if dial.places else int(dial.value),
                words,
                within=(dial.least, dial.most),
                step=dial.step,
                places=dial.places,
                # Years are no counts: nobody writes 2.030.
                grouped=dial.field is not Control.YEAR,
            ),
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
    control: Control,
    value: float | None,
    words: Words,
    *,
    within: tuple[Decimal, Decimal],
    step: Decimal = Decimal(1),
    places: int = 0,
    grouped: bool = True,
    hint: str | None = None,
) -> dmc.NumberInput:
    """A field for a number in the reader's separators, called as its parameter is; may be empty."""
    indonesian = words.language is Language.ID
    least, most = within
    return dmc.NumberInput(
        id=control,
        label=words(f"target.assume.{parameter(control)}"),
        description=hint,
        value="" if value is None else value,
        min=float(least),
        max=float(most),
        step=float(step),
        decimalScale=places,
        allowDecimal=places > 0,
        allowNegative=least < 0,
        decimalSeparator="," if indonesian else ".",
        thousandSeparator=("." if indonesian else ",") if grouped else "",
        allowedDecimalSeparators=[",", "."],
        debounce=_DEBOUNCE,
        clampBehavior="blur",
        size="sm",
    )


def parameter(control: Control) -> str:
    """The name in the address that a control writes."""
    return control.partition("-param-")[2]
