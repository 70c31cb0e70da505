"""Pages on which a password is typed. They need no script and nothing of the dashboard."""

from collections.abc import Mapping, Sequence
from html import escape
from ipaddress import ip_address
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from flask import Response, request

from cakupan.domain.records import Record
from routes.refusal import reader_words

LONGEST_NAME, LONGEST_PASSWORD = 80, 256
_PAGE = Template(Path(__file__).with_name("log_in.html").read_text(encoding="utf-8"))


class Field(Record, frozen=True):
    """What is typed: its name in the form, the key of its label, what browsers may fill in."""

    name: str
    label: str
    completion: str
    longest: int = LONGEST_PASSWORD
    kind: str = "password"


NAME = Field("nama", "access.name", "username", LONGEST_NAME, "text")
PASSWORD = Field("sandi", "access.password", "current-password")
NEW = Field("sandi", "access.new_password", "new-password")
CURRENT = Field("lama", "access.current_password", "current-password")
AGAIN = Field("ulang", "access.again", "new-password")


class DoorPage(Record, frozen=True):
    """One such page: the table of its words under ``access``, where it is sent, its fields."""

    words: str
    path: str
    fields: Sequence[Field]

    def show(
        self,
        *,
        kept: Mapping[str, str] | None = None,
        said: str = "",
        status: int = 200,
        **told: str,
    ) -> Response:
        """The page; ``kept`` goes along unseen, ``said`` is what is wrong, ``told`` fills it."""
        say = reader_words()
        language = {"bahasa": say.language.value} if request.args.get("bahasa") else {}
        texts = {
            name: escape(say(f"access.{self.words}.{name}", **told))
            for name in ("title", "lead", "button")
        }
        hidden = (
            f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">'
            for key, value in (kept or {}).items()
        )
        content = _PAGE.substitute(
            texts,
            language=say.language.value,
            product=escape(say("shell.name")),
            action=escape(f"{self.path}?{urlencode(language)}"),
            kept="".join(hidden),
            fields="".join(
                _field(one, escape(say(one.label)), first=one is self.fields[0])
                for one in self.fields
            ),
            said=f'<p class="refused" role="alert">{escape(said)}</p>' if said else "",
        )
        return Response(content, status=status, mimetype="text/html")


def is_private() -> bool:
    """Whether nobody on the way can read a password: encrypted, or within this computer."""
    try:
        return request.is_secure or ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def typed(field: Field) -> str:
    """What was typed into a field, as far as it may be long."""
    return request.form.get(field.name, "")[: field.longest + 1]


def _field(field: Field, label: str, *, first: bool) -> str:
    return (
        f'<label for="{field.name}">{label}</label>'
        f'<input id="{field.name}" name="{field.name}" type="{field.kind}"'
        f' autocomplete="{field.completion}" maxlength="{field.longest}" required'
        f"{' autofocus' if first else ''}>"
    )
