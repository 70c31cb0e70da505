"""The table of shares for an address, as a sheet that can leave as a file."""

from collections.abc import Callable
from datetime import datetime

from cakupan.domain.sheets import SampleSheet
from callbacks.figures import Source
from callbacks.reading import Request, settled
from callbacks.target_reading import read_target_view
from layouts.target.letter import file_stem, letter


def target_letter(
    search: str, *, source: Source, clock: Callable[[], datetime]
) -> tuple[str, SampleSheet] | None:
    """The file's name without its ending, and the sheet; None where nothing can be shared out."""
    request = Request.of({"search": search})
    with source.figures(request.release) as figures:
        target = read_target_view(figures, request, settled(figures, request), assumed_only=True)
    if target is None or target.answer is None:
        return None
    sheet = letter(target, made=clock())
    return (file_stem(target, target.answer), sheet) if sheet else None
