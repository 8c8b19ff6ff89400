"""Which stored draft a file was made from: the one it names, confirmed by what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.bookmarks import draft_code
from generator.model.errors import DataError, Problem
from generator.regenerate.apply.properties import drafts_named
from generator.regenerate.base import Base
from generator.regenerate.match.hints import codes
from generator.word.reader import View, WordFile

LEAST = 0.5
"""Below this fit a file was not made from a draft."""
_BETTER = 0.02
"""A draft that the file does not name must fit so much better."""
_PIECE = 6


@dataclass(frozen=True)
class Choice:
    """The base: the draft, how well it fits (0 to 1), the id that the file names ("" for none), and what to tell."""

    draft: Base
    fit: float
    named: str
    notes: tuple[str, ...] = ()


def choose(file: WordFile, drafts: Sequence[Base]) -> Choice:
    """The stored draft (oldest first in ``drafts``) that a file was made from. Raises DataError where none is."""
    name = file.archive.name or None
    if not drafts:
        raise DataError(
            Problem(
                "数据包里没有存过底稿（.nigao/drafts），不知道上一稿是什么样，不能更新",
                "请用当初写出这份文件的数据包（连同里面的 .nigao 文件夹）；只想比较可用 nigao diff，要重新写一份请用 -o 换一个文件名",
                name,
            )
        )
    pieces = _pieces_of(file.view)
    fits = {draft.id: _fit(draft, pieces) for draft in drafts}
    best = max(reversed(drafts), key=lambda draft: fits[draft.id])
    named, strong = _named(file, drafts)
    stored = next((draft for draft in drafts if draft.id == named), None)
    if fits[best.id] < LEAST:
        raise DataError(
            Problem(
                f"和存过的 {len(drafts)} 份底稿都对不上（最多 {fits[best.id]:.0%}），认不出是从哪一稿改来的，没有更新",
                "请检查文件和数据包是否配套；只想比较可用 nigao diff，要重新写一份请用 -o 换一个文件名",
                name,
            )
        )
    if (
        stored
        and fits[stored.id] >= LEAST
        and (strong or fits[best.id] <= fits[stored.id] + _BETTER)
    ):
        return Choice(stored, fits[stored.id], named)
    told = f"改用内容最接近的底稿 {best.id}（吻合 {fits[best.id]:.0%}）"
    if stored:
        note = f"文件标明底稿 {named}，但内容只吻合 {fits[stored.id]:.0%}；{told}"
    elif named:
        note = f"文件标明底稿 {named}，底稿库里没有；{told}，请留意核对结果"
    else:
        note = f"文件里没有底稿的标记；{told}"
    return Choice(best, fits[best.id], named, (note,))


def _named(file: WordFile, drafts: Sequence[Base]) -> tuple[str, bool]:
    """The draft that the file names, and whether its bookmarks do (most of them alive), not just its properties."""
    by_code = {draft_code(draft.id): draft for draft in drafts}
    counted = codes(file.view).most_common(1)
    if counted:
        code, count = counted[0]
        draft = by_code.get(code)
        marks = (
            sum(
                bool(block.ident) + sum(1 for segment in block.segments if segment.fid)
                for block in draft.blocks
            )
            if draft
            else 0
        )
        return (draft.id if draft else code), count * 2 >= marks > 0
    return next(iter(drafts_named(file.archive)), ""), False


def _pieces_of(view: View) -> set[str]:
    """Every stretch of a few characters, and every whole short paragraph, of a file."""
    return {piece for para in view.paras for piece in _pieces(para.text)}


def _pieces(text: str) -> list[str]:
    if len(text) <= _PIECE:
        return [text] if text else []
    return [text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)]


def _fit(draft: Base, there: set[str]) -> float:
    """The share of a draft's text that the file has. Short cells count little: every form has them."""
    wanted = [
        piece for block in draft.blocks if len(block.text) > _PIECE for piece in _pieces(block.text)
    ]
    return sum(piece in there for piece in wanted) / len(wanted) if wanted else 0.0
