"""What is said of one number by its row, its header and its title, and what was not understood."""

from collections.abc import Mapping
from typing import TypeVar

from cakupan.domain.records import Record, field
from etl.finding_codes import Code
from etl.readers.workbook import CellValue
from etl.shape.cells import cell_text
from etl.shape.problems import Problem
from etl.vocabulary import Role, label

Said = Mapping[Role, CellValue]
Meant = TypeVar("Meant")


class Listener(Record):
    """What is said of one number, and the problems met while listening."""

    said: Said
    problems: list[Problem] = field(default_factory=list)

    def text(self, role: Role) -> str:
        """What is said in a role; empty where nothing is."""
        return cell_text(self.said.get(role))

    def complain(self, code: Code, role: Role | None = None, **details: str | int) -> None:
        """Note what was not understood, with the words of the role that it is about."""
        value = (self.text(role) or None) if role else None
        self.problems.append(Problem(code=code, role=role, value=value, details=details))

    def meant(self, role: Role, meanings: Mapping[str, Meant], unsaid: Meant) -> Meant:
        """The member a word means; ``unsaid`` where nothing is said."""
        text = self.text(role)
        if text and label(text) not in meanings:
            self.complain(Code.WORD_UNKNOWN, role)
        return meanings.get(label(text), unsaid) if text else unsaid
