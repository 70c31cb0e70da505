"""``python upgrade.py DATABASE``: what the start of the program does to an older database."""

import sys

from cakupan.settings import ROOT
from cakupan.storage.reference import read_reference
from etl.preparation import open_prepared

open_prepared(f"sqlite:///{sys.argv[1]}", read_reference(ROOT / "data" / "reference")).dispose()
