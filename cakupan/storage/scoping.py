"""What may be written: figures of regions in the scope of whoever is acting, and no others."""

from collections.abc import Iterable

from sqlalchemy import Select, select

from cakupan.domain.acting import actor
from cakupan.domain.people import EVERYWHERE
from cakupan.storage.errors import OutOfScopeError
from cakupan.storage.tables import FigureRow


def refuse_outside(region_codes: Iterable[str]) -> None:
    """Raise OutOfScopeError where one of these is not in the scope of whoever is acting."""
    scope = actor().scope
    if scope == EVERYWHERE:
        return
    for code in dict.fromkeys(region_codes):
        if not scope.covers(code):
            raise OutOfScopeError(region=code, scope=scope.text)


def regions_of(load_id: int) -> Select[str]:
    """Codes of the regions that a load states figures of."""
    return select(FigureRow.region_code).where(FigureRow.load_id == load_id).distinct()
