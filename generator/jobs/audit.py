"""Every figure of a Word file against the data of a package."""

from __future__ import annotations

from pathlib import Path

from generator import store
from generator.jobs.compose import compose
from generator.regenerate.prove import audit as stage
from generator.regenerate.prove.audit import Audit
from generator.regenerate.summary import audit_dict, audit_lines, to_json
from generator.word.reader import read

__all__ = ["as_json", "as_text", "audit"]


def audit(file: Path, package: Path, *, templates: Path | None = None) -> Audit:
    """Look for every figure that the data give in a Word file that people worked on.

    A figure is ok, differs or is absent. Raises InputError where a file cannot be read, DataError
    where the data are faulty.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> result = audit(Path("稿.docx"), Path("清河-2023"))
        >>> len(result.figures), result.needs_person
        (13, False)
    """
    draft = compose(package, templates=templates)
    view = read(store.read_edited(file), str(file)).view
    return stage.audit(draft.document, view)


def as_text(result: Audit) -> str:
    """Counts, then what differs, then what is absent, in lines.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> print(as_text(audit(Path("稿.docx"), Path("清河-2023"))), end="")
        核对数字 13 个：一致 13，不一致 0，文中没有 0
    """
    return "".join(f"{line}\n" for line in audit_lines(result))


def as_json(result: Audit) -> str:
    """The count of what agrees, and lists of what differs and what is absent.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> json.loads(as_json(audit(Path("稿.docx"), Path("清河-2023"))))
        {'ok': 13, 'differs': [], 'absent': [], 'lost_columns': []}
    """
    return to_json(audit_dict(result)) + "\n"
