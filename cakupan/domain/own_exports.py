"""The mark of our own exports, by which the intake knows them: their figures are ours already."""

EXPORT_MARK = "cakupan-ekspor"
"""Stands in a note above every table of a workbook that is taken away."""
