"""Comments: those of a file read, ours written, one a paragraph, its lines collected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from generator.word.archive import Archive, add_relation, resolve
from generator.word.author import AUTHOR_NAME, ours
from generator.word.building import w
from generator.word.revise.pen import number_of
from generator.word.revise.tree import put_first, take_out
from generator.word.wordml import NAMESPACES, RPR, Element, P, R, T, parse, qn, to_bytes

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SMALL = "18"
"""小五 in half points."""
_ANCHORS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_YES = ("1", "true")


class Comment(Struct, frozen=True):
    """A comment: its lines, whether it is ours, whether somebody marked it as done, by whom."""

    lines: tuple[str, ...]
    ours: bool
    done: bool
    author: str = ""


def comments_of(archive: Archive) -> list[Comment]:
    """All comments of a file."""
    root = _tree(archive, "comments")
    done = set(_extended(archive, "paraId", only_done=True))
    return [] if root is None else [_comment(item, done) for item in root.iter(qn("comment"))]


def _comment(element: Element, done: Collection[str]) -> Comment:
    paragraphs = list(element.iter(P))
    lines = tuple("".join(node.text or "" for node in item.iter(T)) for item in paragraphs)
    author = element.get(qn("author"), "")
    return Comment(lines, ours(element), _is_any_in(paragraphs, done), author)


def _is_any_in(paragraphs: Iterable[Element], idents: Collection[str]) -> bool:
    return any(paragraph.get(f"{_W14}paraId", "") in idents for paragraph in paragraphs)


def _tree(archive: Archive, kind: str) -> Element | None:
    part = archive.related(kind)
    return archive.tree(part) if part else None


def _extended(archive: Archive, name: str, *, only_done: bool = False) -> Iterator[str]:
    """The values of an attribute in what is known of the paragraphs of comments."""
    root = _tree(archive, "commentsExtended")
    for item in [] if root is None else root:
        value = item.get(f"{_W15}{name}")
        if value and (not only_done or item.get(f"{_W15}done") in _YES):
            yield value


class PlacedComment(Struct, frozen=True):
    """A comment with the paragraph (by index) at which it begins, whether people answered it."""

    para: int
    ident: str
    comment: Comment
    answered: bool


Paragraphs = Sequence[Sequence[Element]]
"""The elements of each paragraph of a view."""


def placed_comments(archive: Archive, paragraphs: Paragraphs) -> tuple[PlacedComment, ...]:
    """The comments that stand at a paragraph, in the order of the text."""
    root = _tree(archive, "comments")
    if root is None:
        return ()
    done = set(_extended(archive, "paraId", only_done=True))
    answered = set(_extended(archive, "paraIdParent"))
    items = {item.get(qn("id"), ""): item for item in root.iter(qn("comment"))}
    return tuple(
        PlacedComment(
            para, ident, _comment(items[ident], done), _is_any_in(items[ident].iter(P), answered)
        )
        for para, ident in _anchors(paragraphs)
        if ident in items
    )


def _anchors(paragraphs: Paragraphs) -> Iterator[tuple[int, str]]:
    """Where comments begin: the paragraph by index, the id."""
    for index, elements in enumerate(paragraphs):
        for element in elements:
            for start in element.iter(qn("commentRangeStart")):
                yield index, start.get(qn("id"), "")


def write_comments(
    archive: Archive,
    paragraphs: Paragraphs,
    placed: Sequence[PlacedComment],
    lines: Mapping[int, Sequence[str]],
    date: str,
    known: Collection[str] = (),
) -> dict[str, bytes]:
    """Put a comment at each paragraph (by index) that has lines; ``placed`` are those of the file.

    Comments of ours whose lines are all ``known`` (written by earlier rounds) make room, those that
    say what is to be said stay as they are. What people wrote into, answered or marked as done is
    theirs and stays; what it says is not said again. Gives the parts that changed besides the text.
    """
    wanted = _without_said(lines, placed, known)
    old = [item for item in placed if _is_ours(item, known)]
    keep = [item for item in old if _says(item, wanted)]
    gone = {item.ident for item in old} - {item.ident for item in keep}
    wanted = _without(wanted, keep)
    if not gone and not wanted:
        return {}
    book = CommentBook(archive)
    _take_out_comments(book.root, paragraphs, gone)
    _write(book, paragraphs, wanted, date)
    return book.changed_parts()


def _says(placed: PlacedComment, wanted: Mapping[int, Sequence[str]]) -> bool:
    """Whether a comment says just what is to be said where it stands."""
    return tuple(wanted.get(placed.para, ())) == placed.comment.lines


def _without(
    wanted: Mapping[int, Sequence[str]], kept: Iterable[PlacedComment]
) -> dict[int, Sequence[str]]:
    """The lines of the paragraphs at which no comment stays."""
    staying = {item.para for item in kept}
    return {para: texts for para, texts in wanted.items() if para not in staying}


def _write(
    book: CommentBook,
    paragraphs: Paragraphs,
    lines: Mapping[int, Sequence[str]],
    date: str,
) -> None:
    """Write new comments, each at its paragraph, as far as that is still in the text."""
    for index, texts in lines.items():
        if paragraphs[index]:
            _anchor(paragraphs[index][-1], book.append(texts, date))


def _is_ours(placed: PlacedComment, known: Collection[str]) -> bool:
    """Whether a comment is as we wrote it and nobody has made it his."""
    comment = placed.comment
    if not comment.ours or comment.done or placed.answered:
        return False
    return all(line in known for line in comment.lines)


def _without_said(
    lines: Mapping[int, Sequence[str]], placed: Iterable[PlacedComment], known: Collection[str]
) -> dict[int, Sequence[str]]:
    """The lines that no comment of people says at the same paragraph."""
    said: dict[int, str] = {}
    for item in placed:
        if not _is_ours(item, known):
            said[item.para] = said.get(item.para, "") + "\n".join(item.comment.lines)
    left = {
        para: [text for text in texts if text not in said.get(para, "")]
        for para, texts in lines.items()
    }
    return {para: texts for para, texts in left.items() if texts}


def _take_out_comments(root: Element, paragraphs: Paragraphs, gone: Collection[str]) -> None:
    """Take some comments out, with what anchors them in the text."""
    for item in [comment for comment in root if comment.get(qn("id"), "") in gone]:
        root.remove(item)
    first = next(chain.from_iterable(paragraphs), None)
    if first is not None:
        _remove_anchors(first.getroottree().getroot(), gone)


class CommentBook:
    """The comments of a file, to which ours are added."""

    def __init__(self, archive: Archive) -> None:
        there = _tree(archive, "comments")
        self.root = parse(f"<w:comments {NAMESPACES}/>".encode()) if there is None else there
        self._archive, self._is_new = archive, there is None
        self._last = max((number_of(item.get(qn("id"), "")) for item in self.root), default=-1)
        self._ours = {comment.lines for comment in comments_of(archive) if comment.ours}

    def append(self, texts: Iterable[str], date: str | None = None) -> str:
        """Add a comment of ours; gives its id."""
        self._last += 1
        self.root.append(_new_comment(str(self._last), texts, date))
        return str(self._last)

    def add(self, lines: tuple[str, ...]) -> str | None:
        """Add a comment of ours unless the file has it from before; gives its id, or None."""
        return None if lines in self._ours else self.append(lines)

    def changed_parts(self) -> dict[str, bytes]:
        """The parts that hold the comments and tell of them."""
        return _changed_parts(self._archive, self.root, is_new=self._is_new)


def remove_comments(archive: Archive, paragraphs: Paragraphs, beginning: str) -> dict[str, bytes]:
    """Take out our comments whose lines all begin so, unless somebody answered them. Gives the
    parts that changed besides the text; none where there is no such comment."""
    root = _tree(archive, "comments")
    if root is None:
        return {}
    old = list(_unanswered(archive, root, beginning))
    if not old:
        return {}
    for item in old:
        root.remove(item)
    idents = {item.get(qn("id"), "") for item in old}
    for element in chain.from_iterable(paragraphs):
        _remove_anchors(element, idents)
    return _changed_parts(archive, root, is_new=False)


def _unanswered(archive: Archive, root: Element, beginning: str) -> Iterator[Element]:
    """Our comments whose lines all begin so and that nobody answered."""
    answered = set(_extended(archive, "paraIdParent"))
    for item in root:
        comment = _comment(item, ())
        is_such = comment.ours and all(line.startswith(beginning) for line in comment.lines)
        if is_such and not _is_any_in(item.iter(P), answered):
            yield item


def _changed_parts(archive: Archive, root: Element, *, is_new: bool) -> dict[str, bytes]:
    part = archive.related("comments")
    if part and not is_new:
        return {part: to_bytes(root)}
    return {
        resolve(archive.main, "comments.xml"): to_bytes(root),
        **add_relation(archive, "comments", "comments.xml", _TYPE),
    }


def _new_comment(ident: str, texts: Iterable[str], date: str | None) -> Element:
    """A comment of ours, a paragraph a line; ``date`` None: it bears none."""
    comment = w("comment", id=ident, author=AUTHOR_NAME, date=date, initials="拟")
    for number, text in enumerate(texts):
        reference = [] if number else [_small_run(w("annotationRef"))]
        words = w("t")
        words.text = text
        comment.append(w("p", _single_spaced(), *reference, _small_run(words)))
    return comment


def _single_spaced() -> Element:
    """Not the line spacing of the text, which would fill the margin."""
    return w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))


def _small_run(content: Element) -> Element:
    """A run of 小五, as comments have."""
    return w("r", w("rPr", w("sz", val=_SMALL), w("szCs", val=_SMALL)), content)


def _anchor(paragraph: Element, ident: str) -> None:
    """The comment is about the whole paragraph."""
    put_first(paragraph, w("commentRangeStart", id=ident))
    paragraph.append(w("commentRangeEnd", id=ident))
    paragraph.append(w("r", w("commentReference", id=ident)))


def _remove_anchors(element: Element, idents: Collection[str]) -> None:
    """Take the anchors of some comments out of a part of the text."""
    for anchor in list(element.iter(*map(qn, _ANCHORS))):
        if anchor.get(qn("id"), "") in idents:
            _remove_anchor(anchor)


def remove_all_anchors(root: Element) -> None:
    """Take the anchors of all comments out of a part."""
    for anchor in list(root.iter(*map(qn, _ANCHORS))):
        _remove_anchor(anchor)


def _remove_anchor(anchor: Element) -> None:
    """Take an anchor out, and the run around it if that holds nothing else."""
    parent = anchor.getparent()
    take_out(anchor)
    if parent is not None and parent.tag == R and all(child.tag == RPR for child in parent):
        take_out(parent)
