"""The pages there are, in the order of the menu. A page that is not listed does not exist."""

from collections.abc import Callable
from dataclasses import dataclass

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts.data import page as data
from layouts.ringkasan import page as ringkasan


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page lives, the key of its name, its icon in the menu, and how it stands at rest."""

    path: str
    title_key: str
    icon: str
    at_rest: Callable[[Words], Component]


PAGES = (
    Page(ringkasan.PATH, ringkasan.TITLE, ringkasan.ICON, ringkasan.at_rest),
    Page(data.PATH, data.TITLE, data.ICON, data.at_rest),
)


def page_at(path: str) -> Page | None:
    """The page of a path, with or without a slash at its end."""
    wanted = path.rstrip("/") or "/"
    return next((page for page in PAGES if page.path == wanted), None)
