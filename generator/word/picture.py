"""Pictures that a Word file may hold: PNG and JPEG that can be measured."""

from __future__ import annotations

import struct

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def is_picture(data: bytes) -> bool:
    """Whether these are the bytes of a PNG or JPEG that has a size."""
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image

    if not data.startswith(_SIGNATURES):
        return False
    try:
        image = Image.from_blob(data)
        return image.px_width > 0 < image.px_height and int(image.width) > 0 < int(image.height)
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ArithmeticError,
        AttributeError,
        EOFError,
        LookupError,
        TypeError,
        ValueError,
        struct.error,
    ):
        return False
