"""openpyxl workbooks as files whose bytes depend on their content alone."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

# The file format knows no zone; archives know no year before 1980.
_CREATED = datetime(2025, 11, 27)  # noqa: DTZ001  a workbook's date has no zone
_ARCHIVED = (1980, 1, 1, 0, 0, 0)
_SHEETS = "xl/worksheets/sheet"
# Codes are text on purpose: no green corner on each of them. openpyxl cannot say so itself.
_NO_CORNERS = (
    b'<ignoredErrors><ignoredError sqref="A1:Z10000" numberStoredAsText="1"/></ignoredErrors>'
    b"</worksheet>"
)


def save(workbook: Workbook, path: Path) -> None:
    """Write the workbook over what was at ``path``. Its sheets may hold no drawings or comments."""
    workbook.properties.created = workbook.properties.modified = _CREATED
    written = BytesIO()
    ExcelWriter(workbook, ZipFile(written, "w")).save()
    with ZipFile(written) as archive, ZipFile(path, "w") as target:
        for name in archive.namelist():
            content = archive.read(name)
            if name.startswith(_SHEETS):
                content = content.replace(b"</worksheet>", _NO_CORNERS)
            member = ZipInfo(name, _ARCHIVED)
            target.writestr(member, content, compress_type=ZIP_DEFLATED)
