"""What looks again for what is done beside the serving, until it is told."""

from dash import dcc

LOOK_MS, PATIENCE_MS = 300, 5_000
"""Milliseconds to the next look, and to another one while an answer has not come."""


def watch(name: str | dict[str, object], *, at_rest: bool = False) -> dcc.Interval:
    """By this id; ``at_rest`` it waits to be set going."""
    return dcc.Interval(id=name, interval=LOOK_MS, disabled=at_rest)
