"""The Metode page: every definition, formula and source, drawn from what computes."""
