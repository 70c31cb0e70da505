"""Known faults of sources: what is wrong where, what is right, why, and who was told.

Data (data/reference/corrections.toml), read once and handed in. A correction has a guard: it says
when the source no longer needs it. No cell is looked at here.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cakupan.domain.records import Record
from etl.vocabulary import Role, label

FILE = "corrections.toml"
_KEYS = {"id", "family", "rows", "column", "wrong", "right", "why_id", "why_en", "told", "since"}


class Correction(Record, frozen=True):
    """One fault of one family of tables.

    ``rows`` are the words that mark a row at fault, by role; in its ``column``, a role too,
    ``wrong`` stands where ``right`` should. ``told`` says who knows of it, and is empty where
    nobody was told yet.
    """

    id: str
    family: str
    rows: Mapping[Role, str]
    column: Role
    wrong: str
    right: str
    why_id: str
    why_en: str
    told: str
    since: date


def corrections_from(table: Mapping[str, Any]) -> tuple[Correction, ...]:
    """The corrections of a TOML table; ValueError, KeyError or TypeError for one that is none."""
    found = tuple(_corrections(table))
    if len({one.id for one in found}) < len(found):
        raise ValueError("two corrections of one id")
    return found


def _corrections(table: Mapping[str, Any]) -> Iterator[Correction]:
    for row in table["corrections"]:
        if set(row) != _KEYS:
            raise ValueError(f"keys {sorted(set(row) ^ _KEYS)}")
        told = all(row[key] for key in ("rows", "why_id", "why_en"))
        if not isinstance(row["since"], date) or not told:
            raise ValueError(f"{row['id']}: since, rows and both languages of why are needed")
        yield Correction(
            id=row["id"],
            family=row["family"],
            rows={Role(role): label(text) for role, text in row["rows"].items()},
            column=Role(row["column"]),
            wrong=label(row["wrong"]),
            right=row["right"],
            why_id=row["why_id"],
            why_en=row["why_en"],
            told=row["told"],
            since=row["since"],
        )
