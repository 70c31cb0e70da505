"""What a row of the table is found by: all spellings of a region, folded into few words.

assets/23-regions.js folds what a reader types in the same way.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from cakupan.domain.reference import Reference

_SHORT = {"kabupaten": "kab", "kepulauan": "kep"}


def fold(text: str) -> str:
    """Small letters and digits without accents, words apart: ``KAB. Pāti`` is ``kab pati``."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall("[a-z0-9]+", "".join(c for c in bare if not unicodedata.combining(c)))
    return " ".join(_SHORT.get(word, word) for word in words)


def search_texts(reference: Reference) -> Mapping[str, str]:
    """For each region every word of its names and spellings once, and its codes."""
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for region in reference.directory:
        dotless = region.code.replace(".", "")
        spellings[region.code] += [region.name, dotless, region.code, region.bps_code]
    for alias in reference.aliases:
        spellings[alias.code].append(alias.spelling)
    return {
        code: " ".join(dict.fromkeys(word for text in texts for word in fold(text).split()))
        for code, texts in spellings.items()
    }
