"""The field for a name that goes into the history: label, field, and what is wrong with it."""

from dash import dcc

from layouts import elements as html
from layouts.dialog import LONGEST_NAME


def name_field(field: str, *, label_id: str, error_id: str, label: str) -> html.Div:
    """The browser keeps the name for the next visit.

    Label and error stand beside the field, so that no drawing touches what is being typed.
    """
    return html.Div(
        className="name-field",
        children=[
            html.Label(label, id=label_id, htmlFor=field),
            dcc.Input(
                id=field,
                type="text",
                value="",
                maxLength=LONGEST_NAME,
                autoComplete="name",
                persistence=True,
                persistence_type="local",
            ),
            html.P(id=error_id, className="field-error", role="alert"),
        ],
    )
