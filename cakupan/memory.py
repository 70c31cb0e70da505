"""What the program keeps for good, and what it has let go of and gives back to the system.

The C library keeps what was freed for later. A server that works out large answers in many threads
leaves holes everywhere, and would seem to grow for days though it keeps nothing.
"""

import ctypes
import gc
import sys
from collections.abc import Callable
from threading import Thread
from time import sleep

_SECONDS = 10
# Of malloc.h: from how many places threads take memory. Holes in one are filled by all.
_ARENA_MAX = -8


def keep_for_good() -> None:
    """Whatever is there at the end of a start stays: nobody looks through it for litter again.

    Looking through it takes 0.17 s of a server that holds the nation, in the middle of an answer.
    """
    gc.collect()
    gc.freeze()


def give_back_now_and_then() -> None:
    """Do so as long as the program runs, where the C library is glibc; elsewhere do nothing."""
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):
        library.mallopt(_ARENA_MAX, 1)
        trim = library.malloc_trim
        Thread(target=_give_back, args=(trim,), name="memory", daemon=True).start()


def _give_back(trim: Callable[[int], object]) -> None:
    while True:
        sleep(_SECONDS)
        trim(0)
