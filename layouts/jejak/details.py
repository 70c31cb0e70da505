"""What a line of the log tells beside who and when, in the reader's words."""

from collections.abc import Iterator, Mapping

from cakupan.texts import Words
from cakupan.texts.number_format import count

_DIGEST, _SHOWN_OF_DIGEST = 64, 12
_ROLES = frozenset({"role", "role_before"})


def details_text(details: Mapping[str, str | int], words: Words) -> str:
    """Each detail by its name; of a digest its beginning. The file has all of it."""
    return " · ".join(_told(details, words))


def _told(details: Mapping[str, str | int], words: Words) -> Iterator[str]:
    for name, value in details.items():
        key = f"audit.detail.{name}"
        label = words(key) if key in words.sentences else name
        yield f"{label}: {_value(name, value, words)}"


def _value(name: str, value: str | int, words: Words) -> str:
    if isinstance(value, int):
        return count(value, words.language)
    if name in _ROLES:
        return words(f"access.role.{value}")
    return f"{value[:_SHOWN_OF_DIGEST]}…" if len(value) == _DIGEST else value
