"""``python -m benchmarks``: every benchmark, one table of ratios."""

import sys
import tempfile
from pathlib import Path

from benchmarks import intake, serving


def main() -> None:
    """Print the table as it goes; each row compares with something anyone can run."""
    print("| what | ours (s) | 95 of 100 under (s) | compared with (s) | ratio |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for part in (serving, intake):
            for ratio in part.ratios(Path(folder)):
                print(ratio.row())
                sys.stdout.flush()


if __name__ == "__main__":
    main()
