"""How a page is drawn: one callback answers a request with every place of it together."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import Dash, Input, ctx
from dash.dependencies import DashDependency

from cakupan.texts import words
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, read_view, settled
from callbacks.wiring import log_failure, outputs, values
from layouts.choices import parse
from layouts.frame import Frame
from layouts.ids import ShellId
from layouts.view import Changes, Slot, View

Draw = Callable[[Figures, Request, Settled], Changes]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page's callback: its frame, every slot it fills, and how a request becomes changes."""

    frame: Frame
    slots: tuple[Slot, ...]
    draw: Draw
    source: Source

    def register(self, app: Dash, *more: DashDependency) -> None:
        """Wire the page to the request. ``more`` inputs only say that it is to be drawn again."""
        app.callback(
            outputs(self.slots), Input(ShellId.REQUEST, "data"), *more, on_error=self.show_failure
        )(self.show)

    def show(self, data: object, *_more: object) -> list[object]:
        """The whole page for a request, so that no two parts ever speak of different choices."""
        request = Request.of(data)
        return self._answer(request, self.changes(request))

    def changes(self, request: Request) -> Changes:
        """The page filled for a request; also what is taken away of it in another form."""
        with self.source.figures() as figures:
            return self.draw(figures, request, settled(figures, request))

    def show_failure(self, error: Exception) -> list[object]:
        """Say that the page cannot be drawn; the log keeps the reason."""
        log_failure(error)
        request = Request.of(ctx.inputs.get(f"{ShellId.REQUEST}.data"))
        language = parse(request.search, self.source.reference).choices.language
        return self._answer(request, self.frame.failure(words(language)))

    def _answer(self, request: Request, changes: Changes) -> list[object]:
        return values({**changes, self.frame.answers: request.key}, self.slots)


def view_of(figures: Figures, request: Request, found: Settled) -> View | None:
    """The view of settled choices; None where the region has no participants at all."""
    if not found.periods or found.choices.period is None:
        return None
    return read_view(figures, found.choices, found.choices.period, compact=request.compact)
