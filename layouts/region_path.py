"""Addresses of single regions: /wilayah/36.03 and the way there and back."""

from urllib.parse import unquote

from cakupan.domain.regions import Region, RegionDirectory

PATTERN = "/wilayah/<kode>"
_FOLDER = "/wilayah/"


def region_path(code: str) -> str:
    """Where the page of a region lives."""
    return f"{_FOLDER}{code}"


def code_in(path: str) -> str | None:
    """What stands in the place of the code, as the reader wrote it; None on any other path."""
    if not path.startswith(_FOLDER):
        return None
    asked = unquote(path.removeprefix(_FOLDER)).strip("/")
    return asked if asked and "/" not in asked else None


def region_at(path: str, directory: RegionDirectory) -> Region | None:
    """The region a path names, if it is one."""
    code = code_in(path)
    return directory[code] if code in directory and code is not None else None
