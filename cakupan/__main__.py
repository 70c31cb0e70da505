"""The command line of the dashboard itself: ``python -m cakupan boundaries check FILE``.

Spreadsheets have a command line of their own: ``python -m etl``.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cakupan.domain.language import Language
from cakupan.settings import Settings, SettingsError
from cakupan.storage.boundaries import read_areas
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from cakupan.texts.boundary_sentences import boundary_sentence
from cakupan.texts.number_format import count
from etl.exit_codes import OK, REFUSED, USAGE
from etl.options import Chosen, asked_language
from etl.outcomes import explain


def _help(key: str) -> str:
    """Indonesian first, then English."""
    return "\n\n".join(words(language)(f"boundaries.help.{key}") for language in Language)


app = typer.Typer(help=_help("app"), add_completion=False, pretty_exceptions_enable=False)
boundaries = typer.Typer(help=_help("boundaries"))
app.add_typer(boundaries, name="boundaries")


@app.callback()
def _whole() -> None:
    """Keep the name of the only group part of the command."""


@boundaries.callback()
def _group() -> None:
    """Keep ``check`` part of the command."""


@boundaries.command(help=_help("check"))
def check(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help=_help("file"))],
    *,
    language: Chosen = Language.ID,
) -> int:
    """Say what a GeoJSON file of outlines has, and everything that is wrong with it."""
    reference = read_reference(Settings.from_env().reference_dir)
    areas, say = read_areas(file, reference), words(language)
    if areas.polygons:
        found = count(len(areas.polygons), language)
        print(say("boundaries.found", file=file.name, count=found))
    for fault in areas.faults:
        print(boundary_sentence(fault, say))
    return REFUSED if areas.faults else OK


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, a user reads a sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(asked_language(given))
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
