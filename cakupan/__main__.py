"""The command line of the dashboard itself; ``python -m cakupan`` lists its commands.

Spreadsheets have a command line of their own: ``python -m etl``.
"""

import sys
from collections.abc import Sequence

import typer

from cakupan.commands import keeping
from cakupan.commands.audit import audit
from cakupan.commands.boundaries import boundaries
from cakupan.commands.copying import copy
from cakupan.commands.deck import deck, refresh
from cakupan.commands.help_text import help_of
from cakupan.commands.press import press
from cakupan.commands.release import release
from cakupan.commands.users import users
from cakupan.domain.acting import Actor, act_as
from cakupan.settings import SettingsError
from cakupan.texts import words
from etl.exit_codes import USAGE
from etl.options import asked_language
from etl.outcomes import explain

app = typer.Typer(
    help=help_of("boundaries.help.app"), add_completion=False, pretty_exceptions_enable=False
)
app.add_typer(boundaries, name="boundaries")
app.add_typer(audit, name="audit")
app.add_typer(release, name="release")
app.add_typer(users, name="users")
for command in (keeping.backup, keeping.restore, keeping.verify):
    app.command(help=help_of(f"keeping.help.{command.__name__}"))(command)

app.command(help=help_of("copying.help.command"))(copy)
app.command(help=help_of("press.help.command"))(press)
app.command(help=help_of("slides.help.deck"))(deck)
app.command(help=help_of("slides.help.refresh"))(refresh)


@app.callback()
def _whole() -> None:
    """Keep the name of the only group part of the command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, a user reads a sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(asked_language(given))
    act_as(Actor("python -m cakupan"))
    try:
        code = app(given or ["--help"], prog_name="python -m cakupan", standalone_mode=False)
    except SettingsError as fault:
        sentence, code = str(fault), USAGE
    except typer.TyperException:
        sentence, code = say("boundaries.help.usage"), USAGE
    except Exception as fault:  # noqa: BLE001  the border of the process: nobody reads a traceback
        sentence, code = explain(fault, say)
    else:
        sentence = ""
    if sentence:
        sys.stderr.write(sentence + "\n")
    return USAGE if not given else int(code)


if __name__ == "__main__":
    sys.exit(main())
