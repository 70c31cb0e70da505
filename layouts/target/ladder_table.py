"""The ladder as a table: each target with its distance, pace, status, base and source."""

import re
from collections.abc import Sequence

from dash import dcc
from dash.development.base_component import Component

from cakupan.analytics.ladder import Rung, Scope
from cakupan.analytics.summary import TargetGap
from cakupan.texts.number_format import count, percent, points
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.cards.indicators import status_mark
from layouts.choices import with_page_choices
from layouts.ids import TargetAction
from layouts.reasons import reason_phrase
from layouts.target.asked import PATH, RATIO, YEAR, in_percent
from layouts.target.phrases import end_of, ratio_text
from layouts.target.records import TargetView
from layouts.view import localized

_COLUMNS = ("target", "distance", "pace", "status", "base", "source", "action")
_ADDRESS = re.compile(r"https?://[^\s;,]+")


def ladder_table(target: TargetView) -> list[Component]:
    """All rungs, grouped by whose targets they are; a word where the region has none of its own."""
    none = target.words("target.no_target", region=target.view.region.name)
    parts: list[Component] = [_table(target)] if target.rungs else []
    if all(rung.scope is not Scope.OWN for rung in target.rungs):
        parts.insert(0, html.P(none))
    return parts


def _table(target: TargetView) -> html.Table:
    words = target.words
    heads = [html.Th(words(f"target.column.{name}"), scope="col") for name in _COLUMNS]
    groups = [(scope, [rung for rung in target.rungs if rung.scope is scope]) for scope in Scope]
    return html.Table(
        className="rungs",
        children=[
            html.Caption(words("target.scope.own", region=target.view.region.name)),
            html.Thead(html.Tr(heads)),
            *(_group(scope, rungs, target) for scope, rungs in groups if rungs),
        ],
    )


def _group(scope: Scope, rungs: Sequence[Rung], target: TargetView) -> html.Tbody:
    words, region = target.words, target.view.region.name
    title: list[Component | str] = [words(f"target.scope.{scope.value}", region=region)]
    if scope is Scope.NATIONAL:
        title += [" ", html.Small(words("target.scope.national_note", region=region))]
    head = html.Tr(html.Th(title, colSpan=len(_COLUMNS), scope="rowgroup"), className="group")
    rows = [_row(rung, target) for rung in rungs]
    return html.Tbody([head, *rows], className=scope.value)


def _row(rung: Rung, target: TargetView) -> html.Tr:
    cells = {
        "distance": _distance(rung, target),
        "pace": _pace(rung.gap, target),
        "status": _status(rung.gap, target),
        "base": _base(rung, target),
        "source": _source(rung, target),
        "action": _actions(rung, target),
    }
    words = target.words
    return html.Tr(
        [
            html.Th(_name(rung, target), scope="row"),
            *(
                html.Td(
                    children, className=f"is-{name}", **data(label=words(f"target.column.{name}"))
                )
                for name, children in cells.items()
            ),
        ]
    )


def _name(rung: Rung, target: TargetView) -> list[Component]:
    stated = rung.gap.target
    note = localized(stated, "note", target.words.language)
    place = [html.Small(rung.region.name)] if rung.scope is Scope.PART else []
    return [
        html.B(ratio_text(stated.ratio, target.words)),
        html.Span(target.view.target_name(stated)),
        *place,
        *([html.Small(note)] if note else []),
    ]


def _missing(gap: TargetGap, target: TargetView) -> str:
    words = target.words
    if gap.people_needed is None:
        return words("target.rung.unknown")
    if not gap.people_needed:
        return words("target.rung.reached")
    return words("target.rung.missing", people=count(gap.people_needed, words.language))


def _distance(rung: Rung, target: TargetView) -> list[Component]:
    words, coverage = target.words, rung.headline.coverage
    if coverage is None:
        return [html.Span(_missing(rung.gap, target))]
    missing = float(rung.gap.target.ratio) - coverage
    away = points(abs(missing), words.language).removeprefix("+")
    key = "target.rung.points_below" if missing > 0 else "target.rung.points_above"
    told = words(key, points=away, coverage=percent(coverage, words.language))
    return [html.Span(_missing(rung.gap, target), className="strong"), html.Small(told)]


