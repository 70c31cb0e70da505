"""What every callback of the Data page is given, and who is asking."""

from collections.abc import Callable
from datetime import datetime

from dash import ctx
from sqlalchemy import Engine

from cakupan.domain.acting import actor
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.texts import Words, words
from callbacks.reading import Request
from etl.intake.desk import Desk
from layouts.choices import parse
from layouts.ids import SECURE_VISITOR_COOKIE, VISITOR_COOKIE


class DataTools(Record, frozen=True):
    """Made once: engines to read and to write with, the desk of waiting files, the clock."""

    reader: Engine
    writer: Engine
    reference: Reference
    desk: Desk
    clock: Callable[[], datetime]

    def say(self, data: object) -> Words:
        """Sentences in the language of a request."""
        search = Request.of(data).search
        return words(parse(search, self.reference).choices.language)


def visitor() -> str:
    """The browser that is asking and who is logged in there; one without a cookie owns nothing."""
    plain = ctx.cookies.get(VISITOR_COOKIE, "")
    return actor().owner(str(ctx.cookies.get(SECURE_VISITOR_COOKIE, plain)))
