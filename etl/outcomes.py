"""What a file's status means for the exit code, and the sentence for whatever stopped a command."""

import typer
from sqlalchemy.exc import OperationalError

from cakupan.storage.errors import DatabaseUrlError, NotADatabaseError, StorageError
from cakupan.storage.postgres import is_away
from cakupan.texts import Words
from etl.dry_run import Status
from etl.exit_codes import INTERNAL, OK, REFUSED, UNANSWERED, USAGE
from etl.families import FamilyError

_OF_STATUS = {
    Status.READY: OK,
    Status.UNCHANGED: OK,
    Status.QUESTION: UNANSWERED,
    Status.REFUSED: REFUSED,
}


def of_status(status: Status) -> int:
    """The exit code that one file asks for."""
    return _OF_STATUS[status]


def explain(fault: Exception, say: Words) -> tuple[str, int]:
    """One sentence and the exit code; what is not known here is a fault of the program."""
    if isinstance(fault, StorageError):
        wrong_option = isinstance(fault, DatabaseUrlError | NotADatabaseError)
        code = USAGE if wrong_option else REFUSED
        return say(f"storage.{fault.code}", **fault.details), code
    if isinstance(fault, FamilyError):
        return say("cli.failure.family", file=fault.file_name), REFUSED
    if isinstance(fault, OperationalError | OSError):
        return say(f"cli.failure.{'server' if is_away(fault) else 'database'}"), REFUSED
    if isinstance(fault, typer.TyperException):
        option = getattr(fault, "option_name", None)
        if option is not None:
            return say("cli.failure.option", name=option), USAGE
        return say("cli.failure.usage"), USAGE
    return say("cli.failure.internal"), INTERNAL
