"""A question to a callback: what its answer follows from but the data; and how to ask it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from flask import Flask, request

from cakupan.domain.acting import Actor, act_as, actor
from cakupan.domain.people import Role, Scope
from routes.rights import CALLBACK


@dataclass(frozen=True, slots=True)
class Question:
    """What was sent and by whom: two that are equal get the same answer.

    ``name`` is whose answer it is, empty where it is the same for a role and a scope. ``who`` is
    one of those who asked.
    """

    body: bytes
    coding: str
    scope: Scope
    role: Role
    name: str
    who: Actor = field(compare=False)

    @classmethod
    def asked(cls) -> "Question":
        """The question of the present request, by name."""
        who, coding = actor(), request.headers.get("Accept-Encoding", "")
        return cls(request.get_data(), coding, who.scope, who.role, who.name, who)

    def of_anybody(self) -> "Question":
        """The same, asked by whoever has this role and scope."""
        return replace(self, name="")

    @contextmanager
    def again(self, server: Flask) -> Iterator[None]:
        """As if the same request had just passed the gate.

        Not the gate itself: what comes of it is given to nobody who has not passed there, with this
        role and scope. Nor is anybody there who might be trusted with what is under embargo.
        """
        with server.test_request_context(
            CALLBACK,
            method="POST",
            data=self.body,
            content_type="application/json",
            headers={"Accept-Encoding": self.coding},
        ):
            act_as(self.who)
            yield
