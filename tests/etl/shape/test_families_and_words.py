"""Families of tables, and the words by which they are understood."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.awards import Stage
from cakupan.domain.measures import Measure
from cakupan.domain.reference import Reference
from cakupan.storage.reference import read_reference
from etl.families import GENERIC, Families, Family, FamilyError, Shape, read_families
from etl.habits import NAMES
from etl.shape.lexicon import Lexicon
from etl.vocabulary import Role, label


def test_every_family_is_recognised_by_its_own_headers(families: Families) -> None:
    for family in families.known:
        found = families.of_header(family.requires | {"lain"}, f"od_{family.file_name}.csv")
        assert found is family


def test_a_family_of_a_data_set_needs_its_file_name(families: Families) -> None:
    (portal,) = (family for family in families.known if family.id == "opendata_jabar")
    assert families.of_header(portal.requires, "OD_PENDUDUK_BEKERJA.csv") is portal
    assert families.of_header(portal.requires, "lain.csv") is GENERIC


def test_a_learned_family_is_for_its_very_shape(families: Families) -> None:
    shape = Shape(frozenset({"kode"}), "rekap", frozenset())
    learned = Family(id="x", shape=shape, file_mark="jatim")
    known = families.with_learned([learned])
    assert known.of_table(shape, "Jatim 2025.xlsx") is learned
    assert known.of_table(shape, "Banten 2025.xlsx") is GENERIC
    assert known.of_table(Shape(shape.headers, "lain", frozenset()), "jatim.xlsx") is GENERIC


def test_what_families_say_is_known(families: Families) -> None:
    root = Path(__file__).resolve().parents[3] / "data" / "reference"
    publishers = {publisher.id for publisher in read_reference(root).publishers}
    said = [family.says[Role.PUBLISHER] for family in families.known if family.says]
    habits = [habit.publisher for habit in families.vocabulary.habits if habit.publisher]
    assert {*said, *habits} <= publishers


@pytest.mark.parametrize(
    ("file_name", "text"),
    [
        ("rusak.toml", "id = "),
        ("kurang.toml", "id = 'x'"),
        ("keliru.toml", "id = 'x'\nrequires = ['a']\nmonth = 8"),
        ("asing.toml", "id = 'x'\nrequires = ['a']\n[values]\nb = 'sheep'"),
        ("asing.toml", "id = 'x'\nrequires = ['a']\n[says]\nb = 'c'"),
        ("vocabulary.toml", "[roles]\nyear = ['tahun']\nmonth = ['Tahun']"),
    ],
)
def test_a_family_file_at_fault_is_named(tmp_path: Path, file_name: str, text: str) -> None:
    (tmp_path / file_name).write_text(text, encoding="utf-8")
    with pytest.raises(FamilyError, match=file_name):
        read_families(tmp_path)


@given(st.text())
def test_a_label_of_a_label_is_itself(text: str) -> None:
    assert label(label(text)) == label(text)


def test_every_word_of_a_list_means_one_entry_that_exists(
    families: Families, reference: Reference, lexicon: Lexicon
) -> None:
    stages = families.vocabulary.lists["award_stages"]
    assert set(stages.values()) == {stage.value for stage in Stage}
    for name in families.vocabulary.lists.keys() - {"award_stages"}:
        rows = getattr(reference, name)
        assert set(families.vocabulary.lists[name].values()) <= {row.id for row in rows}, name
        for row in rows:
            for written in (row.id, row.name_id, row.name_en):
                assert lexicon.lists[name][label(written)] == row.id, written


def test_every_list_that_a_measure_names_exists(families: Families, lexicon: Lexicon) -> None:
    habits = families.vocabulary.habits
    named = {part for habit in habits for part in (habit.groups, habit.programmes)}
    assert named <= {"", NAMES, *lexicon.lists}
    assert set(Measure) == set(habits.by_measure)
