"""How a page is drawn: one callback answers a request with every place of it together."""

from collections.abc import Callable, Sequence

from dash import Dash, Input, State, ctx
from dash.dependencies import DashDependency

from cakupan.domain.acting import actor
from cakupan.domain.records import Record
from cakupan.domain.repeating import holds
from cakupan.domain.shown import Shown
from cakupan.storage.errors import ReleaseError
from cakupan.texts import words
from callbacks.data_failures import lead_of
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, read_view, settled
from callbacks.wiring import log_failure, outputs, values
from layouts.choices import parse
from layouts.edition import edition_name
from layouts.frame import Frame
from layouts.ids import ShellId
from layouts.release_strip import refused_release
from layouts.taken import CardsOf, of_release
from layouts.view import Changes, Slot, View

# Whose cards are known: their pages are on somebody's screen.
_LATELY = 32

Draw = Callable[[Figures, Request, Settled], Changes]


class Drawing(Record, frozen=True):
    """One page's callback: its frame, every slot it fills, and how a request becomes changes.

    ``held`` is where a page notes what of it is not sent again as long as the note is the same.
    """

    frame: Frame
    slots: tuple[Slot, ...]
    draw: Draw
    source: Source
    held: Slot | None = None

    def register(self, app: Dash, *more: DashDependency) -> None:
        """Wire the page to the request. ``more`` inputs only say that it is to be drawn again."""
        notes = [State(*self.held)] if self.held else []
        app.callback(
            outputs(self.slots),
            Input(ShellId.REQUEST, "data"),
            *more,
            *notes,
            on_error=self.show_failure,
        )(self.show)

    def show(self, data: object, *more: object) -> list[object]:
        """The whole page for a request, so that no two parts ever speak of different choices."""
        request = Request.of(data, more[-1] if self.held else None)
        try:
            with self.source.figures(request.release) as figures:
                found = settled(figures, request)
                changes = self._drawn(figures, request, found)
                self._cards(figures, request, found, lambda: changes)
                if figures.edition is None:
                    holds(figures.version)
        except ReleaseError as fault:
            choices = parse(request.search, self.source.reference).choices
            changes = self.frame.message(*refused_release(fault.code, fault.details, choices))
        return self._answer(request, changes)

    def changes(self, request: Request) -> Changes:
        """The page filled for a request; also what is taken away of it in another form.

        Raises ReleaseError where the request asks for a release that cannot be shown.
        """
        with self.source.figures(request.release) as figures:
            return self._drawn(figures, request, settled(figures, request))

    def cards(self, request: Request) -> Sequence[Shown]:
        """What of the page can be taken away as data: where it was drawn lately, as it was then."""
        with self.source.figures(request.release) as figures:
            found = settled(figures, request)
            kept = self._cards(
                figures, request, found, lambda: self._drawn(figures, request, found)
            )
            return kept.shown

    def show_failure(self, error: Exception) -> list[object]:
        """Say that the page cannot be drawn; the log keeps the reason."""
        log_failure(error)
        request = Request.of(ctx.inputs.get(f"{ShellId.REQUEST}.data"))
        language = parse(request.search, self.source.reference).choices.language
        return self._answer(request, self.frame.failure(words(language), lead=lead_of(error)))

    def _cards(
        self, figures: Figures, request: Request, found: Settled, draw: Callable[[], Changes]
    ) -> CardsOf:
        """The cards of what a request shows, however it was asked for.

        Those of a release say how long it is held back: they are made each time.
        """
        if figures.edition is not None:
            return CardsOf.among(draw())
        shown = found.choices, found.region.code, request.compact
        about = self.frame.root, actor().role, *shown
        return figures.recent("cards", about, lambda: CardsOf.among(draw()), most=_LATELY)

    def _drawn(self, figures: Figures, request: Request, found: Settled) -> Changes:
        changes = self.draw(figures, request, found)
        if figures.edition is None:
            return changes
        name = edition_name(figures.edition, words(found.choices.language))
        return of_release(changes, figures.edition.release.id, name)

    def _answer(self, request: Request, changes: Changes) -> list[object]:
        return values({**changes, self.frame.answers: request.key}, self.slots)


def view_of(figures: Figures, request: Request, found: Settled) -> View | None:
    """The view of settled choices; None where the region has no participants at all."""
    if not found.periods or found.choices.period is None:
        return None
    return read_view(figures, found.choices, found.choices.period, compact=request.compact)
