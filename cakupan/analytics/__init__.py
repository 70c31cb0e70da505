"""The arithmetic of coverage: pure functions over frames, no storage, no words, no clock.

Frames that come in (built by cakupan.storage.queries), one row per figure:

``participants``  region_code str · period str (ISO, ``2025-10``) · date datetime64 (the period's
                  last day) · segment str · participants int64 · sample bool · publisher category
                  · rounding_unit float64 (1 for an exact count)
``workforce``     region_code str · period str · date datetime64 (the period's first day: in force
                  from then on) · workers int64 · sample bool · publisher category ·
                  rounding_unit float64

A str may be a category, too, where the categories are ordered as texts are: so the store hands it
over, and an answer is the same.

No two rows share region, period and segment (or region and period): of several publishers or
bases the store hands over one. The categories of both publishers are the same, in the same order.
``overview.summarise`` is the way in; docs/methods.md is the map.

Coverage is always a ratio 0–1 as float; a missing one is NaN, never 0.
"""
