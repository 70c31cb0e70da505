"""Every word and number format a reader sees, in Indonesian and English under the same keys."""

from cakupan.texts.words import Words, words

__all__ = ["Words", "words"]
