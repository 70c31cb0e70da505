"""The walls a child puts around itself before it looks at a byte: memory, time, output."""

import math
import sys

from etl.jailed.limits import Limits

if sys.platform == "linux":
    import resource


def confine(limits: Limits) -> None:
    """Set the limits of this process, for good. Linux only.

    Elsewhere the parent's time limit is the only wall.
    """
    if sys.platform == "linux":
        seconds = math.ceil(limits.seconds)
        for what, soft, hard in (
            (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
            # The soft limit ends the process with SIGXCPU, which the parent can tell from a crash.
            (resource.RLIMIT_CPU, seconds, seconds + 1),
            (resource.RLIMIT_FSIZE, limits.answer_bytes, limits.answer_bytes),
            (resource.RLIMIT_NPROC, 0, 0),
            (resource.RLIMIT_CORE, 0, 0),
        ):
            resource.setrlimit(what, (soft, hard))
