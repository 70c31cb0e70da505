"""``python -m benchmarks [pictures|serving|decks|etl|crowd]``: all benchmarks, or some."""

import sys
import tempfile
from pathlib import Path

from benchmarks import crowd, decks, etl, first_picture, serving

PARTS = {"pictures": first_picture, "serving": serving, "decks": decks, "etl": etl, "crowd": crowd}

TELLING = (first_picture, etl, crowd)
"""Those that tell more than seconds."""


def main(names: list[str]) -> None:
    """Print the table as it goes; each row compares with something anyone can run."""
    print("| what | ours (s) | 95 of 100 under (s) | compared with (s) | ratio |")
    print("| --- | --- | --- | --- | --- |")
    chosen = [PARTS[name] for name in names or PARTS]
    with tempfile.TemporaryDirectory() as folder:
        for part in chosen:
            for ratio in part.ratios(Path(folder)) if part is not crowd else ():
                print(ratio.row())
                sys.stdout.flush()
        for part in chosen:
            for remark in part.remarks(Path(folder)) if part in TELLING else ():
                print(remark)


if __name__ == "__main__":
    main(sys.argv[1:])
