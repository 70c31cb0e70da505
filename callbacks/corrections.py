"""What persons corrected, asked once for each version of the data."""

from cakupan.analytics.corrected import beneath
from cakupan.domain.corrections import Correction
from cakupan.domain.measures import Basis
from cakupan.domain.periods import Period
from cakupan.storage.queries.corrections import corrections
from callbacks.figures import Figures

MOST = 200


def read_corrections(figures: Figures) -> list[Correction]:
    """The newest first, those that were undone too."""
    return figures.recent("corrections", (), lambda: corrections(figures.reader, most=MOST))


def corrections_beneath(
    figures: Figures, denominator_id: str, period: Period, *, basis: Basis
) -> list[Correction]:
    """Those that the coverage of a month against one denominator rests on, of all regions."""
    made = read_corrections(figures)
    if not made:
        return []
    return figures.recent(
        "corrections beneath",
        (denominator_id, period.text, basis),
        lambda: beneath(
            made,
            figures.panel(denominator_id),
            period=period,
            base=figures.reference.denominator(denominator_id).measure,
            basis=basis,
            publishers=figures.publishers,
        ),
    )
