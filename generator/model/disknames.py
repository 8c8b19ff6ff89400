"""What a file may be called on any disk, Windows' too, and such a name out of any words."""

from __future__ import annotations

import re

from generator.model.regex import regex

FORBIDDEN = regex(r'[<>:"|?*\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
"""Characters that Windows refuses in a name; a slash parts folders."""
DEVICE = regex(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)
"""Names that Windows takes for a device, whatever their ending."""
_LONGEST = 120
"""Characters of a name; a path of Windows has 260."""


def disk_name(words: str) -> str:
    """The words as the name of a file: ``_`` for what a disk refuses; a long one keeps its end.

    例：
        >>> disk_name("附件1：案例/二 A:B.docx")
        '附件1：案例_二 A_B.docx'
    """
    name = FORBIDDEN.sub("_", words.replace("/", "_")).strip(". ")
    name = name[-_LONGEST:].strip(". ")
    return f"_{name}" if DEVICE.fullmatch(name) else name or "文件"
