"""``python -m supply``: writes the bill of materials, and asks what is known against its parts.

Exit code 0 where a service answered and nothing is known, 1 where something is, 2 where it was not
done. A part that was skipped counts as not done.
"""

import argparse
import sys
from pathlib import Path

from cakupan import __version__
from supply.advisories import Asked, ask
from supply.materials import bill
from supply.parts import Part, parts

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Count, write, ask, tell."""
    options = argparse.ArgumentParser(prog="python -m supply", description=__doc__)
    options.add_argument("--bill", type=Path, default=ROOT / "data" / "local" / "sbom.cdx.json")
    path: Path = options.parse_args().bill
    found = parts(ROOT / "requirements.txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(bill(found, product="cakupan", version=__version__), "utf-8")
    unsaid = sum(not part.licence for part in found)
    print(f"Bill of materials: {len(found)} packages in {path}; {unsaid} name no licence.")
    return tell(found, ask(found))


def tell(found: list[Part], asked: Asked) -> int:
    """Print what was learnt; gives the exit code."""
    if asked.not_done:
        print(f"Audit NOT DONE: 0 audited, {len(found)} skipped: {asked.not_done}.")
        return 2
    print(f"Audited {asked.audited}, skipped {len(asked.skipped)}, known: {len(asked.known)}.")
    for line in (*asked.known, *asked.skipped):
        print(f"- {line}")
    return 1 if asked.known else 2 if asked.skipped else 0


if __name__ == "__main__":
    sys.exit(main())
