"""Sentences by key. One TOML file a topic and language: ``sentences/id/ringkasan.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cakupan.domain.language import Language

SENTENCES = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language. ``words("ringkasan.title", region="Banten")``."""

    language: Language
    sentences: Mapping[str, str]

    def __call__(self, key: str, **fields: object) -> str:
        """The sentence of this key with its named fields filled in; ``KeyError`` if unknown."""
        return self.sentences[key].format(**fields)

    def __contains__(self, key: str) -> bool:
        return key in self.sentences


@cache
def words(language: Language) -> Words:
    """All sentences of a language, read once: they are part of the program, not data."""
    sentences: dict[str, str] = {}
    for path in sorted((SENTENCES / language.value).glob("*.toml")):
        sentences.update(_flatten(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
    return Words(language=language, sentences=sentences)


def _flatten(prefix: str, table: Mapping[str, object]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, Mapping):
            flat.update(_flatten(key, value))
        else:
            flat[key] = str(value)
    return flat
