"""A choice of the page: one of a few, written to the address."""

from collections.abc import Iterable

import dash_mantine_components as dmc

from cakupan.domain.records import Record
from cakupan.texts import Words
from layouts.attributes import aria
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.asked import BASES, BASIS, BEARING, BEARINGS, CONSTRUCTION, CONSTRUCTIONS
from layouts.view import Changes, Slot


class Choice(Record, frozen=True):
    """A control, its parameter in the address, and what it may be; the first is the start."""

    control: Id
    name: str
    options: tuple[str, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What a drawing fills of it."""
        return tuple((self.control, prop) for prop in ("data", "value", "aria-label"))

    def at_rest(self, words: Words) -> dmc.SegmentedControl:
        """The control before any address was read."""
        resting = self.changes({self.name: self.options[0]}, words)
        label = str(resting.pop((self.control, "aria-label")))
        props = {prop: value for (_, prop), value in resting.items()}
        return dmc.SegmentedControl(id=self.control, size="sm", **props, **aria(label=label))

    def changes(self, steered: dict[str, str], words: Words) -> dict[Slot, object]:
        """The control showing what the page was drawn for, by parameter."""
        return {
            (self.control, "data"): [
                {"value": one, "label": words(f"segmen.control.{one}")} for one in self.options
            ],
            (self.control, "value"): steered[self.name],
            (self.control, "aria-label"): words(f"segmen.control.{self.name}"),
        }


COUNTED = (
    Choice(Id.CONSTRUCTION, CONSTRUCTION, tuple(CONSTRUCTIONS)),
    Choice(Id.BASIS, BASIS, tuple(BASES)),
)
BORNE = Choice(Id.BEARING, BEARING, tuple(BEARINGS))
ALL = (*COUNTED, BORNE)


def shown(choices: Iterable[Choice], steered: dict[str, str], words: Words) -> Changes:
    """Several of them."""
    return {slot: value for one in choices for slot, value in one.changes(steered, words).items()}
