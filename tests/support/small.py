"""Small drafts written as text, and a user who edits the XML of the file made from one."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass

from generator.model.bookmarks import block_ident, figure_ident
from generator.regenerate.base import NUMBERING, Base, Block, CellIdentity, Segment
from generator.regenerate.decide import Plan
from generator.regenerate.steps import merge, regenerate
from generator.word.archive import with_parts
from generator.word.author import AUTHOR_NAME
from generator.word.reader import WordFile, read, read_root
from generator.word.revise.resolver import resolve
from generator.word.wordml import AUTHOR, P, T, qn
from support.wordfiles import DATE, fresh, paragraph, run

_FIGURE = re.compile(r"\{([^:}]+):([^}]*)\}")


def segments(block: str, text: str) -> tuple[Segment, ...]:
    """``全年{就业:12人}`` as segments: wording, and figures by key."""
    result: list[Segment] = []
    counted: Counter[str] = Counter()
    at = 0
    for found in _FIGURE.finditer(text):
        if found.start() > at:
            result.append(Segment(text[at : found.start()]))
        key = NUMBERING if found[1] == "号" else found[1]
        counted[key] += 1
        result.append(Segment(found[2], key, figure_ident(block, key, counted[key])))
        at = found.end()
    if at < len(text):
        result.append(Segment(text[at:]))
    return tuple(result)


def draft(ident: str, *lines: tuple[str, str]) -> Base:
    """A draft of blocks (id, text). An id ``表/行/0`` is a cell."""
    blocks = []
    for name, text in lines:
        parts = name.split("/")
        cell = (
            CellIdentity(parts[0], f"{parts[0]}/{parts[1]}", int(parts[2]))
            if len(parts) == 3
            else None
        )
        blocks.append(
            Block(
                name, "cell" if cell else "paragraph", segments(name, text), block_ident(name), cell
            )
        )
    return Base(ident, tuple(blocks))


@dataclass
class Person:
    """Somebody with the file of a draft: its paragraphs as XML, to be edited."""

    base: Base
    paragraphs: list[str]
    package: bytes

    @classmethod
    def with_file(cls, base: Base) -> Person:
        """Open the file of a draft."""
        data = with_parts(fresh(base).read().file.archive, {})
        return cls(base, re.findall(r"<w:tbl>.*</w:tbl>|<w:p>.*?</w:p>", _xml(data)), data)

    def replace(self, place: int, old: str, new: str) -> None:
        """Replace XML or text in a paragraph, once."""
        assert old in self.paragraphs[place], (old, self.paragraphs[place])
        self.paragraphs[place] = self.paragraphs[place].replace(old, new, 1)

    def figure(self, place: int, old: str, new: str) -> None:
        """Type over a figure inside its bookmark."""
        self.replace(place, f">{old}</w:t>", f">{new}</w:t>")

    def insert(self, place: int, text: str, properties: str = "") -> None:
        """A paragraph of one's own."""
        self.paragraphs.insert(place, paragraph(run(text), properties))

    def split(self, place: int, before: str) -> None:
        """Press Enter before some words."""
        whole = self.paragraphs[place]
        at = whole.index(f">{before}")
        cut = whole.rindex("<w:r>", 0, at)
        self.paragraphs[place : place + 1] = [f"{whole[:cut]}</w:p>", f"<w:p>{whole[cut:]}"]

    def merge(self, place: int) -> None:
        """Join a paragraph with the next."""
        first, second = self.paragraphs[place : place + 2]
        self.paragraphs[place : place + 2] = [
            first.removesuffix("</w:p>") + second.removeprefix("<w:p>")
        ]

    def file(self) -> bytes:
        """The file as saved."""
        body = "".join(self.paragraphs)
        return _with_xml(
            self.package,
            re.sub(
                r"(<w:body>).*(<w:sectPr/>)",
                lambda found: found[1] + body + found[2],
                _xml(self.package),
                flags=re.DOTALL,
            ),
        )


def _xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


def _with_xml(data: bytes, xml: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return stream.getvalue()


@dataclass(frozen=True)
class Outcome:
    """A regenerated file, read in three ways."""

    data: bytes
    plan: Plan
    file: WordFile

    @property
    def accepted(self) -> list[str]:
        """The texts with all changes accepted."""
        return _texts(self.file, accept=True)

    @property
    def rejected(self) -> list[str]:
        """The texts with our changes rejected and everybody else's accepted."""
        root = resolve(self.file.root, accept=False, author=AUTHOR_NAME)
        return _texts(WordFile(self.file.archive, root, self.file.view, ()), accept=True)

    @property
    def comments(self) -> list[str]:
        """Our comments, their lines together."""
        part = self.file.archive.related("comments")
        root = self.file.archive.tree(part) if part else None
        return (
            [
                "\n".join(
                    "".join(node.text or "" for node in line.iter(T)) for line in item.iter(P)
                )
                for item in root.iter(qn("comment"))
                if item.get(AUTHOR) == AUTHOR_NAME
            ]
            if root is not None
            else []
        )


def _texts(file: WordFile, *, accept: bool) -> list[str]:
    view = read_root(file.archive, resolve(file.root, accept=accept)).view
    return [para.text for para in view.paras if para.text]


def regenerated(
    base: Base,
    new: Base,
    data: bytes,
    history: dict[str, frozenset[str]] | None = None,
    *,
    plain: bool = False,
) -> Outcome:
    """The file brought up to the new draft."""
    plan = merge(base, new, read(data).view, history or {})
    result = regenerate(data, plan, fresh(new), DATE, plain=plain)
    return Outcome(result, plan, read(result))
