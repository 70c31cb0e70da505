"""Records: what they promise, and that no two kinds of them are mixed."""

import copy
import dataclasses
import importlib
import pickle
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cached_property

import pytest

import cakupan
import callbacks
import etl
import layouts
import routes
from cakupan.domain.records import Record, asdict, field, replace


class Place(Record, frozen=True):
    """A record as any other."""

    code: str
    names: Mapping[str, str] = field(default_factory=dict)


def test_records_are_compared_by_what_they_say_and_by_what_they_are() -> None:
    class Spot(Record, frozen=True):
        code: str

    assert Place("36.03") == Place("36.03") != Place("36.71")
    assert hash(Spot("36.03")) == hash(Spot("36.03"))
    assert Spot("36.03") != Place("36.03")


def test_a_frozen_record_stays_as_it_was_made() -> None:
    place = Place("36.03")

    with pytest.raises(AttributeError):
        place.code = "36.71"  # type: ignore[misc]
    assert replace(place, code="36.71") == Place("36.71")
    assert place == Place("36.03")


def test_no_two_records_share_what_they_begin_with() -> None:
    assert Place("36").names is not Place("17").names


def test_a_record_is_told_value_by_value_and_comes_back_from_a_copy() -> None:
    place = Place("36", {"id": "Banten"})

    assert asdict(place) == {"code": "36", "names": {"id": "Banten"}}
    assert copy.deepcopy(place) == pickle.loads(pickle.dumps(place)) == place  # noqa: S301


def test_what_a_record_worked_out_is_not_handed_on_to_one_made_from_it() -> None:
    class Share(Record, frozen=True, dict=True):
        part: int
        whole: int

        @cached_property
        def percent(self) -> float:
            return 100 * self.part / self.whole

    share = Share(1, 4)
    assert share.percent == 25
    assert replace(share, part=3).percent == 75
    assert share == Share(1, 4)


def every_class() -> Iterator[type]:
    for room in (cakupan, callbacks, etl, layouts, routes):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not found.name.endswith("__main__"):
                module = importlib.import_module(found.name)
                yield from (one for one in vars(module).values() if isinstance(one, type))


def test_what_a_value_is_without_is_told_in_the_words_of_its_record() -> None:
    """What one library says of a default, the other would take for the default."""
    classes = set(every_class())
    records = [one for one in classes if issubclass(one, Record)]
    kept = [one for one in classes if dataclasses.is_dataclass(one)]

    assert len(records) > 400
    assert kept
    of_dataclasses, of_records = dataclasses.Field, type(field(default_factory=dict))
    for one in records:
        assert not any(isinstance(told, of_dataclasses) for told in one.__struct_defaults__), one
    for one in kept:
        defaults = [told.default for told in dataclasses.fields(one)]
        assert not any(isinstance(told, of_records) for told in defaults), one
