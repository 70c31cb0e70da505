"""Several workers: who runs what."""

import re
import subprocess
import sys
from collections import defaultdict

from cakupan.settings import ROOT

MODULES = ("tests/domain/test_periods.py", "tests/texts/test_date_format.py")


def test_all_of_a_module_is_one_workers() -> None:
    asked = [sys.executable, "-m", "pytest", "-v", "-n", "2", "-p", "no:cacheprovider", *MODULES]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    workers = defaultdict(set)
    for worker, module in re.findall(
        r"^\[(gw\d)\].* PASSED (tests/[^:]+)", done.stdout, re.MULTILINE
    ):
        workers[module].add(worker)
    assert {module: len(found) for module, found in workers.items()} == dict.fromkeys(MODULES, 1)
    assert len(set.union(*workers.values())) == 2
