"""Files to look at and to load: ``check`` and ``load``.

The first file is being parsed while the rest of the program is imported, which takes as long.
"""

from cakupan.domain.language import Language
from etl.options import Answers, AsJson, By, Chosen, Database, Files, Yes
from etl.readers import begun


def check(
    files: Files,
    *,
    answer: Answers = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """Dry runs only."""
    with begun(files[0]) as first:
        from etl.commands.checking import run  # noqa: PLC0415  while the file is parsed

        return run(files, first, answer, database, as_json=as_json, language=language)


def load(
    files: Files,
    *,
    answer: Answers = None,
    yes: Yes = False,
    by: By = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """A dry run, the question, then the writing, file by file."""
    with begun(files[0]) as first:
        from etl.commands.loading import Loading  # noqa: PLC0415  while the file is parsed

        loading = Loading(yes=yes, by=by, as_json=as_json)
        return loading.run(files, first, answer, database, language)
