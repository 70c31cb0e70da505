"""The field for a name that goes into the history: label, field, and what is wrong with it."""

from dash import dcc, html

_LONGEST = 80


def name_field(
    field: str, *, label_id: str, error_id: str, label: str, remembered: bool
) -> html.Div:
    """``remembered``: the browser keeps the name for the next visit.

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
                maxLength=_LONGEST,
                autoComplete="name",
                persistence=remembered,
                persistence_type="local",
            ),
            html.P(id=error_id, className="field-error", role="alert"),
        ],
    )
