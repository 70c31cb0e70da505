"""All words of tables in one place: the vocabulary, its phrases, names of the reference data."""

from collections.abc import Mapping
from dataclasses import dataclass

from cakupan.domain.reference import Reference
from etl.shape.subjects import Phrases
from etl.vocabulary import Vocabulary, label


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary and its phrases; names of publishers and programmes, keyed by ``label``."""

    vocabulary: Vocabulary
    phrases: Phrases
    publishers: Mapping[str, str]
    programmes: Mapping[str, str]

    @classmethod
    def of(cls, vocabulary: Vocabulary, reference: Reference) -> "Lexicon":
        """With every id and name of the reference data."""
        return cls(
            vocabulary=vocabulary,
            phrases=Phrases(vocabulary),
            publishers={
                label(name): row.id
                for row in reference.publishers
                for name in (row.id, row.name_id, row.name_en)
            },
            programmes={
                label(name): row.id
                for row in reference.programmes
                for name in (row.id, row.name_id, row.name_en)
            },
        )
