"""A card as a small picture (SVG), drawn from its plan: what a list of slides shows of each."""
