"""The Paritrana page: criteria and weights, scores and how sure they are, winners, ceremonies."""
