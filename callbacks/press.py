"""The press text of a region: the view its page is drawn from, put into sentences."""

from cakupan.analytics.peers import peers
from cakupan.domain.language import Language
from cakupan.domain.records import Record, replace
from cakupan.domain.regions import RegionKind
from cakupan.exports.press.matter import Place, PressMatter
from cakupan.exports.press.text import PressText, press_text
from callbacks.figures import Source
from callbacks.reading import Request, read_view, settled
from layouts.daerah.peers_card import scope_name
from layouts.edition import edition_name, embargo_end
from layouts.view import View, localized, wall_clock


class PressFile(Record, frozen=True):
    """A text and the name of a file for it, without its ending."""

    text: PressText
    name: str
    language: Language


def press_of(path: str, search: str, *, source: Source) -> PressFile | None:
    """The text for the region and the choices of an address; None without any participants."""
    request = Request.of({"path": path, "search": search})
    with source.figures(request.release) as figures:
        found = settled(figures, request)
        if not found.periods or found.choices.period is None:
            return None
        choices = replace(found.choices, region_code=found.region.code)
        view = read_view(figures, choices, found.choices.period, compact=False)
        matter = press_matter(view)
    period = view.summary.headline.period.text
    name = "_".join(
        [view.words("press.file", region=view.region.code, period=period), *_release(view)]
    )
    return PressFile(press_text(matter), name, view.language)


def _release(view: View) -> list[str]:
    return [view.edition.release.id] if view.edition else []


def press_matter(view: View) -> PressMatter:
    """What the text is made of."""
    borrowed, edition = view.borrowed_from, view.edition
    until = embargo_end(edition) if edition else None
    return PressMatter(
        words=view.words,
        region=view.region,
        summary=view.summary,
        ranking=view.named(view.summary.ranking),
        parts_word=view.parts_word,
        base=view.denominator_name,
        base_long=localized(view.denominator, "name", view.language),
        source=localized(view.denominator, "source", view.language),
        aims={gap.target.id: view.target_name(gap.target) for gap in view.summary.gaps},
        segments=view.segment_names("name"),
        places=_places(view),
        borrowed_from=view.reference.directory[borrowed].name if borrowed else None,
        release=edition_name(edition, view.words) if edition else "",
        embargo=wall_clock(until, view.language) if until else "",
    )


def _places(view: View) -> tuple[Place, ...]:
    """In the groups the region has a rank in, as its own page says it."""
    if view.region.kind is RegionKind.NATION:
        return ()
    found = peers(view.panel, region=view.region, period=view.summary.headline.period)
    return tuple(
        Place(
            rank=group.position.rank,
            ranked=group.position.ranked,
            group=scope_name(group.scope, view),
            complete=group.position.ranked == len(group.members),
        )
        for group in found.groups
        if group.position.rank is not None and group.position.ranked > 1
    )
