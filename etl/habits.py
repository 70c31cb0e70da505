"""What goes without saying for a measure, and which measures stand side by side in one table.

Data of vocabulary.toml; no word of a file is compared here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cakupan.domain.measures import Measure, Unit, unit_of
from cakupan.domain.records import Record, field

# Proper names that are kept as they are written, rather than found in a list.
NAMES = "names"


class Habit(Record, frozen=True):
    """What goes without saying for one measure: who publishes it, its unit, what a zero means.

    ``kin`` is the name it shares with measures that stand beside it. Where ``unit_is_said`` the
    unit does not go without saying. ``groups``, ``programmes``
    and ``aspects`` name the lists that those parts
    of a figure are taken from; ``needs`` are the parts that cannot be left out.
    """

    publisher: str = ""
    unit: Unit = Unit.PERSON
    zero_is_missing: bool = False
    kin: str = ""
    unit_is_said: bool = False
    groups: str = ""
    programmes: str = ""
    aspects: str = ""
    needs: frozenset[str] = frozenset()


class Kin(Record, frozen=True):
    """What is understood beside measures of one kin only.

    ``short`` words say which of them is counted, ``columns`` which part of a figure a column holds:
    its ``"group"`` or its ``"programme"``. Beside a kin that stands ``alone`` no other measure is
    believed: under "Pekerja rentan" those "belum terlindungi" are not all of the workers.
    """

    members: tuple[Measure, ...] = ()
    short: Mapping[str, Measure] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    alone: bool = False


class Habits(Record, frozen=True):
    """The habits of all measures, and their kinships by name."""

    by_measure: Mapping[Measure, Habit]
    kinships: Mapping[str, Kin]

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, Any]], label: Callable[[str], str]) -> "Habits":
        """From the measures of vocabulary.toml; ``label`` makes words comparable."""
        by_measure = {
            measure: _habit(row, unit_of(measure))
            for measure, row in ((Measure(name), row) for name, row in table.items())
        }
        kinships = {
            name: _kin(name, by_measure, table, label)
            for name in {habit.kin for habit in by_measure.values()} - {""}
        }
        return cls(by_measure, kinships)

    def __getitem__(self, measure: Measure) -> Habit:
        """The habit of a measure; the plainest where nothing is said of it."""
        return self.by_measure.get(measure, Habit())

    def __iter__(self) -> Iterator[Habit]:
        return iter(self.by_measure.values())

    def kin(self, measure: Measure | None) -> Kin:
        """What is understood beside a measure; nothing more than elsewhere where it has no kin."""
        return Kin() if measure is None else self.kinships.get(self[measure].kin, Kin())

    def in_unit(self, measure: Measure, unit: Unit) -> Measure:
        """The measure that is meant where this one is said in a unit: rupiah of claims.

        The measure itself where it has that unit, or no kin that is told apart by units.
        """
        kin = self.kin(measure).members
        if self[measure].unit is unit or not any(self[one].unit_is_said for one in kin):
            return measure
        return next((one for one in kin if self[one].unit is unit), measure)


def _habit(row: Mapping[str, Any], unit: Unit) -> Habit:
    return Habit(
        publisher=row.get("publisher", ""),
        unit=unit,
        zero_is_missing=row.get("zero_is_missing", False),
        kin=row.get("kin", ""),
        unit_is_said=row.get("unit_is_said", False),
        groups=row.get("groups", ""),
        programmes=row.get("programmes", ""),
        aspects=row.get("aspects", ""),
        needs=frozenset(row.get("needs", ())),
    )


def _kin(
    name: str,
    by_measure: Mapping[Measure, Habit],
    table: Mapping[str, Mapping[str, Any]],
    label: Callable[[str], str],
) -> Kin:
    members = tuple(measure for measure, habit in by_measure.items() if habit.kin == name)
    return Kin(
        members=members,
        short={
            label(word): measure
            for measure in members
            for word in table[measure.value].get("short", ())
        },
        columns={
            label(word): part
            for measure in members
            for part, words in table[measure.value].get("columns", {}).items()
            for word in words
        },
        alone=any(table[measure.value].get("alone", False) for measure in members),
    )
