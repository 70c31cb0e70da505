"""The command line of the dashboard itself; ``python -m cakupan`` lists its commands.

Spreadsheets have a command line of their own: ``python -m etl``.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

import typer

from cakupan.commands.help_text import help_of
from cakupan.domain.acting import Actor, act_as
from cakupan.settings import SettingsError
from cakupan.texts import words
from etl.exit_codes import USAGE
from etl.options import asked_language
from etl.outcomes import explain

# Each command with its module and the key of its help; a group brings its own. Only what is asked
# for is imported: what draws decks takes longer than a backup does.
GROUPS = ("boundaries", "audit", "release", "users")
COMMANDS = {
    **{name: ("keeping", f"keeping.help.{name}") for name in ("backup", "restore", "verify")},
    "copy": ("copying", "copying.help.command"),
    "press": ("press", "press.help.command"),
    **{name: ("deck", f"slides.help.{name}") for name in ("deck", "refresh")},
}


def command_line(asked: str | None) -> typer.Typer:
    """The command asked for; all of them where it is none of them, for the help names them all."""
    app = typer.Typer(
        help=help_of("boundaries.help.app"), add_completion=False, pretty_exceptions_enable=False
    )
    app.callback()(_whole)
    known = (*GROUPS, *COMMANDS)
    for name in [asked] if asked in known else known:
        _add(app, name)
    return app


def _add(app: typer.Typer, name: str) -> None:
    module, key = COMMANDS.get(name, (name, ""))
    found = getattr(import_module(f"cakupan.commands.{module}"), name)
    if key:
        app.command(name, help=help_of(key))(found)
    else:
        app.add_typer(found, name=name)


def _whole() -> None:
    """Keep the name of a command that stands alone part of the line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, a user reads a sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(asked_language(given))
    act_as(Actor("python -m cakupan"))
    try:
        app = command_line(given[0] if given else None)
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
