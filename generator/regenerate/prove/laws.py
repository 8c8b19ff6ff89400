"""Two laws, checked on every file before it is written.

Rejecting all changes of ours gives the file that was handed in (its own pending changes of ours
rejected too); accepting all changes gives the texts of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.errors import OutputError, Problem
from generator.model.view import OBJECT, View
from generator.word.archive import Archive
from generator.word.author import AUTHOR_NAME
from generator.word.reader import view_without_xml
from generator.word.revise.canonical import alike, pieces
from generator.word.revise.resolver import resolve
from generator.word.wordml import Element, parse, parse_own


def prove_laws(archive: Archive, text: bytes, expected: Sequence[str]) -> View:
    """Check ``text``, that of a file with our changes in it; ``archive`` is the file as handed in.

    ``expected`` are the texts of the plan. Gives the view with all changes accepted. Raises
    OutputError where a law is broken.
    """
    handed_in = archive.parts[archive.main]
    if not alike(list(_rejected(parse_own(handed_in))), lambda: _rejected(parse(text))):
        raise _broken("全部拒绝拟稿的修订，得不到您交来的原文", archive)
    view = view_without_xml(archive, resolve(parse_own(text), accept=True, copy=False))
    if _texts(view) != list(expected):
        raise _broken("全部接受修订，得不到应有的文字", archive)
    return view


def _rejected(tree: Element) -> Iterator[bytes]:
    """A text without changes of ours, in pieces; its tree ends with them: of a large file there is
    one at a time."""
    return pieces(resolve(tree, accept=False, author=AUTHOR_NAME, copy=False))


def _texts(view: View) -> list[str]:
    """The texts of a view without empty ones and the signs of objects."""
    texts = (para.text.replace(OBJECT, "") for para in view.paras)
    return [text for text in texts if text]


def _broken(what: str, archive: Archive) -> OutputError:
    return OutputError(
        Problem(
            f"自查没有通过：{what}。为免改坏，没有写文件",
            "请把这份文件和数据包一起交给开发人员",
            archive.name or None,
        )
    )
