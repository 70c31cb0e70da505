"""How names of regions are compared: case, spacing, abbreviations.

Which region is meant is not decided here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product

from cakupan.domain.records import Record
from cakupan.domain.regions import Region, RegionAlias, RegionDirectory, RegionKind

_KIND_WORDS = {
    RegionKind.NATION: (),
    RegionKind.PROVINCE: ("provinsi", "prov", "propinsi", "prop"),
    RegionKind.KABUPATEN: ("kabupaten", "kab"),
    RegionKind.KOTA: ("kota", "kodya", "kotamadya"),
}
# Words that are written out, cut short or left away without meaning another region.
_WORD_FORMS = {
    "kepulauan": ("kepulauan", "kep"),
    "kep": ("kepulauan", "kep"),
    "administrasi": ("administrasi", "adm", ""),
}
_NUMBER_IN_FRONT = re.compile(r"^\d{1,2}(?:\s*[.)]\s*|\s+)(?=\D)")


class FoldedName(Record, frozen=True):
    """A name without case, spaces and punctuation.

    ``unnumbered`` is the key without a number in front ("06. Kediri"). ``foreign`` says that a
    letter of another script stands in it, which looks like ours and is not.
    """

    key: str
    unnumbered: str
    foreign: bool


class _AliasSpellings(Record, frozen=True):
    bare: str
    whole: tuple[str, ...]


def fold(text: str) -> FoldedName:
    """Full-width letters, NBSP, zero-width signs and spaced letters fold; other scripts do not."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", "dan").strip()
    return FoldedName(
        key=_joined(plain),
        unnumbered=_joined(_NUMBER_IN_FRONT.sub("", plain)),
        foreign=any(_is_foreign(letter) for letter in plain),
    )


def marked(text: str) -> str:
    """The name with the letters of other scripts in brackets: "K[а]bupaten"."""
    return "".join(f"[{sign}]" if _is_foreign(sign.casefold()) else sign for sign in text).replace(
        "][", ""
    )


def spellings(directory: RegionDirectory, aliases: Iterable[RegionAlias]) -> dict[str, set[str]]:
    """Every accepted key and the codes it may mean; more than one code is ambiguous."""
    codes: dict[str, set[str]] = {}
    for region in directory:
        for key in _own_spellings(region):
            codes.setdefault(key, set()).add(region.code)
    bare: dict[str, set[str]] = {}
    for alias in aliases:
        spelling = _alias_spellings(alias, directory[alias.code])
        for key in spelling.whole:
            codes.setdefault(key, set()).add(alias.code)
        bare.setdefault(spelling.bare, set()).add(alias.code)
    # "KOTA PADANG SIDEMPUAN" also stands for "Padang Sidempuan", but the cut "KAB. BOLAANG
    # MONGONDOW" of four regions takes nothing from the one whose name that is.
    codes = bare | codes
    # "Kabupaten Ogan Komering Ulu" in full is that region, whatever a shortened
    # "KAB. OGAN KOMERING ULU" was seen to stand for.
    for region in directory:
        if region.kind in (RegionKind.KABUPATEN, RegionKind.KOTA):
            codes[fold(region.name).key] = {region.code}
    return codes


def _joined(plain: str) -> str:
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LNM")


def _is_foreign(letter: str) -> bool:
    return (
        not letter.isascii()
        and letter.isalpha()
        and not unicodedata.name(letter, "").startswith("LATIN")
    )


def _own_spellings(region: Region) -> Iterator[str]:
    words = re.findall(r"\w+", region.name.casefold())
    rest = words[1:] if words[0] in _KIND_WORDS[region.kind] else words
    for forms in product(*(_WORD_FORMS.get(word, (word,)) for word in rest)):
        yield from _with_kind("".join(forms), region.kind)


def _alias_spellings(alias: RegionAlias, region: Region) -> _AliasSpellings:
    """An alias and, whether it names the region's kind or not, the other ways to name it."""
    kind_words = _KIND_WORDS[region.kind]
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", alias.spelling).casefold())
    if len(words) > 1 and words[0] in kind_words:
        bare = "".join(words[1:])
        return _AliasSpellings(bare, tuple(kind_word + bare for kind_word in kind_words))
    bare = "".join(words)
    return _AliasSpellings(bare, tuple(_with_kind(bare, region.kind)))


def _with_kind(bare: str, kind: RegionKind) -> Iterator[str]:
    """The bare name, "kab" + name, and "Bogor, Kab." for a kabupaten or kota."""
    yield bare
    yield from (kind_word + bare for kind_word in _KIND_WORDS[kind])
    if kind in (RegionKind.KABUPATEN, RegionKind.KOTA):
        yield from (bare + kind_word for kind_word in _KIND_WORDS[kind])
