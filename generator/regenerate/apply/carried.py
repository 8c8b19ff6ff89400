"""A plan carried out, as packed bytes: a tree takes ten times as much as its bytes, and a proof has
one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.word.archive import Archive
from generator.word.reader import ReadParagraph, WordFile
from generator.word.revise.comments import PlacedComment, placed_comments
from generator.word.wordml import Element, P, packed, parse_own, to_bytes, unpacked

_LARGE = 4 * 2**20
"""Bytes from which a text is packed: a smaller one takes less room than the time is worth."""


class CarriedOut(Struct, frozen=True):
    """The ``archive`` as it was handed in, its text with our changes (``packed``, where it is
    large) and the comments that were in it.

    ``numbers`` tell the elements of each paragraph of the view among all of the text; what a change
    took out of it has none.
    """

    archive: Archive
    packed: bytes
    numbers: Sequence[Sequence[int]]
    comments: tuple[PlacedComment, ...]

    @property
    def text(self) -> bytes:
        """The text as it is stored, unpacked anew."""
        return unpacked(self.packed)

    def opened(self) -> OpenText:
        """The text as a tree again."""
        root = parse_own(self.text)
        elements = list(root.iter(P))
        return OpenText(root, [tuple(elements[at] for at in own) for own in self.numbers])


class OpenText(Struct, frozen=True):
    """The root of a text, and the elements of each paragraph of the view."""

    root: Element
    paragraphs: Sequence[Sequence[Element]]


def carried_out(user: WordFile) -> CarriedOut:
    """What a file is after its tree was changed; it holds nothing of that tree."""
    old = user.archive
    return CarriedOut(
        Archive(old.parts, old.main, old.name),
        packed(user.root) if len(old.parts[old.main]) > _LARGE else to_bytes(user.root),
        list(_numbers(user.root, user.paragraphs)),
        placed_comments(old, [paragraph.elements for paragraph in user.paragraphs]),
    )


def _numbers(root: Element, paragraphs: Iterable[ReadParagraph]) -> Iterable[Sequence[int]]:
    known = {element: at for at, element in enumerate(root.iter(P))}
    for paragraph in paragraphs:
        yield tuple(known[item] for item in paragraph.elements if item in known)
