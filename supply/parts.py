"""The packages that run: those of requirements.txt and all that they need in turn."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@dataclass(frozen=True, slots=True)
class Part:
    """A package as it is installed; ``licence`` is what it says of itself, or empty."""

    name: str
    version: str
    licence: str

    @property
    def purl(self) -> str:
        """The address of a package that bills of materials use."""
        return f"pkg:pypi/{self.name}@{self.version}"


def parts(requirements: Path) -> list[Part]:
    """All of them by name. Raises PackageNotFoundError where a pinned one is not installed."""
    found: dict[str, Part] = {}
    waiting = [Requirement(line) for line in _lines(requirements)]
    pinned = {canonicalize_name(one.name) for one in waiting}
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            if name in pinned:
                raise
            # What is only wanted elsewhere, on another system or with an extra, is not there.
            continue
        if name not in found:
            found[name] = Part(name, installed.version, _licence(installed))
            waiting += _needed(installed, wanted.extras)
    return [found[name] for name in sorted(found)]


def _lines(requirements: Path) -> Iterator[str]:
    for line in requirements.read_text(encoding="utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text and not text.startswith("-"):
            yield text


def _needed(installed: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in installed.requires or []:
        needed = Requirement(line)
        marker = needed.marker
        if marker is None or any(marker.evaluate({"extra": one}) for one in ("", *extras)):
            yield needed


def _licence(installed: Distribution) -> str:
    about = installed.metadata
    told = [about[name] for name in ("License-Expression", "License") if name in about]
    said = next(filter(None, told), "")
    classes = [one for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    short = said.strip().splitlines()[:1]
    return short[0][:80] if short else classes[0].rpartition(" :: ")[2] if classes else ""
