"""The region among its peers: a line of dots for each group, and the places in words."""

from functools import partial
from math import isnan

from cakupan.analytics.peers import SIZE_CLASSES, PeerGroup, Scope
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.peers import Dot, DotLine, peer_lines
from cakupan.domain.regions import RegionKind
from cakupan.texts.number_format import count, short_count
from layouts import elements as html
from layouts.behind import coverage_behind
from layouts.captions import ranked_caption, short_period
from layouts.card import Filling
from layouts.daerah.cards import PEERS
from layouts.daerah.peers_data import capital, peers_plan, peers_table
from layouts.daerah.region_profile import Profile
from layouts.view import Changes, View


def changes(profile: Profile) -> Changes:
    """The card filled."""
    view = profile.view
    every = _lines(profile)
    lines = [line for line in every if line.dots]
    title = _title(profile)
    note = _why_no_place(view)
    return PEERS.changes(
        Filling(
            title=title,
            subtitle=_subtitle(profile),
            figure=_figure(lines, view),
            alt=view.words("daerah.peers.alternative", message=title),
            caption=ranked_caption(view, _members(profile)),
            empty=not lines,
            table=peers_table(profile, every),
            plan=partial(peers_plan, profile),
            behind=coverage_behind(view),
            sample=view.summary.headline.sample,
            key=[html.P(note, className="key")] if note else [],
        ),
        view.words,
    )


def _members(profile: Profile) -> set[str]:
    """Codes of everybody the region is held against."""
    return {str(code) for group in profile.peers.groups for code in group.members.index}


def _figure(lines: list[DotLine], view: View) -> Figure:
    if not lines:
        return empty_figure(view.words("daerah.peers.empty"), view.style)
    return peer_lines(lines, view.style)


def _title(profile: Profile) -> str:
    """The place in the first group the region has one in."""
    view = profile.view
    for group in profile.peers.groups:
        found = group.position
        if found.rank is not None and found.ranked > 1:
            return view.words(
                "daerah.peers.title",
                rank=count(found.rank, view.language),
                ranked=count(found.ranked, view.language),
                group=scope_name(group.scope, view),
            )
    return view.words("daerah.peers.no_place", region=view.region.short_name)


def _subtitle(profile: Profile) -> str:
    view, peers = profile.view, profile.peers
    period = short_period(view.summary.headline.period, view)
    first = view.words("daerah.peers.subtitle", period=period)
    if peers.size_class is None:
        return first
    size = view.words(
        "daerah.peers.size",
        size=peers.size_class,
        classes=SIZE_CLASSES,
        smallest=short_count(peers.smallest, view.language),
        largest=short_count(peers.largest, view.language),
        denominator=view.denominator_name,
    )
    return f"{first}. {size}"


def scope_name(scope: Scope, view: View) -> str:
    """Kabupaten/kota di Banten; kabupaten se-Indonesia; yang seukuran."""
    kind = view.region.kind
    if scope is Scope.SIZE or kind is RegionKind.PROVINCE:
        level = "province" if kind is RegionKind.PROVINCE else "part"
        return view.words(f"daerah.scope.{scope.value}_{level}")
    province = view.reference.directory[view.region.code[:2]].name
    return view.words(
        f"daerah.scope.{scope.value}", kind=view.words(f"daerah.kind.{kind.value}"), where=province
    )


def _lines(profile: Profile) -> list[DotLine]:
    view = profile.view
    return [
        DotLine(
            title=capital(scope_name(group.scope, view)),
            place=_place(group, view),
            dots=_dots(group, view),
        )
        for group in profile.peers.groups
    ]


def _dots(group: PeerGroup, view: View) -> tuple[Dot, ...]:
    members = group.members
    columns = (members[name].tolist() for name in ("coverage", "ranked"))
    return tuple(
        Dot(
            name=view.reference.directory[code].short_name,
            coverage=coverage,
            own=code == view.region.code,
            ranked=ranked,
        )
        for code, coverage, ranked in zip(members.index.tolist(), *columns, strict=True)
        if not isnan(coverage)
    )


def _place(group: PeerGroup, view: View) -> str:
    found, language = group.position, view.language
    if found.rank is None:
        key = "unplaced_short" if view.style.compact else "unplaced"
    else:
        whole = found.ranked == found.members or view.style.compact
        key = "place" if whole else "place_of_known"
    return view.words(
        f"daerah.peers.{key}",
        rank=count(found.rank, language),
        ranked=count(found.ranked, language),
        members=count(found.members, language),
    )


def _why_no_place(view: View) -> str:
    coverage = view.summary.headline.coverage
    if coverage is None or coverage <= 1:
        return ""
    return view.words("daerah.peers.above", region=view.region.short_name)
