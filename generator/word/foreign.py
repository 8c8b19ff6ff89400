"""What a file is that is no .docx, told by its bytes, and how to save it as one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 再试"
COPY_AGAIN = "请重新拷贝或下载，或在 Word 里打开修复后另存为 .docx"
_UNLOCK = "请在 Word 或 WPS 里去掉打开密码，另存为 .docx 再试"

_WORD_ENDINGS = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".dot",
        ".wps",
        ".wpt",
        ".odt",
        ".fodt",
        ".rtf",
        ".pdf",
        ".html",
        ".htm",
        ".mht",
        ".txt",
    ]
)
"""How files are called that people take for Word files; what each is, its bytes tell."""
_OLE = b"\xd0\xcf\x11\xe0"
"""A compound file (MS-CFB): Office before 2007, WPS, and everything with a password."""
_IN_COMPOUND = (
    ("EncryptedPackage", "加了密码，读不了", _UNLOCK),
    ("WordDocument", "是旧格式（.doc、.wps），读不了", SAVE_AS),
    ("Workbook", "是旧的表格文件（.xls），不是 .docx", "请给 Word 文件"),
    ("PowerPoint Document", "是旧的演示文件（.ppt），不是 .docx", "请给 Word 文件"),
)
"""Names of streams in a compound file, what each means, and what to do."""
_BEGINNINGS = (
    (b"%pdf", "是 PDF 文件，不是 .docx"),
    (b"{\\rtf", "是 RTF 文件，不是 .docx"),
    (b"<!doctype html", "是网页文件，不是 .docx"),
    (b"<html", "是网页文件，不是 .docx"),
    (b"mime-version:", "是网页文件（.mht），不是 .docx"),
    (b"from: <saved", "是网页文件（.mht），不是 .docx"),
    (b"<?xml", "是 XML 文件，不是 .docx"),
    (b"rar!", "是压缩包，不是 .docx"),
    (b"7z\xbc\xaf", "是压缩包，不是 .docx"),
    (b"\x1f\x8b", "是压缩包，不是 .docx"),
    (b"\x89png", "是图片，不是 .docx"),
    (b"\xff\xd8\xff", "是图片，不是 .docx"),
    (b"gif8", "是图片，不是 .docx"),
    (b"ii*\0", "是图片，不是 .docx"),
    (b"mm\0*", "是图片，不是 .docx"),
    (b"riff", "是图片或音像文件，不是 .docx"),
)
"""How files begin, in small letters, and what they are."""
_BLANKS = b"\xef\xbb\xbf\r\n\t "
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins."""
_OFFICE_PARTS = (
    ("xl/", "是表格文件（.xlsx），不是 .docx"),
    ("ppt/", "是演示文件（.pptx），不是 .docx"),
    ("visio/", "是 Visio 文件，不是 .docx"),
)
"""Where the parts of other Office files lie."""


def is_word(path: Path) -> bool:
    """Whether a path is meant as a Word file, by its ending."""
    return path.suffix.lower() in _WORD_ENDINGS


def foreign(data: bytes) -> tuple[str, str] | None:
    """What a file is that is no zip, and what to do; None for a zip."""
    if not data:
        return "是空文件", "请换一个文件，或重新拷贝"
    if data.startswith(b"PK"):
        return None
    if data.startswith(_OLE):
        return _compound(data)
    if not data.strip(b"\0"):
        return "里面全是空字节，已经损坏", COPY_AGAIN
    start = data[:4096]
    if start.startswith(_UTF_16):
        start = start.decode("utf-16", "ignore").encode()
    start = start.lstrip(_BLANKS).lower()
    for beginning, message in _BEGINNINGS:
        if start.startswith(beginning):
            return message, SAVE_AS
    return "不是 .docx 文件，或者已经损坏", SAVE_AS


def _compound(data: bytes) -> tuple[str, str]:
    for stream, message, todo in _IN_COMPOUND:
        if stream.encode("utf-16-le") in data:
            return message, todo
    return "是旧格式（.doc、.wps）或加了密码的文件，读不了", _UNLOCK


def foreign_zip(parts: Mapping[str, bytes]) -> tuple[str, str]:
    """What a zip is that holds no text of Word, and what to do."""
    if b"opendocument" in parts.get("mimetype", b""):
        return "是 OpenDocument 文件（.odt），不是 .docx", SAVE_AS
    for folder, message in _OFFICE_PARTS:
        if any(name.startswith(folder) for name in parts):
            return message, "请给 Word 文件"
    if any(name.startswith("word/") for name in parts):
        return "已经损坏：找不到正文部件", COPY_AGAIN
    return "是压缩包，里面没有 Word 的正文，不是 Word 文件", SAVE_AS


def foreign_type(content_type: str) -> tuple[str, str] | None:
    """What a Word file is by the content type of its text; None for an ordinary .docx."""
    if "macroEnabled" in content_type:
        return "是带宏的文件（.docm、.dotm），不读", SAVE_AS
    if "template" in content_type:
        return "是模板（.dotx），不是 .docx", SAVE_AS
    return None
