"""What a line of the log tells beside who and when, in the reader's words."""

from collections.abc import Iterator, Mapping

from cakupan.domain.regions import RegionDirectory
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts.region_names import region_names

_DIGEST, _SHOWN_OF_DIGEST = 64, 12
_ROLES = frozenset({"role", "role_before"})
_REGIONS = frozenset({"region", "regions", "scope", "scope_before"})
_MOST_NAMES = 4
_ALL_REGIONS = "*"
_FIRST = (
    *("file", "person", "release", "preset", "name", "family"),
    *("region", "regions", "scope", "figures"),
)
"""What a reader looks for first, in this order; the file keeps details by the alphabet."""


def details_text(details: Mapping[str, str | int], directory: RegionDirectory, words: Words) -> str:
    """Each detail by its name, digests last and only their beginning. The file has all of it."""
    ordered = sorted(details, key=lambda name: _place(name, details[name]))
    return " · ".join(_told(ordered, details, directory, words))


def _place(name: str, value: str | int) -> tuple[bool, int, str]:
    return _is_digest(value), _FIRST.index(name) if name in _FIRST else len(_FIRST), name


def _told(
    names: list[str],
    details: Mapping[str, str | int],
    directory: RegionDirectory,
    words: Words,
) -> Iterator[str]:
    for name in names:
        key = f"audit.detail.{name}"
        label = words(key) if key in words.sentences else name
        value = details[name]
        if name in _REGIONS and isinstance(value, str):
            yield f"{label}: {_regions(value, directory, words)}"
        else:
            yield f"{label}: {_value(name, value, words)}"


def _regions(value: str, directory: RegionDirectory, words: Words) -> str:
    if value == _ALL_REGIONS:
        return words("pengguna.everywhere")
    return region_names(value.split(), directory, words, most=_MOST_NAMES)


def _value(name: str, value: str | int, words: Words) -> str:
    if isinstance(value, int):
        return count(value, words.language)
    if name in _ROLES:
        return words(f"access.role.{value}")
    return f"{value[:_SHOWN_OF_DIGEST]}…" if _is_digest(value) else value


def _is_digest(value: str | int) -> bool:
    return isinstance(value, str) and len(value) == _DIGEST
