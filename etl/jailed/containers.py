"""What a file is, told by its bytes and never by its name."""

import re
import zipfile
from dataclasses import dataclass

from etl.jailed.compound_file import SIGNATURE, CompoundFile
from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError
from etl.jailed.zip_guard import GuardedZip, open_zip

_OLD_EXCEL = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
_OTHER_FILES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
)
# A signature of plain letters needs a second witness: text may begin with MZ or BZh, too.
_TEXT_LIKE = frozenset({b"MZ", b"BZh", b"RIFF", b"GIF8"})
_HEAD = 64 * 1024
_CONTENT_TYPES = "[Content_Types].xml"
_MANIFEST = "META-INF/manifest.xml"
_OPEN_DOCUMENT_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
# What the list of content types of an Office file says it is.
_OFFICE_KINDS = ((b"wordprocessingml", "DOCX"), (b"presentationml", "PPTX"))
_EXCEL = re.compile(
    rb"(?:spreadsheetml|ms-excel)\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml"
)


@dataclass(frozen=True, slots=True)
class Container:
    """``kind`` is xlsx, xlsm, xlsb, ods, xls or text; the boxes are opened where there are any."""

    kind: str
    archive: GuardedZip | None = None
    compound: CompoundFile | None = None
    stream: str = ""


def identify(data: bytes, limits: Limits) -> Container:
    """What the bytes are. All that is no table is refused; text by ``is_web_page``."""
    if data.startswith(b"PK\x03\x04"):
        archive = open_zip(data, limits)
        return Container(_zip_kind(archive), archive=archive)
    if data.startswith(b"PK\x05\x06"):
        raise RefusedError("not-a-spreadsheet", kind="ZIP")
    if data.startswith(SIGNATURE):
        compound = CompoundFile(data)
        return Container("xls", compound=compound, stream=_workbook_stream(compound))
    if data.startswith(_OLD_EXCEL):
        raise RefusedError("container-unsupported", kind=".xls (Excel 2–4)")
    for signature, kind in _OTHER_FILES:
        witnessed = signature not in _TEXT_LIKE or b"\x00" in data[:_HEAD]
        if data.startswith(signature) and witnessed:
            raise RefusedError("not-a-spreadsheet", kind=kind)
    return Container("text")


def is_web_page(text: str) -> bool:
    """Whether text is a web page. Text that is neither page nor table is refused."""
    head = text[:_HEAD].lstrip().casefold()
    if head.startswith("mime-version:"):
        raise RefusedError("container-html")
    if re.match(r"[\[{]\s*[\"\[{]", head):
        raise RefusedError("not-a-spreadsheet", kind="JSON")
    if not re.match(r"<[!?\w]", head):
        return False
    if "urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise RefusedError("container-unsupported", kind="XML 2003")
    if "excel workbook frameset" in head or ("<frameset" in head and "<td" not in head):
        raise RefusedError("frameset-empty")
    if re.search(r"<(?:!doctype html|html|table|body)\b", head):
        return True
    raise RefusedError("not-a-spreadsheet", kind="XML")


def _workbook_stream(compound: CompoundFile) -> str:
    """The stream that holds the workbook; the newer of two where both are there."""
    names = {name.casefold(): name for name in compound.names}
    if "encryptedpackage" in names:
        raise RefusedError("file-encrypted")
    if "workbook" in names or "book" in names:
        return names.get("workbook") or names["book"]
    raise RefusedError("not-a-spreadsheet", kind="OLE")


def _zip_kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "mimetype" in names:
        if not archive.read("mimetype").startswith(_OPEN_DOCUMENT_SHEET):
            raise RefusedError("not-a-spreadsheet", kind="ODF")
        if _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
            raise RefusedError("file-encrypted")
        return "ods"
    if any(name.endswith(".iwa") for name in names):
        raise RefusedError("container-unsupported", kind=".numbers")
    if _CONTENT_TYPES not in names:
        raise RefusedError("not-a-spreadsheet", kind="ZIP")
    if "xl/workbook.bin" in names:
        return "xlsb"
    types = archive.read(_CONTENT_TYPES)
    found = _EXCEL.search(types)
    if not found:
        kinds = (kind for said, kind in _OFFICE_KINDS if said in types)
        raise RefusedError("not-a-spreadsheet", kind=next(kinds, "ZIP"))
    return "xlsm" if b"macroEnabled" in found[0] else "xlsx"
