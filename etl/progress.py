"""A bar on a terminal while files are read. Silent where nobody watches."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cakupan.texts.words import Words

Result = TypeVar("Result")


def with_progress(
    paths: Sequence[Path], read: Callable[[Path], Result], *, console: Console, say: Words
) -> Iterator[Result]:
    """What ``read`` makes of each path. Between two files the bar is gone, so a caller may ask."""
    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = progress.add_task("", total=len(paths))
    for path in paths:
        progress.update(task, description=say("cli.run.reading", file=path.name))
        with progress:
            result = read(path)
        progress.advance(task)
        yield result
