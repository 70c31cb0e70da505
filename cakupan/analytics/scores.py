"""Award scores: raw value, normalised within the peers, weighted, summed, ranked. All explainable.

Which criteria count, and how much, is data handed in; how sure a ranking is stands in stability.py.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

# Sums of the same products can differ in their last bits: they are ties all the same.
_SAME_SCORE = 9


def gap_closed(before: float, after: float) -> float | None:
    """``Δp/(1 − p0)``: the share of the way to full coverage that was gone, 90→93 more than 20→25.

    None where nothing was left to close.
    """
    return (after - before) / (1 - before) if before < 1 else None


def normalised(raw: pd.DataFrame, *, lower_is_better: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Min-max within the peers, 0 to 100, 100 the best; ``raw`` is peers × criteria.

    Only peers with every value are compared, the others come out as NaN in every column. Where
    all are equal nobody is ahead, and all have 100.
    """
    complete = raw.dropna()
    low, high = complete.min(), complete.max()
    spread = high - low
    share = (complete - low) / spread.where(spread > 0)
    for name in lower_is_better:
        share[name] = 1 - share[name]
    return (share.fillna(1.0) * 100).reindex(raw.index)


def weighted(points: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """What each criterion adds to the score: ``points · w/Σw``, in the columns of ``points``.

    Weights are 0 or more and one at least is above 0; ``ValueError`` otherwise.
    """
    share = weight_shares(weights, list(points.columns))
    return points * share


def weight_shares(weights: Mapping[str, float], criteria: list[str]) -> pd.Series:
    """Weights as shares of their sum, in the order of ``criteria``; one not named has none."""
    given = pd.Series([float(weights.get(name, 0.0)) for name in criteria], index=criteria)
    total = float(given.sum())
    if not np.isfinite(total) or total <= 0 or (given < 0).any():
        raise ValueError("weights are 0 or more, and one at least is above 0")
    return given / total


def score_table(points: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Score and rank of each peer, best first: score · rank, NaN last for who is not compared.

    Ties share a rank (1, 2, 2, 4). ``points`` is what ``normalised`` gives.
    """
    score = weighted(points, weights).sum(axis=1, skipna=False)
    rank = score.round(_SAME_SCORE).rank(method="min", ascending=False)
    table = pd.DataFrame({"score": score, "rank": rank})
    return table.sort_values(["rank", "score"], ascending=[True, False], kind="stable")


def rank_bounds(low: pd.Series, high: pd.Series) -> pd.DataFrame:
    """Best and worst rank that scores known only as ``low`` to ``high`` allow: best · worst.

    For figures that were printed rounded. A peer is surely ahead where its lowest beats another's
    highest; it may be ahead where its highest does.
    """
    lows, highs = (side.to_numpy(dtype="float64") for side in (low, high))
    surely = (lows[None, :] > highs[:, None]).sum(axis=1)
    maybe = (highs[None, :] > lows[:, None]).sum(axis=1) - (highs > lows)
    return pd.DataFrame({"best": 1 + surely, "worst": 1 + maybe}, index=low.index)
