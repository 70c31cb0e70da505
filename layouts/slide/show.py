"""The show in the hall: a page of its own without bar or menu, which assets/show.js fills."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

from cakupan.texts import Words

PATH = "/presentasi"
ASSETS = {
    "icon": "icons/mark.svg",
    "tokens": "10-tokens.css",
    "style": "show.css",
    "early": "early.js",
    "script": "show.js",
}
"""What the page loads beside the charts, by the name it has in its template."""
_TEMPLATE = Path(__file__).with_name("show.html")
_SAID = "slide.show."


def show_page(words: Words, addresses: Mapping[str, str]) -> str:
    """The page in one language; ``addresses`` are those of ASSETS, and of the ``charts``."""
    told = {
        key.removeprefix(_SAID): sentence
        for key, sentence in words.sentences.items()
        if key.startswith(_SAID)
    }
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        {name: escape(address) for name, address in addresses.items()},
        language=words.language.value,
        title=escape(f"{words('slide.show.title')} · {words('shell.name')}"),
        loading=escape(words("slide.show.loading")),
        words=escape(json.dumps({**told, "language": words.language.value})),
    )
