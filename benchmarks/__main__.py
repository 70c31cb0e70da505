"""``python -m benchmarks [pictures|rivals|lighthouse|serving|…]``: all benchmarks, or some.

Ratios are held against benchmarks/expected.toml: what is better or worse is told, and fails nobody.
``--write`` makes this run what the next is held against, and tells it in docs/performance.md.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from benchmarks import (
    buttons,
    crowd,
    curve,
    decks,
    deeds,
    etl,
    expected,
    first_picture,
    lighthouse,
    rivals,
    scale,
    serving,
)
from benchmarks.ratio import Ratio

PARTS = {
    "pictures": first_picture,
    "rivals": rivals,
    "lighthouse": lighthouse,
    "serving": serving,
    "deeds": deeds,
    "buttons": buttons,
    "decks": decks,
    "etl": etl,
    "crowd": crowd,
    "scale": scale,
    "curve": curve,
}
WRITE = "--write"


def main(arguments: list[str]) -> None:
    """Print the table as it goes; each row compares with something anyone can run."""
    names = [name for name in arguments if name != WRITE]
    chosen = {name: PARTS[name] for name in names or PARTS}
    print("\n".join(expected.HEAD))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Several parts make a database of the nation: each has a folder of its own.
        for one in chosen:
            (folder / one).mkdir()
        found = [ratio for one, part in chosen.items() for ratio in _ratios(part, folder / one)]
        remarks = {one: _remarks(part, folder / one) for one, part in chosen.items()}
    print("\n".join(expected.held(found)))
    if WRITE in arguments:
        expected.write(found, remarks)


def _ratios(part: ModuleType, folder: Path) -> Iterator[Ratio]:
    for ratio in part.ratios(folder) if hasattr(part, "ratios") else ():
        print(ratio.row(), flush=True)
        yield ratio


def _remarks(part: ModuleType, folder: Path) -> list[str]:
    """What a part tells that is no ratio."""
    told = []
    for remark in part.remarks(folder) if hasattr(part, "remarks") else ():
        print(remark, flush=True)
        told.append(remark)
    return told


if __name__ == "__main__":
    main(sys.argv[1:])
