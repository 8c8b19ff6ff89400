"""Two laws, checked on every file before it is written.

Rejecting all changes of ours gives the file that was handed in (its own pending changes of ours
rejected too); accepting all changes gives the texts of the plan.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.errors import OutputError, Problem
from generator.model.view import OBJECT, View
from generator.word.author import AUTHOR_NAME
from generator.word.reader import WordFile, read_root
from generator.word.revise.canonical import alike, pieces
from generator.word.revise.resolver import resolve
from generator.word.wordml import parse


def prove_laws(user: WordFile, expected: Sequence[str]) -> View:
    """Check the file ``user`` with our changes in it; its parts are as they were handed in.

    ``expected`` are the texts of the plan. Gives the view with all changes accepted. Raises
    OutputError where a law is broken.
    """
    before = _handed_in(user)
    if not alike(pieces(resolve(user.root, accept=False, author=AUTHOR_NAME)), before):
        raise _broken("全部拒绝拟稿的修订，得不到您交来的原文", user)
    view = read_root(user.archive, resolve(user.root, accept=True)).view
    if _texts(view) != list(expected):
        raise _broken("全部接受修订，得不到应有的文字", user)
    return view


def _handed_in(user: WordFile) -> list[bytes]:
    """The text before our changes, without pending ones of ours; its tree ends with this, so that
    of a large file no third one stands beside that which is written and that which is compared."""
    root = parse(user.archive.parts[user.archive.main])
    return pieces(resolve(root, accept=False, author=AUTHOR_NAME, copy=False))


def _texts(view: View) -> list[str]:
    """The texts of a view without empty ones and the signs of objects."""
    texts = (para.text.replace(OBJECT, "") for para in view.paras)
    return [text for text in texts if text]


def _broken(what: str, user: WordFile) -> OutputError:
    return OutputError(
        Problem(
            f"自查没有通过：{what}。为免改坏，没有写文件",
            "请把这份文件和数据包一起交给开发人员",
            user.archive.name or None,
        )
    )
