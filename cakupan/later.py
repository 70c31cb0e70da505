"""What a start leaves out: libraries for files that few ask for, large beside all that is shown.

They are imported where a file is made. Whoever asks first need not wait for that either: they are
read in once the server has had time for its first visitors.
"""

from importlib import import_module
from threading import Timer

# Before the server serves: as soon as its name is known plotly's writer, who writes for Dash, takes
# it for whole, and fails where it is still being read in.
import PIL.Image  # noqa: F401

MODULES = ("callbacks.decks", "cakupan.exports.template_workbooks")
"""Each brings what is asked of its library, and the library."""

_SECONDS = 10


def read_in_later() -> None:
    """Read them in beside the serving."""
    timer = Timer(_SECONDS, read_in)
    timer.name, timer.daemon = "later", True
    timer.start()


def read_in() -> None:
    """Read them in now."""
    for name in MODULES:
        import_module(name)
