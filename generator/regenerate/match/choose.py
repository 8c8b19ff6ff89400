"""Which stored draft a file was made from: the one it names, confirmed by what it says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from generator.model.bookmarks import draft_code
from generator.model.errors import DataError, Problem
from generator.model.view import View
from generator.regenerate.base import Base
from generator.regenerate.match.hints import codes

LEAST = 0.5
"""Below this fit a file was not made from a draft."""
_BETTER = 0.02
"""A draft that the file does not name must fit so much better."""
_PIECE = 6


class Choice(Struct, frozen=True):
    """The base: the draft, how well it fits (0 to 1), the id that the file names ("" for none).

    ``notes`` are messages where it is not simply the draft that the file names.
    """

    draft: Base
    fit: float
    named: str
    notes: tuple[str, ...] = ()


class _Named(Struct, frozen=True):
    """The draft that a file names: its id ("" for none), whether most of its bookmarks do."""

    draft: str
    strongly: bool


def choose(
    view: View, drafts: Sequence[Base], properties: Sequence[str] = (), name: str = ""
) -> Choice:
    """The stored draft (the oldest first in ``drafts``) that a file was made from.

    ``properties`` are the draft ids that the file's properties name, the surest first; ``name`` is
    what messages call the file. Raises DataError where no draft fits.
    """
    if not drafts:
        raise DataError(_none_stored(name))
    fits = _fits(view, drafts)
    best = max(reversed(drafts), key=lambda draft: fits[draft.id])
    if fits[best.id] < LEAST:
        raise DataError(_none_fits(len(drafts), fits[best.id], name))
    named = _named(view, drafts, properties)
    stored = next((draft for draft in drafts if draft.id == named.draft), None)
    if stored and _holds(fits[stored.id], fits[best.id], named):
        return Choice(stored, fits[stored.id], named.draft)
    return Choice(best, fits[best.id], named.draft, (_note(named.draft, best.id, fits),))


def _fits(view: View, drafts: Sequence[Base]) -> dict[str, float]:
    """How well the file fits each draft, by id."""
    texts = {para.text for para in view.paras}
    blocks = (block.text for draft in drafts for block in draft.blocks)
    asked = {piece for text in {*blocks} - texts for piece in _pieces(text)}
    there = {piece for text in texts for piece in _pieces(text) if piece in asked}
    return {draft.id: _fit(draft, texts, there) for draft in drafts}


def _none_stored(name: str) -> Problem:
    return Problem(
        "数据包里没有存过底稿（.nigao/drafts），不知道上一稿是什么样，不能更新",
        "请用当初写出这份文件的数据包（连同里面的 .nigao 文件夹）；"
        "只想比较可用 nigao diff，要重新写一份请用 -o 换一个文件名",
        name or None,
    )


def _none_fits(count: int, most: float, name: str) -> Problem:
    return Problem(
        f"和存过的 {count} 份底稿都对不上（最多 {most:.0%}），认不出是从哪一稿改来的，没有更新",
        "请检查文件和数据包是否配套；只想比较可用 nigao diff，要重新写一份请用 -o 换一个文件名",
        name or None,
    )


def _holds(fit: float, best: float, named: _Named) -> bool:
    """Whether a named draft with that fit is the base, though another one fits best."""
    return fit >= LEAST and (named.strongly or best <= fit + _BETTER)


def _note(named: str, best: str, fits: Mapping[str, float]) -> str:
    instead = f"改用内容最接近的底稿 {best}（吻合 {fits[best]:.0%}）"
    if named in fits:
        return f"文件标明底稿 {named}，但内容只吻合 {fits[named]:.0%}；{instead}"
    if named:
        return f"文件标明底稿 {named}，底稿库里没有；{instead}，请留意核对结果"
    return f"文件里没有底稿的标记；{instead}"


def _named(view: View, drafts: Sequence[Base], properties: Sequence[str]) -> _Named:
    """The draft that most bookmarks name, else the one that the properties name."""
    counted = codes(view).most_common(1)
    if not counted:
        return _Named(next(iter(properties), ""), strongly=False)
    code, count = counted[0]
    of_code = [draft for draft in drafts if draft_code(draft.id) == code]
    if not of_code:
        return _Named(code, strongly=False)
    return _Named(of_code[-1].id, strongly=count * 2 >= _count_bookmarks(of_code[-1]) > 0)


def _count_bookmarks(draft: Base) -> int:
    """How many bookmarks a draft was written with."""
    return sum(bool(block.ident) + len(block.occurrences) for block in draft.blocks)


def _pieces(text: str) -> list[str]:
    """Every stretch of a few characters of a text; a short text as a whole."""
    if len(text) <= _PIECE:
        return [text] if text else []
    return [text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)]


def _fit(draft: Base, texts: Collection[str], there: Collection[str]) -> float:
    """The share of a base's text that the file has; without short cells, which every form has.

    ``texts`` are the paragraphs of the file, ``there`` the pieces of them that other texts have.
    """
    wanted = found = 0
    for block in draft.blocks:
        if len(block.text) > _PIECE:
            pieces = _pieces(block.text)
            wanted += len(pieces)
            found += len(pieces) if block.text in texts else sum(piece in there for piece in pieces)
    return found / wanted if wanted else 0.0
