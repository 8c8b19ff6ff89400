"""Pictures for the texts of invented packages."""

from __future__ import annotations

import io

from PIL import Image


def image(width: int = 60, height: int = 30, form: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(stream, form, dpi=(96, 96))
    return stream.getvalue()
