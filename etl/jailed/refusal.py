"""The one way in which a parser says no: a finding's code and its details."""


class RefusedError(Exception):
    """The file cannot be read. ``code`` is a finding's code, ``details`` fill its sentences."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
