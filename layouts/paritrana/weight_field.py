"""A weight: a field to type it into, a slider to draw it with, and its share beside them."""

import dash_mantine_components as dmc

from cakupan.domain.weights import MOST
from layouts import elements as html

_STEP, _DEBOUNCE = 5, 350


def weight_field(
    field: str | dict[str, str],
    slide: str | dict[str, str],
    share: html.Small,
    *,
    label: str,
    value: int = 0,
) -> html.Div:
    """Field and slider are paired in the browser, which also writes their value to the address."""
    return html.Div(
        className="weight",
        children=[
            dmc.NumberInput(
                id=field,
                label=label,
                value=value,
                min=0,
                max=MOST,
                step=_STEP,
                allowDecimal=False,
                allowNegative=False,
                clampBehavior="blur",
                debounce=_DEBOUNCE,
                size="sm",
            ),
            share,
            dmc.Slider(
                id=slide,
                value=value,
                min=0,
                max=MOST,
                step=1,
                label=None,
                thumbLabel=label,
                size="md",
                # One question when it is let go of, not one a pixel.
                updatemode="mouseup",
            ),
        ],
    )
