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

# Giving back takes a quarter of a millisecond, and what is not given back adds to the next peak.
_SECONDS = 1
# Of malloc.h: from how many places threads take memory. Holes in one are filled by all.
_ARENA_MAX = -8
# Of malloc.h: from what size on memory is the system's again as soon as it is let go of.
_MMAP_THRESHOLD = -3
_LARGE = 1024 * 1024


def keep_for_good() -> None:
    """Whatever is there at the end of a start stays: nobody looks through it for litter again.

    Looking through it takes 0.2 s of a server that holds the nation, in the middle of an answer.
    Not even once: of 300.000 things that a start leaves one in a hundred is litter. What is made
    from here on is looked through, also where nothing was before.
    """
    gc.freeze()
    gc.enable()


def keep_for_long() -> None:
    """The same for what is kept until the data change, once litter was taken out of it.

    That is 30 ms when somebody expects it, instead of up to 100 in the middle of an answer.
    """
    gc.collect()
    gc.freeze()


def take_from_one_place() -> None:
    """All threads take memory from the same place, where the C library is glibc.

    To be said before there is a second thread: a thread that has a place of its own keeps it.
    What is large, a column of a frame, is taken apart from it: otherwise the library asks for
    larger and larger things to be kept after each that was let go of.
    """
    library = _glibc()
    if library:
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back_now_and_then() -> None:
    """Do so as long as the program runs, where the C library is glibc; elsewhere do nothing."""
    library = _glibc()
    if library:
        trim = library.malloc_trim
        Thread(target=_give_back, args=(trim,), name="memory", daemon=True).start()


def _glibc() -> ctypes.CDLL | None:
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return library if hasattr(library, "malloc_trim") else None


def _give_back(trim: Callable[[int], object]) -> None:
    while True:
        sleep(_SECONDS)
        trim(0)
