"""Why a deck or a template cannot be used. The sentence stands under ``slides.fault.<code>``."""

from cakupan.texts import Words


class DeckFaultError(ValueError):
    """``missing`` are codes of what a template lacks, each with a sentence of its own."""

    def __init__(self, code: str, /, *, missing: tuple[str, ...] = (), **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.missing = missing
        self.details = details

    def sentence(self, words: Words) -> str:
        """What is wrong and what to do."""
        return words(f"slides.fault.{self.code}", **self.details)

    def lacking(self, words: Words) -> list[str]:
        """A sentence for each thing that is missing."""
        return [words(f"slides.missing.{code}") for code in self.missing]
