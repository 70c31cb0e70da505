"""Looks a zip file over before any engine trusts it: how many members, how large they really are.

Sizes are counted by unpacking into nothing; what a member says of itself is only compared.
"""

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError
from etl.jailed.row_tally import RowTally

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_PIECE = 64 * 1024
_ENCRYPTED = 0x1
# Patched data and strong encryption: no sound workbook has them, and readers disagree on them.
_UNREADABLE = 0x20 | 0x40
# A declaration can name another file or grow without end; spreadsheets have no use for one.
_DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_XML = (".xml", ".rels")
_SHEETS = "xl/worksheets/"


class GuardedZip(zipfile.ZipFile):
    """An archive, every member of it proven; ``tallies`` are the rows counted in its sheets."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.tallies: dict[str, RowTally] = {}


def open_zip(data: bytes, limits: Limits) -> GuardedZip:
    """The archive, every member of it proven to unpack to what it says and within the limits."""
    try:
        archive = GuardedZip(data)
    except NotImplementedError as fault:
        raise RefusedError("file-newer", kind="ZIP") from fault
    except (zipfile.BadZipFile, ValueError, OSError, struct.error) as fault:
        raise RefusedError("file-truncated") from fault
    members = archive.infolist()
    if len(members) > limits.zip_members:
        raise RefusedError("zip-bomb")
    names = Counter(member.filename for member in members)
    for name, times in names.items():
        if times > 1:
            # Two engines would each read another one of the two.
            raise RefusedError("member-doubled", member=name)
    unpacked = 0
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise RefusedError("file-encrypted")
        if member.flag_bits & _UNREADABLE:
            raise RefusedError("file-newer", kind="ZIP")
        tally = RowTally() if member.filename.startswith(_SHEETS) else None
        unpacked = _count(data, member, unpacked, limits, tally)
        if tally is not None:
            archive.tallies[member.filename] = tally
    return archive


def _count(
    data: bytes, member: zipfile.ZipInfo, before: int, limits: Limits, tally: RowTally | None
) -> int:
    """The bytes unpacked so far and with this member."""
    unpacked, checksum = before, 0
    is_xml = member.filename.lower().endswith(_XML)
    try:
        for out in _inflated(_packed(data, member), member):
            if is_xml and unpacked == before and _DECLARATION.search(out):
                raise RefusedError("xml-declaration")
            unpacked += len(out)
            checksum = zlib.crc32(out, checksum)
            if tally is not None:
                tally.see(out)
            _judge(unpacked, len(data), limits)
    except zlib.error as fault:
        raise RefusedError("file-truncated") from fault
    if unpacked - before != member.file_size or checksum != member.CRC:
        raise RefusedError("file-truncated")
    return unpacked


def _inflated(packed: memoryview, member: zipfile.ZipInfo) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), _PIECE):
        piece = bytes(packed[start : start + _PIECE])
        if member.compress_type == zipfile.ZIP_STORED:
            yield piece
            continue
        while piece:
            yield inflate.decompress(piece, 16 * _PIECE)
            piece = inflate.unconsumed_tail
    if member.compress_type == zipfile.ZIP_DEFLATED:
        yield inflate.flush()


def _packed(data: bytes, member: zipfile.ZipInfo) -> memoryview:
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError("file-newer", kind="ZIP")
    start = member.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    if start < 0 or len(header) < _LOCAL_HEADER.size:
        raise RefusedError("file-truncated")
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    name = start + _LOCAL_HEADER.size
    body = name + name_length + extra_length
    if signature != b"PK\x03\x04" or body + member.compress_size > len(data):
        raise RefusedError("file-truncated")
    if data[name : name + name_length] != _raw_name(member):
        # The list of contents calls it something else: two engines would differ.
        raise RefusedError("file-truncated")
    return memoryview(data)[body : body + member.compress_size]


def _raw_name(member: zipfile.ZipInfo) -> bytes:
    utf8 = member.flag_bits & 0x800
    return member.orig_filename.encode("utf-8" if utf8 else "cp437", "replace")


def _judge(unpacked: int, packed: int, limits: Limits) -> None:
    if unpacked > max(limits.ratio_from_bytes, limits.ratio * packed):
        raise RefusedError("zip-bomb")
    if unpacked > limits.unpacked_bytes:
        raise RefusedError("file-too-large", limit_mb=limits.unpacked_bytes // 2**20)
