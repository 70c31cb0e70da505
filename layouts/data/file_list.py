"""The files on their way in, one card each; many are told in short, the troubled ones first."""

from collections import Counter

from dash.development.base_component import Component

from cakupan.domain.findings import Severity
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.data.file_card import file_card, status_of
from layouts.data.marks import mark
from layouts.data.records import DataView, FileView

_SEVERAL, _MANY = 3, 6


def file_cards(view: DataView) -> list[Component]:
    """A card for each file there is something to say of; over several, how many of each kind."""
    files = [file for file in view.files if file.is_shown]
    many = len(files) >= _MANY
    if many:
        files.sort(key=_is_calm)
    cards: list[Component] = [
        file_card(file, view, folded=many and _is_calm(file)) for file in files
    ]
    return cards if len(files) < _SEVERAL else [_sum(files, view), *cards]


def _is_calm(file: FileView) -> bool:
    """Whether it is in, or would bring figures without a word and without changing any value."""
    if file.load is not None or status_of(file) in {"loading", "unchanged"}:
        return True
    if file.found is None or status_of(file) != "ready" or file.moved:
        return False
    warned = any(group.severity is not Severity.NOTES for group in file.groups)
    return not warned and file.found.counts.changed == file.found.same_value


def _sum(files: list[FileView], view: DataView) -> html.Ul:
    words = view.words
    kinds = Counter(map(status_of, files))
    return html.Ul(
        className="files-sum",
        children=[
            html.Li(
                mark(
                    status,
                    f"{count(size, words.language)} {words(f'data.status.{status}').lower()}",
                )
            )
            for status, size in kinds.most_common()
        ],
    )
