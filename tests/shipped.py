"""What ships with the program is read once by a process of the suite, and not by each of its apps.

So is what each app makes of it alone. Nobody writes there while tests run. Whoever tests the
reading itself brings files of their own, and those are read each time.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from cakupan.storage import boundaries, reference
from etl import families
from layouts.wilayah import search_text

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "reference"


def read_once() -> None:
    """Let whoever imports a reader of what ships from now on have one that remembers."""
    reference.read_reference = remembering(reference.read_reference)
    boundaries.read_boundaries = remembering(boundaries.read_boundaries)
    families.read_families = remembering(families.read_families)
    search_text.search_texts = remembering(search_text.search_texts)


def remembering(read: Callable[..., Any]) -> Callable[..., Any]:
    """The same, but for what was read before of files that ship, or of the very same things."""
    kept: dict[tuple[object, ...], tuple[Any, Any]] = {}

    @wraps(read)
    def once(*given: Any, **named: Any) -> Any:
        told = (*given, *named.values())
        files = [one if one.exists() else None for one in told if isinstance(one, Path)]
        if not all(file is None or file.is_relative_to(SHIPPED) for file in files):
            return read(*given, **named)
        key = (*files, *(id(one) for one in told if not isinstance(one, Path)))
        if key not in kept:
            # With what was told beside files: as long as it is kept, its id is no other's.
            kept[key] = (read(*given, **named), told)
        return kept[key][0]

    return once
