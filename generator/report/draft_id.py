"""The id of a draft: eight hex digits that change with anything the document says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.model.cell import Source
from generator.model.document import Block, Run, Section, Table, TableCell


def draft_id(sections: Iterable[Section]) -> str:
    """The id of a document of these sections."""
    digest = hashlib.sha1()
    for section in sections:
        digest.update(repr(section.landscape).encode())
        for block in section.blocks:
            for words in _said(block):
                digest.update(words.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:8]


def _said(block: Block) -> Iterator[str]:
    """What a block says; a table row by row."""
    if not isinstance(block, Table):
        yield "\x1e".join(_values(block, []))
        return
    yield "\x1e".join(_values(block.columns, [block.id]))
    for row in block.rows:
        yield "\x1e".join([words for cell in row.cells for words in _said_in(cell)])


def _values(value: object, found: list[str]) -> list[str]:
    """``found`` with every value in it, without the names that the program has for them: these may
    change."""
    if value is None or isinstance(value, str):
        found.append(str(value))
    elif isinstance(value, Run):
        found.append(value.text)
        _values(value.mark, found)
        found.append(str(value.strong))
    elif isinstance(value, Source):
        found += (value.file, str(value.row), value.column)
    elif isinstance(value, (list, tuple)):
        found.append(f"{len(value)}\x1d")
        for item in value:
            _values(item, found)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            _values(getattr(value, name), found)
    else:
        found.append(str(value))
    return found


def _said_in(cell: TableCell) -> Iterator[str]:
    for text in cell.paragraphs:
        for run in text:
            key = run.mark.key if run.mark else ""
            yield f"{cell.colspan}{cell.vmerge or ''}\x1f{run.text}\x1f{key}"
