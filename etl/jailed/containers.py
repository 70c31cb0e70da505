"""What a file is, told by its bytes and never by its name."""

import re
import zipfile

from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError
from etl.jailed.zip_guard import open_zip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
_OPEN_DOCUMENT_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
# What the list of content types of an Office file says it is.
_OFFICE_KINDS = ((b"wordprocessingml", "DOCX"), (b"presentationml", "PPTX"))
_EXCEL = re.compile(
    rb"(?:spreadsheetml|ms-excel)\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml"
)


def zip_container(data: bytes, limits: Limits) -> zipfile.ZipFile | None:
    """The opened workbook if this is an xlsx; None if the bytes are text. Refuses all else."""
    if data.startswith(b"PK\x03\x04"):
        archive = open_zip(data, limits)
        _refuse_other_zip(archive)
        return archive
    if data.startswith(b"PK\x05\x06"):
        raise RefusedError("not-a-spreadsheet", kind="ZIP")
    if data.startswith(_OLE):
        raise _ole_refusal(data)
    if data.startswith(_OLD_EXCEL):
        raise RefusedError("container-unsupported", kind=".xls")
    for signature, kind in _OTHER_FILES:
        witnessed = signature not in _TEXT_LIKE or b"\x00" in data[:_HEAD]
        if data.startswith(signature) and witnessed:
            raise RefusedError("not-a-spreadsheet", kind=kind)
    return None


def refuse_other_text(text: str) -> None:
    """Text that is no table is refused: a web page, a frameset without its frames, XML, JSON."""
    head = text[:_HEAD].lstrip().casefold()
    if head.startswith("mime-version:"):
        raise RefusedError("container-html")
    if re.match(r"[\[{]\s*[\"\[{]", head):
        raise RefusedError("not-a-spreadsheet", kind="JSON")
    if not re.match(r"<[!?\w]", head):
        return
    if "urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise RefusedError("container-unsupported", kind="XML 2003")
    if "excel workbook frameset" in head or ("<frameset" in head and "<td" not in head):
        raise RefusedError("frameset-empty")
    if re.search(r"<(?:!doctype html|html|table|body)\b", head):
        raise RefusedError("container-html")
    raise RefusedError("not-a-spreadsheet", kind="XML")


def _ole_refusal(data: bytes) -> RefusedError:
    """An OLE file names its streams in UTF-16: an encrypted workbook, an old one, or another."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return RefusedError("file-encrypted")
    if any(name.encode("utf-16-le") in data for name in ("Workbook\0", "Book\0")):
        return RefusedError("container-unsupported", kind=".xls")
    return RefusedError("not-a-spreadsheet", kind="OLE")


def _refuse_other_zip(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "mimetype" in names and archive.read("mimetype").startswith(_OPEN_DOCUMENT_SHEET):
        raise RefusedError("container-unsupported", kind=".ods")
    if _CONTENT_TYPES not in names:
        raise RefusedError("not-a-spreadsheet", kind="ZIP")
    if "xl/workbook.bin" in names:
        raise RefusedError("container-unsupported", kind=".xlsb")
    types = archive.read(_CONTENT_TYPES)
    if not _EXCEL.search(types):
        kinds = (kind for said, kind in _OFFICE_KINDS if said in types)
        raise RefusedError("not-a-spreadsheet", kind=next(kinds, "ZIP"))
