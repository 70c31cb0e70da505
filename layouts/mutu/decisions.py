"""What a person decided about a flag or corrected, in one sentence."""

from cakupan.domain.corrections import Correction
from cakupan.domain.flags import Decision
from layouts.corrections import CorrectionWords
from layouts.mutu.records import MutuView
from layouts.mutu.wording import verdict_words


def decided_by(decision: Decision, mutu: MutuView) -> str:
    """Diterima oleh Sari, 5 Jan 2026 19.00: alasan."""
    return verdict_words(
        "decided",
        decision.verdict,
        decision.flag,
        mutu.words,
        who=decision.by,
        moment=mutu.view.moment(decision.at),
        reason=decision.reason,
    )


def corrected_by(correction: Correction, mutu: MutuView) -> str:
    """Dikoreksi oleh Sari, 5 Jan 2026 19.00, 91.000 → 9.100: alasan."""
    return mutu.words(
        "mutu.correct.by",
        who=correction.load.loaded_by,
        moment=mutu.view.moment(correction.load.loaded_at),
        change=CorrectionWords(mutu.view.reference, mutu.words).change(correction),
        reason=correction.figure.citation,
    )
