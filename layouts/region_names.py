"""Several regions in one sentence: the first by name, the rest counted."""

from collections.abc import Sequence

from cakupan.domain.regions import RegionDirectory
from cakupan.texts import Words
from cakupan.texts.number_format import count


def region_names(
    codes: Sequence[str], directory: RegionDirectory, words: Words, *, most: int = 8
) -> str:
    """Kab. Lebak, Kota Serang, dan 3 lainnya. A code that is none stands as it is."""
    listed = ", ".join(
        directory[code].short_name if code in directory else code for code in codes[:most]
    )
    more = len(codes) - most
    if more <= 0:
        return listed
    return words("wilayah.and_more", names=listed, count=count(more, words.language))
