"""Pictures without what cameras and programs write into them: place, time, owner, file names."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs")
)
"""The chunks that the picture is made of (ISO/IEC 15948, 11)."""
_SOI, _SOS, _COM = 0xD8, 0xDA, 0xFE
_APPLICATION = range(0xE1, 0xF0)
_ADOBE = 0xEE
"""Says how colours are meant; of the application segments only this and JFIF (E0) stay."""


def clean_picture(data: bytes) -> bytes:
    """A PNG or JPEG picture without what is no picture; any other as it is."""
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data))
    if data.startswith(b"\xff\xd8\xff"):
        return b"".join(_segments(data))
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] in _PNG_KEPT:
            yield data[at : at + 12 + length]
        at += 12 + length


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG file; behind the start of the scan all is picture."""
    stream = BytesIO(data)
    yield stream.read(2)
    while True:
        head = stream.read(4)
        if len(head) < 4 or head[0] != 0xFF or head[1] == _SOS:
            yield head + stream.read()
            return
        body = stream.read(max(struct.unpack(">H", head[2:])[0] - 2, 0))
        is_told = head[1] == _COM or (head[1] in _APPLICATION and head[1] != _ADOBE)
        if not is_told:
            yield head + body
