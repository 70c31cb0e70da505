"""Colours of workbooks on white paper, as ``RRGGBB``. The same blue as on screen."""

BLUE = "0B5CAD"
INK = "15212C"
GREY = "5A6772"
LINE = "CBD5DF"
# Printed cells, rows of totals.
PALE = "EEF3F8"
WHITE = "FFFFFF"
# Where something is still to be done, and where something is wrong.
YELLOW = "FFF6CC"
AMBER = "FFE3B8"
RED = "FBD5D0"
RED_INK = "9C1C13"
SKY = "DCEAF8"
