"""How sure a ranking is when the weights could as well have been a little different.

Random weightings around the chosen ones, from a seed, so that the same question has one answer.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from cakupan.analytics.scores import weight_shares
from cakupan.domain.records import Record

DRAWS = 10_000
# Dirichlet parameters are the shares of the weights times this: three criteria of equal weight vary
# by about ±14 points each.
CONCENTRATION = 10.0
_MIDDLE = (5, 95)
_SAME_SCORE = 9


class Weightings(Record, frozen=True):
    """Which random weightings are tried."""

    draws: int = DRAWS
    seed: int = 0
    concentration: float = CONCENTRATION


def stability(
    points: pd.DataFrame, weights: Mapping[str, float], *, tried: Weightings | None = None
) -> pd.DataFrame:
    """Ranks under random weightings: kept · best · low · high · worst, one row a peer.

    ``kept`` is the share of weightings in which a peer has the rank that the chosen weights give
    it; ``best`` and ``worst`` are the extremes, and 90 of 100 ranks lie in ``low`` to ``high``.
    ``points`` are those of the peers compared (``scores.normalised`` without NaN). Weights are
    drawn from a Dirichlet distribution around the chosen ones; one of weight 0 stays at 0.
    """
    tried = tried or Weightings()
    criteria = [str(name) for name in points.columns]
    share = weight_shares(weights, criteria)
    used = [name for name in criteria if share[name] > 0]
    values = points[used].to_numpy(dtype="float64")
    drawn = np.random.default_rng(tried.seed).dirichlet(
        share[used].to_numpy() * tried.concentration, size=tried.draws
    )
    chosen = ranks_of(values @ share[used].to_numpy()[:, None])[:, 0]
    ranks = ranks_of(values @ drawn.T)
    low, high = np.percentile(ranks, _MIDDLE, axis=1, method="nearest")
    return pd.DataFrame(
        {
            "kept": (ranks == chosen[:, None]).mean(axis=1),
            "best": ranks.min(axis=1),
            "low": low.astype("int64"),
            "high": high.astype("int64"),
            "worst": ranks.max(axis=1),
        },
        index=points.index,
    )


def ranks_of(scores: np.ndarray) -> np.ndarray:
    """Ranks within each column, 1 the highest, ties sharing one; peers × weightings both ways."""
    rounded = np.round(scores, _SAME_SCORE)
    order = np.argsort(-rounded, axis=0, kind="stable")
    ordered = np.take_along_axis(rounded, order, axis=0)
    places = np.arange(1, len(scores) + 1)[:, None]
    fresh = np.ones(ordered.shape, dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    in_order = np.maximum.accumulate(np.where(fresh, places, 0), axis=0)
    ranks = np.empty(scores.shape, dtype="int64")
    np.put_along_axis(ranks, order, in_order, axis=0)
    return ranks
