"""Whose turn it is to draw: visitors in the order they came, what nobody waits for after them."""

from threading import Condition

from cakupan.domain.records import Record, field


class Turns(Record):
    """So many draw at once."""

    free: int
    _waiting: int = 0
    _changed: Condition = field(default_factory=Condition)

    def take(self) -> None:
        """Wait for a turn and take it."""
        with self._changed:
            self._waiting += 1
            self._changed.wait_for(lambda: self.free)
            self._waiting -= 1
            self.free -= 1

    def take_last(self, seconds: float) -> bool:
        """The same, but let everybody go first who comes in the meantime.

        Whether there was a turn in so many seconds.
        """
        with self._changed:
            there_is = self._changed.wait_for(lambda: self.free and not self._waiting, seconds)
            self.free -= bool(there_is)
        return bool(there_is)

    def give_back(self) -> None:
        """A turn is over."""
        with self._changed:
            self.free += 1
            self._changed.notify_all()
