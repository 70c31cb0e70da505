"""How much a file may ask for. The numbers refuse no sound file."""

from dataclasses import dataclass

MIB = 1024 * 1024
# Of the answer: a block of rows, however long its texts. The parent believes no longer one.
LONGEST_LINE = 8 * MIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one file: sizes in bytes, time in seconds.

    ``ratio`` is unpacked to packed size and judged above ``ratio_from_bytes``; ``sheet_cells``
    counts cells that hold something; ``answer_bytes`` is what the child may hand back.
    """

    file_bytes: int = 128 * MIB
    zip_members: int = 2_000
    unpacked_bytes: int = 256 * MIB
    ratio: int = 200
    ratio_from_bytes: int = 10 * MIB
    sheet_cells: int = 16_000_000
    seconds: float = 20
    memory_bytes: int = 1536 * MIB
    answer_bytes: int = 512 * MIB


DEFAULT_LIMITS = Limits()
