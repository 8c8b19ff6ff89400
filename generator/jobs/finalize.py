"""The copy of a Word file to issue."""

from __future__ import annotations

from pathlib import Path

from generator import store
from generator.jobs.output import require_ending, write_once
from generator.regenerate import finalize as stage
from generator.regenerate.finalize import Issued

__all__ = ["finalize"]


def finalize(file: Path, target: Path) -> Issued:
    """Write the copy to issue: without identities, comments and names of authors.

    A file that is there is never written over. Raises InputError where the file cannot be read or
    the name does not end in .docx, DataError while tracked changes, open decisions or gaps stand,
    OutputError where another file has the name or it cannot be written.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> finalize(Path("稿.docx"), Path("定稿.docx")).comments
        0
    """
    require_ending(target, ".docx")
    issued = stage.finalize(store.read_edited(file), str(file))
    write_once(target, issued.data)
    return issued
