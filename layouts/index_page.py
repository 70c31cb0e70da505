"""The HTML around everything: theme before the first paint, icon, a word without script."""

from html import escape
from pathlib import Path
from string import Template
from typing import Any

from dash import Dash

from cakupan.domain.language import Language
from cakupan.texts import words
from layouts.bundles import Bundles

_TEMPLATE = Path(__file__).with_name("index.html")


class BundledDash(Dash):
    """A Dash whose index page asks for three files instead of sixty, as soon as there are any."""

    bundles: Bundles | None = None

    # Dash names these parts without types.
    def interpolate_index(self, **parts: Any) -> Any:  # type: ignore[override]
        """The index page out of its parts, as Dash asks for it."""
        if self.bundles is not None:
            prefix = self.config.requests_pathname_prefix
            parts["css"], parts["scripts"] = self.bundles.tags(prefix)
        return super().interpolate_index(**parts)  # type: ignore[no-untyped-call]

    def _config(self) -> Any:
        """What the renderer is told at the start, without hundreds of empty lists.

        A component that is not named there has no parts beside its children, as one with an empty
        list.
        """
        told = super()._config()  # type: ignore[no-untyped-call]
        told["children_props"] = {
            library: {name: parts for name, parts in components.items() if parts}
            for library, components in told["children_props"].items()
        }
        return told


def index_string(*, icon: str, favicon: str) -> str:
    """Dash's index with our own frame, by the addresses of the assets that it names."""
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        icon=icon,
        favicon=favicon,
        noscript_id=escape(words(Language.ID)("shell.noscript")),
        noscript_en=escape(words(Language.EN)("shell.noscript")),
    )
