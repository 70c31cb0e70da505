"""How a thread that nobody waits for takes its turn among those that answer.

Only one thread runs Python at a time. Whoever wants to be next waits a moment (``SWITCH_EVERY`` in
``app.py``) and then has the one that runs stop. A page that is drawn ahead would so stop an answer
that takes two milliseconds half a dozen times.
"""

import ctypes
import sys

# Of sys/prctl.h: by how much the waits of one thread may be late.
_TIMER_SLACK = 29
_LATE = 5_000_000
"""Nanoseconds: longer than an answer that is known takes."""


def let_others_go_first() -> None:
    """This thread stops others late, and is stopped as soon as ever; only Linux knows how.

    It runs at once wherever the others wait for something else.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_TIMER_SLACK, ctypes.c_ulong(_LATE), 0, 0, 0)
