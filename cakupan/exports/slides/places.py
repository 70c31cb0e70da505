"""Lengths and rectangles on a slide, in EMU (914.400 to the inch), and the house's own places."""

from cakupan.domain.records import Record

INCH = 914_400
POINT = 12_700


def inches(value: float) -> int:
    """A length in EMU."""
    return round(value * INCH)


class Box(Record, frozen=True):
    """A rectangle: left, top, width, height."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def at(cls, left: float, top: float, width: float, height: float) -> "Box":
        """The rectangle in inches."""
        return cls(*map(inches, (left, top, width, height)))

    @property
    def right(self) -> int:
        """The far edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height

    def part(self, left: float, top: float, width: float, height: float) -> "Box":
        """A part of it, in fractions of width and height."""
        return Box(
            self.left + round(self.width * left),
            self.top + round(self.height * top),
            round(self.width * width),
            round(self.height * height),
        )

    def cells(self, *, columns: int, rows: int, gap: int) -> "list[Box]":
        """Equal parts with a gap between them, row by row."""
        width = (self.width - gap * (columns - 1)) // columns
        height = (self.height - gap * (rows - 1)) // rows
        return [
            Box(self.left + column * (width + gap), self.top + row * (height + gap), width, height)
            for row in range(rows)
            for column in range(columns)
        ]


SLIDE = Box.at(0, 0, 13.333_333, 7.5)
TITLE = Box.at(0.6, 0.5, 12.13, 0.85)
SUBTITLE = Box.at(0.6, 1.35, 12.13, 0.4)
AREA = Box.at(0.6, 1.85, 12.13, 4.75)
CAPTION = Box.at(0.6, 6.78, 11.3, 0.5)
NUMBER = Box.at(12.0, 6.78, 0.73, 0.5)
COVER_BAND = Box.at(0, 0, 13.333_333, 4.6)
COVER_TITLE = Box.at(0.9, 1.4, 11.5, 1.9)
COVER_SUBTITLE = Box.at(0.9, 3.35, 11.5, 0.9)
COVER_CAPTION = Box.at(0.9, 5.0, 11.5, 1.6)
