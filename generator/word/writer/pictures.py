"""Pictures in the text: as wide as was asked for or as they are, no larger than the type area."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docx.document import Document as WordDocument

from generator.model.document import Picture, plain
from generator.model.storable import clean
from generator.word.building import w
from generator.word.wordml import Element

_TWIP = 635
"""English Metric Units in a twip."""
_MILLIMETRE = 36000
"""English Metric Units in a millimetre."""
_HIGHEST = 0.8
"""The share of the type area that a picture may be high: its caption stands below."""


class Pictures:
    """The pictures of one Word file, by their names in the package."""

    def __init__(
        self, word: WordDocument | None = None, files: Mapping[str, bytes] | None = None
    ) -> None:
        self._word, self._files, self._count = word, files or {}, 0

    def drawn(self, picture: Picture, width: int, height: int) -> Element:
        """The drawing of a picture in a type area of ``width`` by ``height`` twips.

        Raises ValueError where the file is not there.
        """
        data = self._files.get(picture.file)
        if data is None or self._word is None:
            raise ValueError(f"picture {picture.file!r} is not there")
        part = self._word.part
        _, image = part.get_or_add_image(io.BytesIO(data))
        natural = int(image.width), int(image.height)
        room = width * _TWIP, height * _TWIP * _HIGHEST
        wanted = picture.width * _MILLIMETRE / natural[0] if picture.width else 1.0
        scale = min(wanted, room[0] / natural[0], room[1] / natural[1])
        size = [round(side * scale) for side in natural]
        inline: Element = part.new_pic_inline(io.BytesIO(data), *size)
        self._count += 1
        _describe(inline, self._count, clean(plain(picture.text)))
        return w("drawing", inline)


def _describe(inline: Element, number: int, caption: str) -> None:
    """An id of its own, no room around it, and the words that stand for a picture; no name of a
    file. Without a word on the room LibreOffice keeps 3.2 mm at each side."""
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    for properties in inline.iter("{*}docPr", "{*}cNvPr"):
        properties.set("id", str(number))
        properties.set("name", f"图片 {number}")
        if caption:
            properties.set("descr", caption)
