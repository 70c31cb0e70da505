"""``releases``: every release, as far as the caller may know of it."""

from collections.abc import Sequence

from cakupan.domain.releases import Listed
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Rows, Value
from callbacks.api.cells import moment


def release_rows(releases: Sequence[Listed], asked: Asked) -> Rows:
    """Newest first. Of one under embargo a stranger is told the id alone."""
    return Rows([_row(one) for one in releases[asked.page]], len(releases))


def _row(one: Listed) -> tuple[Value, ...]:
    if one.edition is None:
        return (one.id, "", "", None, None, None, True)
    release = one.edition.release
    return (
        release.id,
        release.note,
        release.made_by,
        moment(release.made_at),
        moment(release.embargo_until) if release.embargo_until else None,
        release.figures,
        one.edition.under_embargo,
    )
