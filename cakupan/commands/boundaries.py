"""``python -m cakupan boundaries check FILE``: an office looks at its outlines first."""

from pathlib import Path
from typing import Annotated

import typer

from cakupan.commands.help_text import help_of
from cakupan.domain.language import Language
from cakupan.settings import Settings
from cakupan.storage.boundaries import read_areas
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from cakupan.texts.boundary_sentences import boundary_sentence
from cakupan.texts.number_format import count
from etl.exit_codes import OK, REFUSED
from etl.options import Chosen

boundaries = typer.Typer(help=help_of("boundaries.help.boundaries"))


@boundaries.callback()
def _group() -> None:
    """Keep ``check`` part of the command."""


@boundaries.command(help=help_of("boundaries.help.check"))
def check(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help=help_of("boundaries.help.file"))],
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
