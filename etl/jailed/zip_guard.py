"""Looks a zip file over before any engine trusts it: how many members, how large they really are.

Sizes are counted by unpacking into nothing; what a member says of itself is only compared.
"""

import io
import struct
import zipfile
import zlib

from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_PIECE = 64 * 1024
_ENCRYPTED = 0x1


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, every member of it proven to unpack to what it says and within the limits."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as fault:
        raise RefusedError("file-truncated") from fault
    members = archive.infolist()
    if len(members) > limits.zip_members:
        raise RefusedError("zip-bomb")
    if len({member.filename for member in members}) < len(members):
        # Two engines would each read another one of the two.
        raise RefusedError("file-truncated")
    unpacked = 0
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise RefusedError("file-encrypted")
        unpacked = _count(data, member, unpacked, limits)
    return archive


def _count(data: bytes, member: zipfile.ZipInfo, unpacked: int, limits: Limits) -> int:
    """The bytes unpacked so far and with this member."""
    before, checksum = unpacked, 0
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    packed = _packed(data, member)
    try:
        for start in range(0, len(packed), _PIECE):
            piece = bytes(packed[start : start + _PIECE])
            while piece:
                if member.compress_type == zipfile.ZIP_STORED:
                    out, piece = piece, b""
                else:
                    out = inflate.decompress(piece, 16 * _PIECE)
                    piece = inflate.unconsumed_tail
                unpacked += len(out)
                checksum = zlib.crc32(out, checksum)
                _judge(unpacked, len(data), limits)
        out = inflate.flush() if member.compress_type == zipfile.ZIP_DEFLATED else b""
    except zlib.error as fault:
        raise RefusedError("file-truncated") from fault
    unpacked += len(out)
    if unpacked - before != member.file_size or zlib.crc32(out, checksum) != member.CRC:
        raise RefusedError("file-truncated")
    return unpacked


def _packed(data: bytes, member: zipfile.ZipInfo) -> memoryview:
    start = member.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    known = member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if start < 0 or len(header) < _LOCAL_HEADER.size or not known:
        raise RefusedError("file-truncated")
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    body = start + _LOCAL_HEADER.size + name_length + extra_length
    if signature != b"PK\x03\x04" or body + member.compress_size > len(data):
        raise RefusedError("file-truncated")
    return memoryview(data)[body : body + member.compress_size]


def _judge(unpacked: int, packed: int, limits: Limits) -> None:
    if unpacked > max(limits.ratio_from_bytes, limits.ratio * packed):
        raise RefusedError("zip-bomb")
    if unpacked > limits.unpacked_bytes:
        raise RefusedError("file-too-large", limit_mb=limits.unpacked_bytes // 2**20)
