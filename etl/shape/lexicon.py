"""All words of tables in one place: the vocabulary, its phrases, names of the reference data."""

from collections.abc import Mapping, Sequence

from cakupan.domain.awards import AwardCriterion
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.domain.reference import Denominator, Framework, Programme, Reference, Term
from etl.shape.subjects import Phrases
from etl.vocabulary import Vocabulary, label

_BENEFITS = "programmes"
_Named = Programme | Term | Framework | Denominator | AwardCriterion


class Lexicon(Record, frozen=True):
    """The vocabulary and its phrases; names of publishers, keyed by ``label``.

    ``lists`` hold the words of programmes, payers, groups and the like by the name of the list.
    """

    vocabulary: Vocabulary
    phrases: Phrases
    publishers: Mapping[str, str]
    lists: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, vocabulary: Vocabulary, reference: Reference) -> "Lexicon":
        """With every id and name of the reference data."""
        said = {**vocabulary.lists, _BENEFITS: vocabulary.programmes}
        return cls(
            vocabulary=vocabulary,
            phrases=Phrases(vocabulary),
            publishers={
                label(name): row.id
                for row in reference.publishers
                for name in (row.id, row.name_id, row.name_en)
            },
            lists={
                name: {**_names(rows), **said.get(name, {})}
                for name, rows in _listed(reference).items()
            },
        )

    def groups_of(self, measure: Measure) -> Mapping[str, str]:
        """The words of the groups that a measure is counted by."""
        return self.lists.get(self.vocabulary.habits[measure].groups, {})

    def programmes_of(self, measure: Measure) -> Mapping[str, str]:
        """The words of what stands in the place of a programme: benefits, unless said otherwise."""
        name = self.vocabulary.habits[measure].programmes
        return self.lists.get(name or _BENEFITS, {})


def _listed(reference: Reference) -> dict[str, Sequence[_Named]]:
    return {
        _BENEFITS: reference.programmes,
        "employment_kinds": reference.employment_kinds,
        "worker_groups": reference.worker_groups,
        "payers": reference.payers,
        "scholarship_levels": reference.scholarship_levels,
        "award_categories": reference.award_categories,
        "award_criteria": reference.scored_criteria,
        "award_documents": reference.award_documents,
        # Stages are ours: all of their words stand in the vocabulary.
        "award_stages": (),
        "frameworks": reference.frameworks,
        "denominators": reference.denominators,
    }


def _names(rows: Sequence[_Named]) -> dict[str, str]:
    """Ids and names of both languages; an id with underscores is written with spaces."""
    return {label(name): row.id for row in rows for name in (row.id, row.name_id, row.name_en)}
