"""LibreOffice as a judge of our files, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(source: Path, kind: str, folder: Path) -> Path:
    """The file in another format; a machine without LibreOffice says so and skips."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: the deck was not opened by a second program")
    profile = folder / "profile"
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(source),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    warnings = [line for line in done.stderr.splitlines() if line and "javaldx" not in line]
    assert warnings == []
    return folder / f"{source.stem}.{kind.partition(':')[0]}"
