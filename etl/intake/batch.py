"""A batch: files that a person confirmed together, and how far their loading has come."""

from cakupan.domain.records import Record


class Batch(Record, frozen=True):
    """``files`` were confirmed; ``done`` have been dealt with, ``loaded`` of them are in.

    ``fault`` is what stopped the rest: they are as they were, and can be confirmed again.
    """

    files: int
    done: int = 0
    loaded: int = 0
    fault: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Whether files of it are still to come."""
        return self.done < self.files and self.fault is None
