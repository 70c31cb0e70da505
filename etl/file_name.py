"""What a file's name claims, held against what is in the file. The content is believed."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding
from cakupan.domain.periods import Precision
from etl.finding_codes import Code, found
from etl.period_text import find_period
from etl.shape.lexicon import Lexicon

_YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
_YEARS = re.compile(_YEAR)
_SPAN = re.compile(rf"{_YEAR}\s*(?:[-–_]|s\.?d\.?|sampai)\s*{_YEAR}")


def check_file_name(file_name: str, figures: Figures, lexicon: Lexicon) -> Iterator[Finding]:
    """A finding where a name claims years, a month or a measure that the figures are not of."""
    name = PurePath(file_name).stem
    if not figures:
        return
    if _other_years(name, figures) or _other_month(name, figures):
        period, _ = find_period(name)
        claimed = [period.text] if period else sorted(_YEARS.findall(name))
        held = sorted({one.period for one in figures.shared})
        yield found(
            Code.FILE_NAME_DIFFERS,
            value=claimed[0],
            claimed=f"{claimed[0]}|{claimed[-1]}",
            content=f"{held[0].text}|{held[-1].text}",
        )
    subject = lexicon.phrases.of_title(name.replace("_", " ").replace("-", " "))
    measures = sorted({one.subject.measure.value for one in figures.shared})
    if subject.measure is not None and subject.measure.value not in measures:
        yield found(Code.FILE_NAME_SUBJECT_DIFFERS, measure=measures[0], of=subject.measure.value)


def _other_years(name: str, figures: Figures) -> bool:
    """Whether the name says years, single or from one to another, and no figure is of them."""
    named = {int(year) for year in _YEARS.findall(name)}
    for first, last in _SPAN.findall(name):
        named |= set(range(int(first), int(last) + 1))
    return bool(named) and not named & {one.period.year for one in figures.shared}


def _other_month(name: str, figures: Figures) -> bool:
    """Whether the name says one month, and all figures are of other months."""
    period, _ = find_period(name)
    if period is None or period.precision is Precision.YEAR:
        return False
    held = {one.period for one in figures.shared}
    exact = all(one.precision is not Precision.YEAR for one in held)
    return exact and period.text[:7] not in {one.text[:7] for one in held}
