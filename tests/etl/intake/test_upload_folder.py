"""Where uploaded files lie until somebody decides."""

import stat
import sys
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.intake.upload_folder import NAMELESS, UploadFolder, plain_name


@pytest.fixture
def folder(tmp_path: Path) -> UploadFolder:
    return UploadFolder(tmp_path / "uploads")


def test_a_file_keeps_its_bytes_and_its_name(folder: UploadFolder) -> None:
    kept = folder.keep("peserta banten.xlsx", BytesIO(b"isi"))
    assert kept.path.read_bytes() == b"isi"
    assert kept.path.name == "peserta banten.xlsx"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_nobody_else_can_read_it(folder: UploadFolder) -> None:
    path = folder.keep("a.xlsx", BytesIO(b"isi")).path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_files_of_one_name_do_not_meet(folder: UploadFolder) -> None:
    first, second = (folder.keep("a.xlsx", BytesIO(text)) for text in (b"1", b"2"))
    assert first.token != second.token
    assert (first.path.read_bytes(), second.path.read_bytes()) == (b"1", b"2")


def test_a_removed_file_is_gone_and_its_neighbour_is_not(folder: UploadFolder) -> None:
    first, second = (folder.keep("a.xlsx", BytesIO(b"isi")) for _ in range(2))
    folder.remove(first)
    folder.remove(first)
    assert not first.path.parent.exists()
    assert second.path.exists()


def test_nothing_is_left_of_a_file_that_could_not_be_kept(
    folder: UploadFolder, tmp_path: Path
) -> None:
    class Broken(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        folder.keep("a.xlsx", Broken())
    assert list((tmp_path / "uploads").iterdir()) == []


def test_a_start_forgets_what_was_left_and_nothing_else(
    folder: UploadFolder, tmp_path: Path
) -> None:
    kept = folder.keep("a.xlsx", BytesIO(b"isi"))
    stranger = tmp_path / "uploads" / "catatan"
    stranger.mkdir()
    folder.empty()
    assert not kept.path.exists()
    assert stranger.exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("peserta.xlsx", "peserta.xlsx"),
        ("Data Peserta (Okt).XLSX", "Data Peserta (Okt).XLSX"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\sari\Desktop\peserta.xlsx", "peserta.xlsx"),
        ("..", NAMELESS),
        ("", NAMELESS),
        ("CON.xlsx", "_CON.xlsx"),
        ("a:b*c?.csv", "a_b_c_.csv"),
        ("angka\x00\n.csv", "angka__.csv"),
        ("x" * 400 + ".xlsx", "x" * 180 + ".xlsx"),
    ],
)
def test_a_name_is_kept_as_far_as_every_file_system_can_hold_it(given: str, kept: str) -> None:
    assert plain_name(given) == kept


@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder(given: str) -> None:
    name = plain_name(given)
    assert name.strip(" .")
    assert PurePosixPath(name).name == name == PureWindowsPath(name).name
    assert len(name.encode()) <= 255
    assert plain_name(name) == name
