"""Attributes whose names Python cannot write as keywords, to be unpacked into a component."""

from typing import Any


def aria(**attributes: str) -> dict[str, Any]:
    """``aria(label="Bahasa")`` is ``{"aria-label": "Bahasa"}``, for screen readers."""
    return {f"aria-{name}": text for name, text in attributes.items()}


def data(**attributes: str) -> dict[str, Any]:
    """``data(path="/")`` is ``{"data-path": "/"}``, for scripts and styles."""
    return {f"data-{name}": text for name, text in attributes.items()}
