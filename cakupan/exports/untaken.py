"""Why something cannot be taken away, as a sentence for whoever asked."""


class UntakenError(Exception):
    """``key`` is the sentence, ``fields`` what it names; ``status`` is that of the answer."""

    def __init__(self, key: str, status: int = 404, **fields: object) -> None:
        super().__init__(key)
        self.key = key
        self.status = status
        self.fields = fields
