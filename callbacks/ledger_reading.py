"""The ledger as it stands: the lines in force, asked once for each version of the data."""

from collections.abc import Mapping

from cakupan.domain.ledger import LedgerKey
from cakupan.storage.queries.ledger import StatedLine, stated_lines
from callbacks.figures import Figures


def lines_in_force(figures: Figures, region_prefix: str) -> Mapping[LedgerKey, StatedLine]:
    """Who pays whose contributions, in a region and below it."""
    return figures.recent(
        "ledger",
        (region_prefix,),
        lambda: stated_lines(
            figures.reader, region_prefix=region_prefix, publishers=figures.publishers
        ),
    )
