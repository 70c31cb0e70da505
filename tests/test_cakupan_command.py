"""``python -m cakupan boundaries check``: an office looks at its outlines before it uses them."""

from pathlib import Path

import pytest

from cakupan.__main__ import main
from cakupan.settings import ROOT
from cakupan.storage.boundaries import OURS


def test_a_sound_file_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["boundaries", "check", str(ROOT / "data" / "reference" / OURS)]) == 0
    assert capsys.readouterr().out == "514 kabupaten/kota dikenali di berkas kabkota.geojson.\n"


def test_a_broken_file_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "batas.geojson"
    path.write_text('{"features": [\n  {,}]}', encoding="utf-8")
    assert main(["boundaries", "check", str(path)]) == 1
    assert "baris 2, kolom 4" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["boundaries", "check", "tidak-ada.geojson", "--language", "en"]) == 1
    assert "tidak-ada.geojson cannot be opened" in capsys.readouterr().out


@pytest.mark.parametrize("given", [["boundaries", "check"], ["batas"], []])
def test_a_wrong_command_is_no_traceback(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == 2
    assert "Traceback" not in capsys.readouterr().err
