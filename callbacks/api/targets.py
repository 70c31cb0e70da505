"""``targets``: every target in force."""

from cakupan.domain.reference import Target
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Rows
from callbacks.figures import Figures


def target_rows(figures: Figures, asked: Asked) -> Rows:
    """Targets in the order of the ladder."""
    directory = figures.reference.directory
    chosen = [one for one in figures.targets() if _is_wanted(one, asked)]
    rows = [
        (
            one.id,
            one.region_code,
            directory[one.region_code].name,
            one.framework,
            one.year,
            float(one.ratio),
            one.denominator,
            one.citation,
        )
        for one in chosen[asked.page]
    ]
    return Rows(rows, len(chosen))


def _is_wanted(target: Target, asked: Asked) -> bool:
    return (
        (not asked.region_codes or target.region_code in asked.region_codes)
        and target.region_code.startswith(asked["provinsi"])
        and asked["target"] in {"", target.framework}
    )
