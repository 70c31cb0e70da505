"""The release that figures are of, as every caption and notice names it."""

from datetime import datetime

from cakupan.domain.releases import Edition
from cakupan.texts import Words
from layouts.view import View, wall_clock


def edition_name(edition: Edition, words: Words) -> str:
    """Rilis R-2026-11-25-1; before its time with the moment it waits for."""
    until = embargo_end(edition)
    if until is None:
        return words("release.name", id=edition.release.id)
    moment = wall_clock(until, words.language)
    return words("release.name_embargoed", id=edition.release.id, moment=moment)


def embargo_end(edition: Edition) -> datetime | None:
    """When everybody may see it; None where that is now."""
    return edition.release.embargo_until if edition.under_embargo else None


def edition_part(view: View) -> list[str]:
    """The last part of a caption; nothing for the running figures."""
    return [edition_name(view.edition, view.words)] if view.edition else []
