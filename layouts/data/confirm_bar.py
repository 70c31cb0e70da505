"""The bar that loads what is ready: how much, by whom, and the button that writes."""

from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.data.name_field import name_field
from layouts.data.records import DataView
from layouts.ids import DataId as Id
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.CONFIRM, "hidden"),
    (Id.CONFIRM_TEXT, "children"),
    (Id.NAME_LABEL, "children"),
    (Id.LOAD, "children"),
    (Id.OFFERED, "data"),
)


def at_rest(words: Words) -> html.Div:
    """The bar before anything is ready. The browser remembers the name."""
    return html.Div(
        id=Id.CONFIRM,
        className="confirm-bar",
        hidden=True,
        children=[
            html.P(id=Id.CONFIRM_TEXT, className="confirm-text"),
            name_field(
                Id.NAME,
                label_id=Id.NAME_LABEL,
                error_id=Id.NAME_ERROR,
                label=words("data.confirm.name"),
            ),
            html.Button(
                words("data.confirm.load_one"), id=Id.LOAD, className="button", type="button"
            ),
        ],
    )


def changes(view: DataView) -> Changes:
    """What is ready now, and the button that loads just that."""
    words, ready = view.words, view.ready
    new = sum(file.found.counts.new for file in ready if file.found)
    changed = sum(file.found.counts.changed for file in ready if file.found)
    size = count(len(ready), words.language)
    single = len(ready) == 1
    return {
        (Id.CONFIRM, "hidden"): not ready,
        (Id.CONFIRM_TEXT, "children"): words(
            "data.confirm.one" if single else "data.confirm.ready",
            files=size,
            new=count(new, words.language),
            changed=count(changed, words.language),
        ),
        (Id.NAME_LABEL, "children"): words("data.confirm.name"),
        (Id.LOAD, "children"): words(
            "data.confirm.load_one" if single else "data.confirm.load", files=size
        ),
        (Id.OFFERED, "data"): [file.token for file in ready],
    }
