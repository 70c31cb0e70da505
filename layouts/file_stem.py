"""Names of files that are taken away: page, card, region, month, release. Safe on every system."""

import re
import unicodedata

from cakupan.domain.regions import Region
from layouts.choices import Choices

START = "ringkasan"
CARD_PLACE = "{card}"
_NOT_SAFE = re.compile(r"[^a-z0-9]+")


def file_stem(path: str, card: str, region: Region, choices: Choices) -> str:
    """ringkasan-ranking-banten-2025-10; without a card that of the whole page.

    A file of a release ends with its id: some hold nothing but the table.
    """
    page = _safe(path.strip("/").split("/")[0]) or START
    period = choices.period.text if choices.period else ""
    own = card.removeprefix(f"{page}-")
    parts = (page, own, _safe(region.short_name), period, _safe(choices.release))
    return "-".join(part for part in parts if part)


def _safe(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SAFE.sub("-", plain).strip("-")
