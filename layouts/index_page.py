"""The HTML around everything: theme before the first paint, icon, a word without script."""

from html import escape
from pathlib import Path
from string import Template

from cakupan.domain.language import Language
from cakupan.texts import words

_TEMPLATE = Path(__file__).with_name("index.html")


def index_string(*, early: str, icon: str) -> str:
    """Dash's index with our own frame; ``early`` and ``icon`` are addresses of assets."""
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        early=early,
        icon=icon,
        noscript_id=escape(words(Language.ID)("shell.noscript")),
        noscript_en=escape(words(Language.EN)("shell.noscript")),
    )
