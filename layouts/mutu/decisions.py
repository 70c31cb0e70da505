"""What a person decided about a flag, in one sentence."""

from cakupan.domain.flags import Decision
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
