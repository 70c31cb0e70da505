"""Figures: a frame and words in, a go.Figure out. One theme, one empty state, no storage."""

from plotly.graph_objects import Figure

__all__ = ["Figure"]
