"""What became of the files that were confirmed last: how far it has come, and how it ended."""

from dash.development.base_component import Component

from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.data.records import BatchView, DataView
from layouts.ids import DataId as Id
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.BATCH, "children"),)


def at_rest() -> html.Div:
    """Nothing was confirmed yet."""
    return html.Div(id=Id.BATCH, className="said", role="status")


def changes(view: DataView) -> Changes:
    """A bar while files are being loaded, then how many are in."""
    batch = view.batch
    return {(Id.BATCH, "children"): None if batch is None else _note(batch, view)}


def _note(batch: BatchView, view: DataView) -> Component:
    words = view.words
    numbers = {
        name: count(getattr(batch, name), words.language) for name in ("files", "done", "loaded")
    }
    if batch.fault:
        text = [html.P(batch.fault)]
        if batch.loaded:
            text.insert(0, html.P(words("data.batch.some", **numbers)))
        return html.Div(text, className="note failed")
    if batch.running:
        bar = html.Progress(value=str(batch.done), max=str(batch.files))
        sentence = html.P(words("data.batch.running", **numbers))
        return html.Div([sentence, bar], className="note running")
    key = "none" if not batch.loaded else "all" if batch.loaded == batch.files else "some"
    kind = "done" if batch.loaded else "moved"
    return html.P(words(f"data.batch.{key}", **numbers), className=f"note {kind}")
