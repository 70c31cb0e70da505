"""Figures: a frame and words in, a figure out. One theme, one empty state, no storage."""

from cakupan.charts.figure import Figure

__all__ = ["Figure"]
