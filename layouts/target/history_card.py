"""The history of targets: who changed what from what to what, when, and the way back."""

from cakupan.domain.reference import Target
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.edit_history import Entry, History
from layouts.ids import TargetAction
from layouts.ids import TargetId as Id
from layouts.target.phrases import ratio_text
from layouts.target.records import Edit, TargetView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.HISTORY, "children"),)


def at_rest() -> html.Section:
    """The card before the history has come."""
    return html.Section(id=Id.HISTORY, className="card target-history")


def changes(target: TargetView) -> Changes:
    """The card filled."""
    words = target.words
    entries = [_entry(edit, target) for edit in target.edits]
    number = count(len(entries), words.language)
    title = words("target.history.title", count=number) if entries else words("target.history.none")
    history = History("target-history", title, words("target.history.subtitle"), tuple(entries))
    return history.changes(Id.HISTORY, TargetAction.TURN, target.view)


def called(target: Target, view: TargetView) -> str:
    """RPJMD 2030 Banten: a target by framework, year and region."""
    region = view.view.reference.directory[target.region_code]
    return f"{view.view.target_name(target)} {region.short_name}"


def _entry(edit: Edit, target: TargetView) -> Entry:
    subject = edit.after or edit.before
    name = called(subject, target) if subject else ""
    return Entry(edit.load, name, _change(edit, target), edit.citation)


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
