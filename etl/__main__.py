"""The command line: ``python -m etl check|load|watch|undo|redo|history|current|…``.

Names the commands and turns whatever stops one into a sentence and an exit code.
"""

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import typer

from cakupan.domain.acting import Actor, act_as
from cakupan.settings import SettingsError
from cakupan.texts import words
from etl.exit_codes import INTERNAL, INTERRUPTED, USAGE
from etl.options import asked_language, help_of

# Each command and its module. Only those that are asked for are imported: together they take
# longer than most files do.
COMMANDS = {
    **dict.fromkeys(("check", "load"), "files"),
    "watch": "watching",
    **dict.fromkeys(("undo", "redo", "history"), "loads"),
    "current": "current",
    **dict.fromkeys(("samples", "templates", "export"), "books"),
}


def command_line(asked: str | None) -> typer.Typer:
    """The command asked for; all of them where it is none of them, for the help names them all."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.callback(help=help_of("app", "codes"))(_whole)
    for name in [asked] if asked in COMMANDS else COMMANDS:
        module = import_module(f"etl.commands.{COMMANDS[name]}")
        app.command(name, help=help_of(name))(getattr(module, name))
    return app


def _whole() -> None:
    """Keep the name of a command that stands alone part of the line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, a user reads a sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(asked_language(given))
    act_as(Actor("python -m etl"))
    try:
        app = command_line(given[0] if given else None)
        code = app(given or ["--help"], prog_name="python -m etl", standalone_mode=False)
    except SettingsError as fault:
        sentence, code = str(fault), USAGE
    except Exception as fault:  # noqa: BLE001  the border of the process: nobody reads a traceback
        from etl.outcomes import explain  # noqa: PLC0415  knows every fault there is

        sentence, code = explain(fault, say)
        if code == INTERNAL and os.environ.get("CAKUPAN_DEBUG") == "1":
            traceback.print_exc()
    else:
        sentence = say("cli.failure.interrupted") if code == INTERRUPTED else ""
    if sentence:
        sys.stderr.write(sentence + "\n")
    return USAGE if not given else int(code)


if __name__ == "__main__":
    # Modules stay for good and figures hold no circles: there is little to look for, and seldom.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without “ and –.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main())
