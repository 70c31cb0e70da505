"""What a record of the program is: named values, compared by what they say.

Not ``dataclass``, which writes and compiles six functions for each of five hundred records while
somebody waits for the start: docs/decisions/0032-records-are-made-at-once.md. ``dict=True`` gives
one room for what it works out once and keeps (``cached_property``). What is not compared whole is
still a dataclass, and so is what a child process knows that knows nothing of the house.
"""

from typing import TYPE_CHECKING

from msgspec import Struct as Record
from msgspec import field
from msgspec.structs import asdict

if TYPE_CHECKING:
    # The same, but mypy looks at each name and type that is given.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Record", "asdict", "field", "replace"]
