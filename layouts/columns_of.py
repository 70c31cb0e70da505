"""Columns of a card's table, named by the sentences of its topic."""

from collections.abc import Iterable
from dataclasses import dataclass

from cakupan.domain.columns import Column, ColumnKind
from cakupan.texts import Words
from cakupan.texts.number_format import is_missing


@dataclass(frozen=True, slots=True)
class ColumnsOf:
    """Makes columns whose titles stand under one topic, such as ``ringkasan.column``."""

    words: Words
    topic: str

    def text(self, key: str, values: Iterable[str]) -> Column:
        """A column of texts."""
        return Column(key, self.title(key), ColumnKind.TEXT, tuple(values))

    def number(self, key: str, kind: ColumnKind, values: Iterable[float | None]) -> Column:
        """A column of numbers, unrounded; NaN is a missing one."""
        known = (None if is_missing(value) else value for value in values)
        return Column(key, self.title(key), kind, tuple(known))

    def title(self, key: str) -> str:
        """What stands above the column."""
        return self.words(f"{self.topic}.{key}")
