"""The pages there are, in the order of the menu. A page that is not listed does not exist."""

import re
from collections.abc import Callable

from dash.development.base_component import Component

from cakupan.domain.people import Action
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionDirectory
from cakupan.texts import Words
from layouts.daerah import page as daerah
from layouts.data import page as data
from layouts.jejak import page as jejak
from layouts.manfaat import page as manfaat
from layouts.metode import page as metode
from layouts.mutu import page as mutu
from layouts.paritrana import page as paritrana
from layouts.pengguna import page as pengguna
from layouts.pertumbuhan import page as pertumbuhan
from layouts.region_path import code_in
from layouts.ringkasan import page as ringkasan
from layouts.segmen import page as segmen
from layouts.slide import page as slide
from layouts.target import page as target
from layouts.wilayah import page as wilayah


class Page(Record, frozen=True):
    """Where a page lives, the key of its name, its icon in the menu, and how it stands at rest.

    ``/wilayah/<kode>`` is the path of a page of many places: any one part fits ``<kode>``. A page
    without an icon does not stand in the menu; the one it lives under is marked there instead. One
    without figures has nothing to be taken away. Whoever has no right to what it ``needs`` is not
    shown it.
    """

    path: str
    title_key: str
    icon: str
    at_rest: Callable[[Words], Component]
    has_figures: bool = True
    needs: Action = Action.VIEW

    def serves(self, path: str) -> bool:
        """Whether this is the page of a path."""
        return self._pattern.fullmatch(path.rstrip("/") or "/") is not None

    def holds(self, path: str) -> bool:
        """Whether the page of a path is this one or lives under it."""
        return self.serves(path) or (self.path != "/" and path.startswith(f"{self.path}/"))

    @property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub("<[a-z]+>", "[^/]+", self.path))


PAGES = (
    Page(ringkasan.PATH, ringkasan.TITLE, ringkasan.ICON, ringkasan.at_rest),
    Page(wilayah.PATH, wilayah.TITLE, wilayah.ICON, wilayah.at_rest),
    Page(daerah.PATH, daerah.TITLE, "", daerah.at_rest),
    Page(target.PATH, target.TITLE, target.ICON, target.at_rest),
    Page(pertumbuhan.PATH, pertumbuhan.TITLE, pertumbuhan.ICON, pertumbuhan.at_rest),
    Page(segmen.PATH, segmen.TITLE, segmen.ICON, segmen.at_rest),
    Page(manfaat.PATH, manfaat.TITLE, manfaat.ICON, manfaat.at_rest),
    Page(paritrana.PATH, paritrana.TITLE, paritrana.ICON, paritrana.at_rest),
    Page(mutu.PATH, mutu.TITLE, mutu.ICON, mutu.at_rest),
    Page(data.PATH, data.TITLE, data.ICON, data.at_rest, has_figures=False),
    Page(slide.PATH, slide.TITLE, slide.ICON, slide.at_rest, has_figures=False),
    Page(metode.PATH, metode.TITLE, metode.ICON, metode.at_rest),
    Page(
        pengguna.PATH,
        pengguna.TITLE,
        pengguna.ICON,
        pengguna.at_rest,
        has_figures=False,
        needs=Action.MANAGE_PEOPLE,
    ),
    Page(
        jejak.PATH,
        jejak.TITLE,
        jejak.ICON,
        jejak.at_rest,
        has_figures=False,
        needs=Action.READ_AUDIT,
    ),
)


def page_at(path: str) -> Page | None:
    """The page of a path, with or without a slash at its end."""
    return next((page for page in PAGES if page.serves(path)), None)


def is_found(path: str, directory: RegionDirectory) -> bool:
    """Whether a page lives at a path, and there is what the path names on it."""
    code = code_in(path)
    return page_at(path) is not None and (code is None or code in directory)
