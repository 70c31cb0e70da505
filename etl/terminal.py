"""Talking at the terminal: a question, the user's name, JSON for machines. No wiring here."""

import getpass
import json
import sys

from etl.session import Session


def agreed(session: Session, file_name: str) -> bool:
    """Ask; no answer at all is a no."""
    say = session.say
    question = f"{say('cli.load.ask', file=file_name)} {say('cli.load.keys')} "
    session.console.print(question, end="", markup=False, highlight=False, soft_wrap=True)
    return sys.stdin.readline().strip().casefold() in say("cli.load.yes").split()


def user_name() -> str:
    """Who sits at this computer, as far as it knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A machine without user accounts: the history still needs a word.
        return "?"


def print_json(value: object) -> None:
    """Print for machines, on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
