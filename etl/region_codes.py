"""Codes of regions as cells hold them: 3603, "36.03", 3603.0, 0. Codes are never completed."""

import re
import unicodedata
from enum import StrEnum

from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE, Region, RegionDirectory
from etl.readers.workbook import CellValue

# In tables by BPS, Indonesia as a whole stands under this code.
_BPS_NATION = "9999"
_CODE = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?", re.ASCII)


class CodeAuthority(StrEnum):
    """Whose codes a table uses. The two systems disagree for 199 of 514 kabupaten and kota."""

    KEMENDAGRI = "kemendagri"
    BPS = "bps"


class CodeDigits(Record, frozen=True):
    """A code as two or four digits. ``lost_zero`` marks "32.1": 32.10, its zero eaten, or less."""

    digits: str
    lost_zero: bool = False


def read_code(value: CellValue) -> CodeDigits | None:
    """The digits of a code: ``"00"`` nation, ``"36"`` province, ``"3603"``; None if it is none."""
    found = _CODE.fullmatch(_code_text(value))
    if found is None:
        return None
    whole, part = found[1], found[2]
    if int(whole) == 0:
        return CodeDigits(NATION_CODE) if not int(part or 0) else None
    if len(whole) == 4:
        return _four_digits(whole) if not int(part or 0) else None
    if len(whole) != 2:
        return None
    if part is not None and len(part) == 1 and part != "0":
        return CodeDigits(whole + part + "0", lost_zero=True)
    return _four_digits(whole + (part or "00").ljust(2, "0"))


def codes_by_digits(directory: RegionDirectory, authority: CodeAuthority) -> dict[str, str]:
    """From digits of one authority's code to the canonical code."""
    codes = {_digits_of(region, authority): region.code for region in directory}
    if authority is CodeAuthority.BPS and NATION_CODE in directory:
        codes[_BPS_NATION] = NATION_CODE
    return codes


def _digits_of(region: Region, authority: CodeAuthority) -> str:
    if authority is CodeAuthority.KEMENDAGRI or region.code == NATION_CODE:
        return region.code.replace(".", "")
    return region.bps_code


def _four_digits(digits: str) -> CodeDigits:
    return CodeDigits(digits[:2] if digits.endswith("00") else digits)


def _code_text(value: CellValue) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFKC", str(value)).strip()
