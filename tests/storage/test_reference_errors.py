"""A slip in a reference file is named with file and line, in words a person can act on."""

import inspect
import shutil
from string import Formatter

import pytest
from sqlalchemy import text

from cakupan.domain.language import Language
from cakupan.domain.regions import Region, RegionDirectory, RegionKind
from cakupan.storage import errors
from cakupan.storage.errors import ReferenceDataError, StorageError
from cakupan.storage.queries.version import data_version
from cakupan.storage.reading import unscoped
from cakupan.storage.reference import read_reference, sync_regions
from cakupan.texts import words


@pytest.fixture
def folder(reference_dir, tmp_path):
    copy = tmp_path / "reference"
    shutil.copytree(reference_dir, copy, ignore=shutil.ignore_patterns("sources"))
    return copy


def replace(path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "slip", "code", "line"),
    [
        ("regions.csv", ("00,Indonesia", "0,Indonesia"), "reference_value", 2),
        ("regions.csv", ("11.01,Kab", "11.1,Kab"), "reference_value", 4),
        ("regions.csv", ("11.02,", "11.01,"), "reference_twice", 5),
        ("regions.csv", ("Aceh,province", "Aceh,kota"), "reference_value", 3),
        ("regions.csv", ("Aceh,province", "Aceh,propinsi"), "reference_value", 3),
        ("regions.csv", ("11,Aceh", "11,"), "reference_empty", 3),
        ("regions.csv", ("\n11,Aceh,province,11", ""), "reference_unknown", 3),
        ("aliases.csv", ("Nasional,00", "Nasional,99"), "reference_unknown", 2),
        ("aliases.csv", ("Nasional,00", "Nasional"), "reference_fields", 2),
        ("aliases.csv", ("Nasional,00", 'Nasional,"00'), "reference_fields", None),
        ("aliases.csv", ("Nasional,00", "Nasional,00\nNasional,00"), "reference_twice", 3),
        ("targets.csv", (",0.5215,", ",52.15,"), "reference_value", 2),
        ("targets.csv", (",0.5215,", ',"0,5215",'), "reference_value", 2),
        ("targets.csv", (",2025,0.5215", ",segera,0.5215"), "reference_value", 2),
        ("targets.csv", (",ucj,", ",ujc,"), "reference_unknown", 2),
        ("targets.csv", (",eligible,", ",semesta,"), "reference_unknown", 2),
        ("publishers.csv", (",yes", ",ya"), "reference_unknown", 2),
        ("lineage.csv", (",rename,", ",ganti,"), "reference_unknown", 2),
        ("denominators.csv", (",employed,", ",pekerja,"), "reference_value", 3),
        ("regulations.csv", (",in_force,", ",berlaku,"), "reference_unknown", 2),
        ("tiles.csv", ("11.01,3", "11.01,tiga"), "reference_value", 2),
        ("tiles.csv", ("11.01,", "11.99,"), "reference_unknown", 2),
        ("payers.csv", ("dana_desa,", "Dana Desa,"), "reference_value", 5),
        ("worker_groups.csv", ("petani,", "nelayan,"), "reference_twice", 4),
        ("award_categories.csv", ("BUMN,State", ",State"), "reference_empty", 12),
        ("award_criteria.csv", ("computed,25", "computed,"), "reference_empty", 2),
        ("award_criteria.csv", ("computed,25", "computed,250"), "reference_value", 2),
        ("award_criteria.csv", ("computed,25", "dihitung,25"), "reference_value", 2),
        ("award_events.csv", (",Rabu,", ",Wednesday,"), "reference_unknown", 4),
        (
            "award_events.csv",
            ("innovation compliance", "inovasi compliance"),
            "reference_unknown",
            5,
        ),
        ("award_events.csv", ("2024-07-30", "30-07-2024"), "reference_value", 4),
        ("award_events.csv", ("pergub-babel-9-2025", "pergub-9"), "reference_unknown", 4),
    ],
)
def test_a_malformed_row_is_named_with_file_and_line(folder, file, slip, code, line) -> None:
    replace(folder / file, *slip)
    with pytest.raises(ReferenceDataError) as caught:
        read_reference(folder)
    assert (caught.value.code, caught.value.details["file"]) == (code, file)
    if line is not None:
        assert caught.value.details["line"] == line
    sentence = words(Language.ID)(f"storage.{code}", **caught.value.details)
    assert file in sentence


def test_a_missing_file_a_wrong_header_and_another_encoding_are_named(folder) -> None:
    def code() -> str:
        with pytest.raises(ReferenceDataError) as caught:
            read_reference(folder)
        return caught.value.code

    replace(folder / "aliases.csv", "spelling,code", "spelling;code")
    assert code() == "reference_columns"
    (folder / "aliases.csv").write_bytes("spelling,code\nCaf\u00e9,00\n".encode("cp1252"))
    assert code() == "reference_encoding"
    (folder / "aliases.csv").write_text("", encoding="utf-8")
    assert code() == "reference_columns"
    (folder / "aliases.csv").unlink()
    assert code() == "reference_missing"


def test_a_file_saved_by_excel_with_a_mark_and_windows_line_ends_is_read(folder, reference) -> None:
    for path in folder.glob("*.csv"):
        content = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(content.encode("utf-8-sig"))
    assert read_reference(folder) == reference


def test_regions_are_added_corrected_and_kept_in_the_database(store, reference) -> None:
    region = Region(code="36", name="Bantam", kind=RegionKind.PROVINCE, bps_code="36")
    with store.engine.begin() as connection:
        assert sync_regions(connection, reference.directory) == 0
        assert data_version(unscoped(connection)) == 1
        assert sync_regions(connection, RegionDirectory([region])) == 1
        assert data_version(unscoped(connection)) == 2
        names = dict(connection.execute(text("SELECT code, name FROM region")).all())
    assert len(names) == len(reference.directory.regions)
    assert names["36"] == "Bantam"


def storage_errors() -> list[type[StorageError]]:
    classes = [value for _, value in inspect.getmembers(errors, inspect.isclass)]
    return [c for c in classes if issubclass(c, StorageError) and hasattr(c, "code")]


@pytest.mark.parametrize("language", list(Language))
def test_every_storage_error_has_a_sentence_with_the_fields_it_promises(language) -> None:
    for error in storage_errors():
        sentence = words(language).sentences[f"storage.{error.code}"]
        fields = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        for field in fields:
            assert field in (error.__doc__ or ""), f"{error.__name__} does not promise {field}"
