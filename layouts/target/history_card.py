"""The history of targets: who changed what from what to what, when, and the way back."""

from dash import html
from dash.development.base_component import Component

from cakupan.domain.loads import LoadState
from cakupan.domain.reference import Target
from cakupan.domain.shown import Shown
from cakupan.texts.number_format import count
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import head
from layouts.columns_of import ColumnsOf
from layouts.ids import TargetAction
from layouts.ids import TargetId as Id
from layouts.taken import as_data
from layouts.target.phrases import ratio_text
from layouts.target.records import Edit, TargetView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.HISTORY, "children"),)


def at_rest() -> html.Section:
    """The card before the history has come."""
    return html.Section(id=Id.HISTORY, className="card target-history")


def changes(target: TargetView) -> Changes:
    """The card filled."""
    words, edits = target.words, target.edits
    number = count(len(edits), words.language)
    title = words("target.history.title", count=number) if edits else words("target.history.none")
    return {
        **as_data(Id.HISTORY, _as_data(target, title)),
        (Id.HISTORY, "children"): [
            html.Header(head(title, words("target.history.subtitle")), className="card-head"),
            html.Ol([_entry(edit, target) for edit in edits], className="edits"),
        ],
    }


def _as_data(target: TargetView, title: str) -> Shown:
    """A row for each change, the newest on top."""
    words, view = target.words, target.view
    entries = [(edit, edit.after or edit.before) for edit in target.edits]
    named = [(edit, subject) for edit, subject in entries if subject]
    columns = ColumnsOf(words, "target.history_column")
    return Shown(
        name="target-history",
        title=title,
        subtitle=words("target.history.subtitle"),
        caption=caption(view),
        alt=title,
        columns=(
            columns.text("target", (called(subject, target) for _, subject in named)),
            columns.text("change", (_change(edit, target) for edit, _ in named)),
            columns.text("by", (edit.by for edit, _ in named)),
            columns.text("at", (view.moment(edit.at) for edit, _ in named)),
            columns.text("source", (edit.citation for edit, _ in named)),
            columns.text("state", (_undone(edit, target) for edit, _ in named)),
        ),
        empty=not named,
    )


def called(target: Target, view: TargetView) -> str:
    """RPJMD 2030 Banten: a target by framework, year and region."""
    region = view.view.reference.directory[target.region_code]
    return f"{view.view.target_name(target)} {region.short_name}"


def _entry(edit: Edit, target: TargetView) -> html.Li:
    words = target.words
    subject = edit.after or edit.before
    if subject is None:
        return html.Li()
    moment = target.view.moment(edit.at)
    cited = words("target.history.cited", citation=edit.citation)
    return html.Li(
        className=edit.state.value,
        children=[
            html.Div(
                [
                    html.B(called(subject, target)),
                    " ",
                    html.Span(_change(edit, target), className="change"),
                    html.Small(words("target.history.by", moment=moment, who=edit.by)),
                    html.Small(cited),
                ]
            ),
            html.Div([*_state(edit, target), _button(edit, called(subject, target), target)]),
        ],
    )


def _change(edit: Edit, target: TargetView) -> str:
    words = target.words
    before, after = (
        ratio_text(one.ratio, words) if one else "" for one in (edit.before, edit.after)
    )
    if edit.after is None:
        return words("target.history.retired", before=before)
    if edit.before is None:
        return words("target.history.new", after=after)
    return _differences(edit.before, edit.after, target)


def _differences(before: Target, after: Target, target: TargetView) -> str:
    """Ratio, base and year as far as they changed; else only the source did."""
    words, view = target.words, target.view
    ratios, bases, names = (
        (ratio_text(before.ratio, words), ratio_text(after.ratio, words)),
        (view.base_name(before.denominator), view.base_name(after.denominator)),
        (view.target_name(before), view.target_name(after)),
    )
    parts = [
        words(f"target.history.{key}", before=pair[0], after=pair[1])
        for key, pair in (("changed", ratios), ("base_changed", bases), ("changed", names))
        if pair[0] != pair[1]
    ]
    return "; ".join(parts) or words("target.history.source_changed")


def _state(edit: Edit, target: TargetView) -> list[Component]:
    """Who undid it, and when."""
    told = _undone(edit, target)
    return [html.Span(told, className="state")] if told else []


def _undone(edit: Edit, target: TargetView) -> str:
    if edit.state is LoadState.CURRENT or edit.withdrawn_at is None:
        return ""
    moment, who = target.view.moment(edit.withdrawn_at), edit.withdrawn_by or ""
    return target.words("target.history.withdrawn", moment=moment, who=who)


def _button(edit: Edit, name: str, target: TargetView) -> html.Button:
    words = target.words
    action = "undo" if edit.state is LoadState.CURRENT else "redo"
    return html.Button(
        [
            words(f"target.history.{action}"),
            html.Span(" " + words("target.history.of", target=name), className="unseen"),
        ],
        id={"type": TargetAction.TURN, "load": edit.load_id},
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
