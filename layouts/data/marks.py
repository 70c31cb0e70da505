"""Signs with their words: a colour alone never says anything."""

from cakupan.domain.findings import Severity
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria


def icon(name: str) -> html.Span:
    """A drawing beside a word that says the same."""
    return html.Span(className=f"icon {name}", **aria(hidden="true"))


def mark(name: str, text: str) -> html.Span:
    """A sign and its word in the colour of ``name``."""
    return html.Span([icon(f"mark-{name}"), text], className=f"mark-word {name}")


def severity_mark(severity: Severity, words: Words) -> html.Span:
    """How much a finding matters."""
    return mark(severity.value, words(f"data.severity.{severity.value}"))
