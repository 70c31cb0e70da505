"""A question that a person has to answer before a table can be loaded. Data, not a sentence."""

from collections.abc import Mapping

from cakupan.domain.records import Record, field


class Choice(Record, frozen=True):
    """One answer offered. ``value`` is what is handed back.

    ``text`` shows it, or, where that is empty, the sentence ``key`` in texts/ does.
    """

    value: str
    text: str = ""
    key: str = ""


class Question(Record, frozen=True):
    """What is asked of a table. ``id`` is what an answer is given to: ``"period"``.

    ``key`` is its sentence in texts/, with the field ``sheet`` and those of ``details``, which the
    sentences of its choices are filled with too. ``choices`` are the answers
    offered, none of them taken by itself; where it is ``open``, others are taken too. A question
    that is not ``needed`` may stay without an answer: the rest of the workbook can be loaded.
    """

    id: str
    key: str
    sheet: str
    choices: tuple[Choice, ...]
    open: bool = True
    needed: bool = True
    details: Mapping[str, str | int] = field(default_factory=dict)
