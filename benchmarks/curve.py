"""Pages where every figure of participants was restated nine times, against where it was not.

Ten times as many figures are stored, as many are shown: an answer may not know the difference.
"""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import func, select

import app as program
from benchmarks.national import FIGURES_OF_PARTICIPANTS, load_again, national_settings
from benchmarks.ratio import Ratio, compare
from benchmarks.serving import PAGES, answering
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.tables import FigureRow

TIMES = 10


def ratios(folder: Path) -> Iterator[Ratio]:
    """One answer of each page and view, after ten statements of everything and after one."""
    (folder / "once").mkdir()
    once, often = national_settings(folder / "once"), national_settings(folder)
    for number in range(1, TIMES):
        load_again(often.database_url, number, figures=FIGURES_OF_PARTICIPANTS)
    yield from _side_by_side(often, once)


def _side_by_side(often: Settings, once: Settings) -> Iterator[Ratio]:
    stored = " against ".join(f"{_stored(one):,}".replace(",", ".") for one in (often, once))
    there, here = program.create_app(often), program.create_app(once)
    for name, path, slot, views in PAGES:
        for view in views:
            yield compare(
                f"{stored} figures: {name}, {path}{view}",
                answering(there, path, slot, view),
                answering(here, path, slot, view),
                runs=20,
            )


def _stored(settings: Settings) -> int:
    reader = open_reader(settings.database_url)
    with reader.connect() as connection:
        stored = connection.execute(select(func.count()).select_from(FigureRow)).scalar_one()
    reader.dispose()
    return stored
