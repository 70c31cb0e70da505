"""What a file's name claims, held against what is in the file. The content is believed."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding
from etl.finding_codes import Code, found

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def check_file_name(file_name: str, figures: Figures) -> Iterator[Finding]:
    """A finding where none of the years in the name are years of the figures."""
    named = dict.fromkeys(int(year) for year in _YEAR.findall(PurePath(file_name).stem))
    held = sorted({one.period.year for one in figures.shared})
    if named and held and not set(named) & set(held):
        content = str(held[0]) if len(held) == 1 else f"{held[0]}–{held[-1]}"
        yield found(
            Code.FILE_NAME_DIFFERS, value=", ".join(str(year) for year in named), content=content
        )
