"""``python -m cakupan press --region 36``: the press text of a region, without a browser."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer

from cakupan.commands.help_text import help_of
from cakupan.commands.opened import opened_source
from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.settings import Settings
from cakupan.texts import Words, words
from callbacks.press import press_of
from etl.exit_codes import OK, REFUSED, USAGE
from etl.options import Chosen
from layouts.choices import FIRST_REGION, parse

Region = Annotated[str, typer.Option(metavar="KODE", help=help_of("press.help.region"))]
Month = Annotated[str, typer.Option(metavar="BULAN", help=help_of("press.help.period"))]
Base = Annotated[str, typer.Option(metavar="PENYEBUT", help=help_of("press.help.base"))]
Release = Annotated[str, typer.Option(metavar="RILIS", help=help_of("slides.help.release"))]
Out = Annotated[Path | None, typer.Option(metavar="BERKAS", help=help_of("press.help.out"))]


def press(
    *,
    region: Region = FIRST_REGION,
    period: Month = "",
    base: Base = "eligible",
    release: Release = "",
    out: Out = None,
    language: Chosen = Language.ID,
) -> int:
    """Write the text to the screen or to a file."""
    say = words(language)
    path = f"/wilayah/{region}" if "." in region else "/"
    chosen = {"wilayah": region[:2], "periode": period, "penyebut": base, "rilis": release}
    search = "?" + urlencode({name: text for name, text in chosen.items() if text})
    with opened_source(Settings.from_env()) as source:
        fault = _fault(region, search, source.reference, say)
        if fault:
            typer.echo(fault, err=True)
            return USAGE
        found = press_of(path, f"{search}&bahasa={language.value}", source=source)
    if found is None:
        typer.echo(say("press.no_text"), err=True)
        return REFUSED
    if out is None:
        typer.echo(found.text.plain, nl=False)
    else:
        out.write_text(found.text.plain, encoding="utf-8")
        typer.echo(say("press.help.written", path=out))
    return OK


def _fault(region: str, search: str, reference: Reference, say: Words) -> str:
    """What is asked for and is not there, in a sentence; empty where all is."""
    if region not in reference.directory:
        return say("press.help.unknown_region", region=region)
    ignored = parse(search, reference)
    names = [say(f"shell.parameter.{name}") for name in ignored.ignored]
    return say("press.help.unknown_choice", name=", ".join(names), value=search) if names else ""
