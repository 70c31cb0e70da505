"""The command line: ``python -m etl check|load|watch|undo|redo|history|current|…``.

Names the commands and turns whatever stops one into a sentence and an exit code.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper

import typer

from cakupan.settings import SettingsError
from cakupan.texts import words
from etl.commands import books, files, loads, watching
from etl.commands.current import current
from etl.exit_codes import INTERNAL, INTERRUPTED, USAGE, explain
from etl.options import help_of
from etl.terminal import asked_language

COMMANDS = (
    *(files.check, files.load, watching.watch),
    *(loads.undo, loads.redo, loads.history, current),
    *(books.samples, books.templates),
)

app = typer.Typer(
    help=help_of("app", "codes"), add_completion=False, pretty_exceptions_enable=False
)
for command in COMMANDS:
    app.command(help=help_of(command.__name__))(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, a user reads a sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(asked_language(given))
    try:
        code = app(given or ["--help"], prog_name="python -m etl", standalone_mode=False)
    except SettingsError as fault:
        sentence, code = str(fault), USAGE
    except Exception as fault:  # noqa: BLE001  the border of the process: nobody reads a traceback
        sentence, code = explain(fault, say)
        if code == INTERNAL and os.environ.get("CAKUPAN_DEBUG") == "1":
            traceback.print_exc()
    else:
        sentence = say("cli.failure.interrupted") if code == INTERRUPTED else ""
    if sentence:
        sys.stderr.write(sentence + "\n")
    return USAGE if not given else int(code)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without “ and –.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main())
