"""What a whole deck says, beside a specimen that somebody has read.

Where it changes on purpose, read the difference, then write the specimens anew with
``python -m tests.exports.slides.outline``.
"""

import pytest

from cakupan.domain.language import Language
from tests.exports.slides.outline import specimen, whole_outline


@pytest.mark.parametrize("language", list(Language))
def test_a_deck_says_what_its_specimen_says(language: Language) -> None:
    assert whole_outline(language) == specimen(language).read_text(encoding="utf-8")
