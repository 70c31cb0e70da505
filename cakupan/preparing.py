"""What a start does first: a whole and current database, with samples in an empty one."""

from datetime import UTC, datetime

from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.settings import Settings
from cakupan.storage.boundaries import OURS, read_areas
from cakupan.storage.engine import is_read_only
from cakupan.storage.errors import ReferenceDataError
from cakupan.storage.integrity import refuse_damaged
from cakupan.storage.reference import read_reference
from cakupan.texts import Words, words
from cakupan.texts.boundary_sentences import boundary_sentence
from etl.load import Outcome
from etl.preparation import load_samples, open_prepared
from etl.sentences import sentence


def prepare(settings: Settings, reference: Reference | None = None) -> list[str]:
    """Make the database ready to serve.

    Gives a sentence for each sample that was not loaded, and for whatever is wrong with the
    office's own outlines.
    """
    say = words(Language.ID)
    reference = reference or read_reference(settings.reference_dir)
    if not (settings.reference_dir / OURS).is_file():
        # Outlines are read when the first map is drawn. Whoever lacks them shall know before.
        raise ReferenceDataError("reference_missing", file=OURS.name)
    refuse_damaged(settings.database_url)
    engine = open_prepared(settings.database_url, reference)
    outcomes = []
    if settings.load_samples and not is_read_only(settings.database_url):
        outcomes = load_samples(
            engine,
            reference,
            families_dir=settings.reference_dir / "sources",
            samples_dir=settings.samples_dir,
            at=datetime.now(UTC),
        )
    engine.dispose()
    own = settings.boundaries
    faults = read_areas(own, reference).faults if own.exists() else ()
    return [
        *(boundary_sentence(fault, say) for fault in faults),
        *(
            _refused(outcome, say)
            for outcome in outcomes
            if outcome.load is None and outcome.run.findings
        ),
    ]


def _refused(outcome: Outcome, say: Words) -> str:
    first = outcome.run.findings[0]
    return say(
        "start.sample_refused",
        file=outcome.run.file_name,
        message=sentence(first, outcome.run.file_name, say).message,
    )
