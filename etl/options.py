"""Arguments and options of the command line, each with its help in both languages."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.texts import words


def help_of(*keys: str) -> str:
    """Indonesian first, then English."""
    return "\n\n".join(words(language)(f"cli.help.{key}") for language in Language for key in keys)


def _option(name: str, *flags: str, metavar: str | None = None) -> Any:
    return typer.Option(*flags, help=help_of(name), metavar=metavar, show_default=False)


Files = Annotated[list[Path], typer.Argument(help=help_of("files"), metavar="BERKAS")]
LoadId = Annotated[int | None, typer.Argument(help=help_of("load_id"), metavar="NOMOR")]
Database = Annotated[str | None, _option("database", "--database", metavar="URL")]
AsJson = Annotated[bool, _option("json", "--json")]
Chosen = Annotated[Language, _option("language", "--language")]
Answers = Annotated[list[str] | None, _option("answer", "--answer", metavar="TANYA=JAWAB")]
Yes = Annotated[bool, _option("yes", "--yes", "-y")]
By = Annotated[str | None, _option("by", "--by", metavar="NAMA")]
Facts = Annotated[Path | None, _option("facts", "--facts", metavar="FOLDER")]
RegionCode = Annotated[str, _option("region", "--region", metavar="KODE")]
OneRegion = Annotated[str | None, _option("one_region", "--region", metavar="KODE")]
OneMeasure = Annotated[Measure | None, _option("one_measure", "--measure")]
AsOf = Annotated[str | None, _option("as_of", "--as-of", metavar="TANGGAL")]
Year = Annotated[
    int | None,
    typer.Option("--year", min=2000, max=2099, help=help_of("year"), metavar="TAHUN"),
]
Folder = Annotated[Path, typer.Argument(help=help_of("folder"), metavar="FOLDER")]
Once = Annotated[bool, _option("once", "--once")]
Settle = Annotated[
    float,
    typer.Option("--settle", min=0, max=3600, help=help_of("settle"), metavar="DETIK"),
]
AcceptWarnings = Annotated[bool, _option("accept_warnings", "--accept-warnings")]
Out = Annotated[Path | None, _option("out", "--out", metavar="FOLDER")]


def answers_of(given: Iterable[str] | None) -> dict[str, str]:
    """Answers by their question: ``measure=employed``; typer.BadParameter for anything else."""
    answers = {}
    for text in given or ():
        question, equals, answer = text.partition("=")
        if not equals or not question.strip() or not answer.strip():
            raise typer.BadParameter(text)
        answers[question.strip()] = answer.strip()
    return answers


def asked_language(arguments: Sequence[str]) -> Language:
    """The language asked for, known even where the command cannot be understood."""
    english = ("--language", "en") in pairwise(arguments) or "--language=en" in arguments
    return Language.EN if english else Language.ID
