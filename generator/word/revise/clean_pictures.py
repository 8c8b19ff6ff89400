"""Pictures without what cameras and programs write into them: place, time, owner, file names."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs")
)
"""The chunks that the picture is made of (ISO/IEC 15948, 11)."""
_JPEG = b"\xff\xd8\xff"
_EOI, _SOS, _COM = 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE1, 0xF0)
_ADOBE = 0xEE
"""Says how colours are meant; of the application segments only this and JFIF (E0) stay."""
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the data of a scan: a marker that is no restart (ISO/IEC 10918-1, B.1.1.2)."""
_GIF = (b"GIF87a", b"GIF89a")
_GIF_SCREEN, _GIF_FRAME = 7, 10
_EXTENSION, _FRAME = 0x21, 0x2C
_CONTROL, _LOOP = 0xF9, b"NETSCAPE2.0"
"""Of the extensions of a GIF file only how long a frame is shown and how often all of them."""
_EMF = b" EMF"
_EMF_SIGNATURE, _EMF_DESCRIPTION = 40, 60
"""Where the header of an enhanced metafile has its signature, and length and place of what program
and title it is from (MS-EMF 2.2.9)."""


def clean_picture(data: bytes) -> bytes:
    """A PNG, JPEG, GIF or EMF picture without what is no picture; any other as it is."""
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data))
    if data.startswith(_JPEG):
        return b"".join(_segments(data))
    if data.startswith(_GIF):
        return b"".join(_blocks(data))
    if data[_EMF_SIGNATURE:].startswith(_EMF):
        return _without_description(data)
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        if kind in _PNG_KEPT:
            yield data[at : at + 12 + length]
        if kind == b"IEND":
            return
        at += 12 + length


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG file; what follows its end is left out."""
    yield data[:2]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _EOI:
        kind = data[at + 1]
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if kind == _SOS:
            following = _NEXT_MARKER.search(data, end)
            end = following.start() if following else len(data)
        is_told = kind == _COM or (kind in _APPLICATION and kind != _ADOBE)
        if not is_told:
            yield data[at:end]
        at = end
    yield data[at : at + 2]


def _blocks(data: bytes) -> Iterator[bytes]:
    """The blocks of a GIF file without comments and what programs add (GIF89a, 17 to 27)."""
    at = 6 + _GIF_SCREEN + _colours(data[10])
    yield data[:at]
    while at + 2 < len(data) and data[at] in (_EXTENSION, _FRAME):
        if data[at] == _EXTENSION:
            end = _end_of_blocks(data, at + 2)
            is_kept = data[at + 1] == _CONTROL or data[at + 3 :].startswith(_LOOP)
        else:
            start = at + _GIF_FRAME + _colours(data[at + 9])
            end, is_kept = _end_of_blocks(data, start + 1), True
        if is_kept:
            yield data[at:end]
        at = end
    yield b";"


def _colours(flags: int) -> int:
    """The bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """Where a chain of blocks, each with its length before it, ends."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1


def _without_description(data: bytes) -> bytes:
    length, at = struct.unpack_from("<II", data, _EMF_DESCRIPTION)
    end = min(at + 2 * length, len(data))
    if not at or end <= at:
        return data
    return data[:at] + bytes(end - at) + data[end:]
