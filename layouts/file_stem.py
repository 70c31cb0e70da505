"""Names of files that are taken away: page, card, region, month, safe on every system."""

import re
import unicodedata

from cakupan.domain.periods import Period
from cakupan.domain.regions import Region

START = "ringkasan"
CARD_PLACE = "{card}"
_NOT_SAFE = re.compile(r"[^a-z0-9]+")


def file_stem(path: str, card: str, region: Region, period: Period | None) -> str:
    """ringkasan-ranking-banten-2025-10; without a card that of the whole page."""
    page = _safe(path.strip("/").split("/")[0]) or START
    parts = (page, card, _safe(region.short_name), period.text if period else "")
    return "-".join(part for part in parts if part)


def _safe(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SAFE.sub("-", plain).strip("-")
