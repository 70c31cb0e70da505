"""``python -m benchmarks [serving|decks|etl]``: every benchmark, or one, as a table of ratios."""

import sys
import tempfile
from pathlib import Path

from benchmarks import decks, etl, serving

PARTS = {"serving": serving, "decks": decks, "etl": etl}


def main(names: list[str]) -> None:
    """Print the table as it goes; each row compares with something anyone can run."""
    print("| what | ours (s) | 95 of 100 under (s) | compared with (s) | ratio |")
    print("| --- | --- | --- | --- | --- |")
    chosen = [PARTS[name] for name in names or PARTS]
    with tempfile.TemporaryDirectory() as folder:
        for part in chosen:
            for ratio in part.ratios(Path(folder)):
                print(ratio.row())
                sys.stdout.flush()
        if etl in chosen:
            for peak in etl.peaks(Path(folder)):
                print(peak)


if __name__ == "__main__":
    main(sys.argv[1:])