def _pace(gap: TargetGap, target: TargetView) -> list[Component]:
    words = target.words
    if gap.target.year is None:
        return [html.Small(words("target.rung.no_year"))]
    if not gap.months_left:
        return [html.Small(words("target.rung.over"))]
    until = words("target.rung.until", due=end_of(gap.target.year, words), months=gap.months_left)
    if not gap.people_a_month:
        return [html.Small(until)]
    monthly = count(gap.people_a_month, words.language)
    return [html.Span(words("target.rung.monthly", people=monthly)), html.Small(until)]


def _status(gap: TargetGap, target: TargetView) -> list[Component]:
    found = gap.assessment
    why = [html.Small(reason_phrase(found.reason, target.words))] if found.reason else []
    return [status_mark(found.status, target.words), *why]


def _base(rung: Rung, target: TargetView) -> list[Component]:
    """The base it is meant for; where another one is shown, a warning with its own distance."""
    words, view = target.words, target.view
    name = html.Span(view.base_name(rung.gap.target.denominator))
    if rung.gap.same_denominator:
        return [name]
    warning = [words("target.rung.other_base", shown=view.denominator_name), " "]
    own = rung.by_own_base
    if own is None or own.people_needed is None or rung.own_coverage is None:
        warning.append(words("target.rung.own_base_missing"))
    else:
        coverage = percent(rung.own_coverage, words.language)
        distance = _missing(own, target)
        warning.append(words("target.rung.by_own_base", coverage=coverage, distance=distance))
    return [name, html.P(warning, className="warning")]


def _source(rung: Rung, target: TargetView) -> list[Component]:
    citation = rung.gap.target.citation
    loaded = target.loaded_note(rung.gap.target)
    return [
        html.Span(_linked(citation) or target.words("target.rung.no_citation")),
        *([html.Small(loaded)] if loaded else []),
    ]


def _linked(citation: str) -> list[Component | str]:
    """The text with each address in it as a link called by its host."""
    pieces: list[Component | str] = []
    end = 0
    for found in _ADDRESS.finditer(citation):
        pieces += [citation[end : found.start()], _link(found.group())]
        end = found.end()
    return [piece for piece in [*pieces, citation[end:]] if piece]


def _link(address: str) -> html.A:
    host = address.split("/")[2].removeprefix("www.")
    return html.A(host, href=address, target="_blank", rel="noopener noreferrer")


def _actions(rung: Rung, target: TargetView) -> list[Component]:
    """Reckon with it; change or retire it, where it is of the region or its parts."""
    stated, words = rung.gap.target, target.words
    called = f"{ratio_text(stated.ratio, words)} {target.view.target_name(stated)}"
    actions: list[Component] = []
    usable = rung.scope is not Scope.PART and target.answer is not None
    if stated.year and usable and rung.gap.months_left:
        wanted = {YEAR: str(stated.year), RATIO: str(in_percent(stated.ratio))}
        actions.append(
            dcc.Link(
                words("target.rung.use"),
                href=PATH + with_page_choices(target.view.choices, wanted).query,
                className="quiet-button",
                title=words("target.rung.use_of", target=called),
            )
        )
    # What is frozen cannot be edited.
    if rung.scope is not Scope.NATIONAL and target.view.edition is None:
        actions += [_button(action, rung, called, target) for action in _EDITS]
    return actions


_EDITS = {TargetAction.CHANGE: "change", TargetAction.RETIRE: "retire"}


def _button(action: TargetAction, rung: Rung, called: str, target: TargetView) -> html.Button:
    words, stated = target.words, rung.gap.target
    key = f"{stated.region_code}|{stated.framework}|{stated.year or ''}"
    return html.Button(
        [
            words(f"target.rung.{_EDITS[action]}"),
            html.Span(" " + words("target.rung.of", target=called), className="unseen"),
        ],
        id={"type": action, "key": key},
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
