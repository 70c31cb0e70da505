"""Sentences by key. One TOML file a topic and language: ``sentences/id/ringkasan.toml``."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from cakupan.domain.language import Language
from cakupan.domain.records import Record

SENTENCES = Path(__file__).parent / "sentences"


class Words(Record, frozen=True):
    """The sentences of one language. ``words("ringkasan.title", region="Banten")``."""

    language: Language
    sentences: Mapping[str, str]

    def __call__(self, key: str, **fields: object) -> str:
        """The sentence of this key with its named fields filled in; ``KeyError`` if unknown."""
        return self.sentences[key].format(**fields)

    def each(self, key: str, **columns: Sequence[object]) -> list[str]:
        """The sentence of this key for each row of its fields, which are of one length."""
        places = {name: f"{{{place}}}" for place, name in enumerate(columns)}
        return list(map(self.sentences[key].format(**places).format, *columns.values()))

    def __contains__(self, key: str) -> bool:
        return key in self.sentences


class _Sentences(Mapping[str, str]):
    """All sentences of a language; a topic is read when the first of its sentences is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._topics: dict[str, dict[str, str]] = {}
        # Those of all topics read by now: most are asked for thousands of times.
        self._known: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        if key not in self._known:
            self._known.update(self._topic(key.partition(".")[0]))
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        for path in sorted(self._folder.glob("*.toml")):
            yield from self._topic(path.stem)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _topic(self, name: str) -> Mapping[str, str]:
        if name not in self._topics:
            path = self._folder / f"{name}.toml"
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            self._topics[name] = _flatten(name, tomllib.loads(text))
        return self._topics[name]


@cache
def words(language: Language) -> Words:
    """All sentences of a language, each read once: they are part of the program, not data."""
    return Words(language=language, sentences=_Sentences(SENTENCES / language.value))


def _flatten(prefix: str, table: Mapping[str, object]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, Mapping):
            flat.update(_flatten(key, value))
        else:
            flat[key] = str(value)
    return flat
