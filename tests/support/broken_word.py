"""Broken Word files, made at random, and what the commands make of them."""

from __future__ import annotations

import io
import random
import resource
import struct
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from generator.check import check_passages
from generator.check.wordfile import of_view
from generator.figures import Draft
from generator.jobs.compose import compose
from generator.jobs.regenerate import fresh
from generator.model.errors import NigaoError, OutputError
from generator.model.kind import FormRow, Term
from generator.model.zips import zipped
from generator.package.read import known_forms, shared_terms
from generator.package.read.homes import lasting_homes
from generator.regenerate import compare, steps
from generator.regenerate.apply import Fresh
from generator.regenerate.finalize import finalize
from generator.regenerate.match.choose import choose
from generator.regenerate.prove.audit import audit
from generator.word.archive import refuse_strict
from generator.word.reader import WordFile, read
from generator.word.revise.properties import drafts_named
from generator.word.wordml import NAMESPACES, qn
from support.crowded import crowded, plain
from support.invented import package, templates
from support.watchdog import HangError, limited

DATE = "2023-11-27T09:00:00Z"
MEMORY = 1 << 30
"""Bytes that a case may take more than was taken before."""
VALUES = (
    *("", " ", "0", "-1", "1", "9", "65536", "99999999999999999999", "1e9", "1.5", "NaN", "abc"),
    *(
        "１",
        "²",
        "٣",
        "true",
        "false",
        "none",
        "continue",
        "begin",
        "separate",
        "end",
        "rId1",
        "../x",
    ),
    *(
        "a" * 3000,
        "\u202e",
        "http://x",
        "/word/document.xml",
        "word/document.xml",
        "//",
        "file:///etc",
    ),
)
TAGS = (
    *("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveFrom", "moveTo"),
    *(
        "hyperlink",
        "smartTag",
        "customXml",
        "fldSimple",
        "txbxContent",
        "pPr",
        "rPr",
        "trPr",
        "body",
    ),
    *(
        "delText",
        "bookmarkStart",
        "bookmarkEnd",
        "commentReference",
        "sectPr",
        "footnote",
        "comment",
    ),
)
SNIPPETS = (
    "<w:tbl/>",
    "<w:tbl><w:tr/></w:tbl>",
    "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
    "<w:p/>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
    "<w:p><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:p>",
    "<w:r><w:r><w:t>乙</w:t></w:r></w:r>",
    "<w:r><w:fldChar/></w:r>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "<w:bookmarkStart/>",
    '<w:bookmarkStart w:id="x" w:name="_RG1_f0123456789"/>',
    "<w:bookmarkEnd/>",
    "<w:commentRangeStart/>",
    "<w:r><w:commentReference/></w:r>",
    "<w:r><w:footnoteReference/></w:r>",
    '<w:ins w:id="甲"><w:del><w:ins><w:r><w:t>丙</w:t></w:r></w:ins></w:del></w:ins>',
    "<w:ins/>",
    "<w:del><w:r><w:t>丁</w:t></w:r></w:del>",
    "<w:comment/>",
    '<w:comment w:id="abc"><w:p/></w:comment>',
    "<w:footnote/>",
    "<w:style/>",
    "<w:t>戊</w:t>",
    "<!-- x -->",
    "<?x y?>",
    "<x:a xmlns:x='urn:x'>己</x:a>",
)


@dataclass(frozen=True)
class Office:
    """Sound files that cases are made of, and what they are compared with."""

    files: tuple[bytes, ...]
    old: Fresh
    new: Fresh
    draft: Draft


def office(folder: Path) -> Office:
    """A draft, the draft of changed data, a regenerated file and a crowded one."""
    kinds = templates(folder / "kinds")
    made = []
    for name, value in (("old", "120"), ("new", "133")):
        indicators = f"代码,数值\n1.1,=\n1.1.1,{value}\n1.1.2,80\n1.2,是\n"
        made.append(compose(package(folder / name, indicators_csv=indicators), templates=kinds))
    (old, data), (new, _) = map(fresh, made)
    typed = _typed_over(data)
    files = (data, _merged(data, old, new), typed, _with_comments(typed, old, new))
    return Office((*files, crowded(), _with_crowd(data), plain()), old, new, made[1])


def _merged(data: bytes, old: Fresh, new: Fresh) -> bytes:
    plan = steps.merge(old.draft, new.draft, read(data).view)
    return steps.regenerate(data, plan, new, DATE)


def _typed_over(data: bytes) -> bytes:
    """A draft in which somebody typed another figure."""
    parts = _parts(data)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"120", b"125")
    return zipped(parts.items())


def _with_comments(typed: bytes, old: Fresh, new: Fresh) -> bytes:
    """The same regenerated, so that it has a comment of ours, and still a file of the old draft."""
    data = _merged(typed, old, new)
    parts = _parts(data)
    assert "word/comments.xml" in parts
    code, other = new.draft.id.encode(), old.draft.id.encode()
    return zipped((name, part.replace(code, other)) for name, part in parts.items())


def _with_crowd(data: bytes) -> bytes:
    """A draft into which the paragraphs, tables and notes of the crowded file were pasted."""
    parts, other = _parts(data), _parts(crowded())
    body = other["word/document.xml"].split(b"<w:body>")[1].split(b"<w:sectPr/>")[0]
    main = parts["word/document.xml"]
    parts["word/document.xml"] = main.replace(b"<w:body>", b"<w:body>" + body, 1)
    parts["word/footnotes.xml"] = other["word/footnotes.xml"]
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation)
    return zipped(parts.items())


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def broken(files: Sequence[bytes], rng: random.Random) -> bytes:
    """One of the files, broken in one way or two."""
    data = rng.choice(files)
    for _ in range(rng.choice((1, 1, 2))):
        if rng.random() < 0.15:
            data = rng.choice(_OF_BYTES)(data, rng)
        else:
            try:
                parts = _parts(data)
            except (zipfile.BadZipFile, OSError, struct.error, ValueError, RuntimeError, EOFError):
                break
            except Exception:  # what a broken zip raises is not our matter here
                break
            rng.choice(_OF_PARTS)(parts, rng)
            data = zipped(parts.items())
    return data


def _flip(data: bytes, rng: random.Random) -> bytes:
    result = bytearray(data)
    for _ in range(rng.choice((1, 2, 5, 30))):
        if result:
            result[rng.randrange(len(result))] ^= 1 << rng.randrange(8)
    return bytes(result)


def _flip_directory(data: bytes, rng: random.Random) -> bytes:
    """Bits of the directory of a zip, which stands at its end."""
    at = max(data.rfind(b"PK\x01\x02"), 0)
    start = rng.choice((at, max(data.find(b"PK\x01\x02"), 0)))
    return data[:start] + _flip(data[start:], rng)


def _truncate(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _zeros(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    length = rng.choice((1, 16, 512, 5000))
    return data[:start] + bytes(len(data[start : start + length])) + data[start + length :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    start, length = rng.randrange(len(data) + 1), rng.choice((1, 16, 512))
    return data[: start + length] + data[start:]


_OF_BYTES = (_flip, _flip, _flip_directory, _truncate, _zeros, _repeat)


def _of_bytes(parts: dict[str, bytes], rng: random.Random) -> None:
    name = rng.choice(list(parts))
    parts[name] = rng.choice(_OF_BYTES)(parts[name], rng)


def _drop(parts: dict[str, bytes], rng: random.Random) -> None:
    del parts[rng.choice(list(parts))]


def _swap(parts: dict[str, bytes], rng: random.Random) -> None:
    one, other = rng.choice(list(parts)), rng.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _copy(parts: dict[str, bytes], rng: random.Random) -> None:
    name = rng.choice(list(parts))
    parts[rng.choice((f"{name}2", f"../{name}", name.upper(), "word/comments.xml"))] = parts[name]


def _empty(parts: dict[str, bytes], rng: random.Random) -> None:
    parts[rng.choice(list(parts))] = rng.choice(
        (b"", b"<a/>", b"\xff\xfe", b"<?xml version='1.0'?>")
    )


def _words(parts: dict[str, bytes], rng: random.Random) -> None:
    """Words of a part replaced by other words of it."""
    name = rng.choice(list(parts))
    words = parts[name].split(b'"')
    if len(words) > 3:
        one, other = rng.randrange(len(words)), rng.randrange(len(words))
        words[one] = words[other]
        parts[name] = b'"'.join(words)


def _document_type(parts: dict[str, bytes], rng: random.Random) -> None:
    name = rng.choice(list(parts))
    head = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
    parts[name] = head + parts[name].split(b"?>", 1)[-1].replace(b"<w:t>", b"<w:t>&b;&d;")


def _crafted(parts: dict[str, bytes], rng: random.Random) -> None:
    """Some elements of a part changed, moved, wrapped or put in."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names:
        return
    name = rng.choice(
        (*names, *(part for part in names if part.endswith("document.xml")), *names[:1])
    )
    try:
        root = etree.fromstring(
            parts[name], etree.XMLParser(huge_tree=True, resolve_entities=False)
        )
    except (etree.XMLSyntaxError, ValueError):
        return
    for _ in range(rng.choice((1, 2, 5, 20))):
        elements = [item for item in root.iter() if isinstance(item.tag, str) and item is not root]
        if not elements:
            break
        rng.choice(_OF_ELEMENTS)(rng.choice(elements), elements, rng)
    parts[name] = etree.tostring(root)


def _remove(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def _double(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    copy = deepcopy(item)
    copy.tail = None
    item.addnext(copy)


def _move(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    target = rng.choice(others)
    if item is not target and item not in list(target.iterancestors()):
        target.append(item)


def _rename(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    item.tag = qn(rng.choice(TAGS))


def _attribute(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    names = [
        *map(str, item.attrib),
        *map(qn, ("id", "val", "name", "type", "fldCharType", "author")),
    ]
    item.set(rng.choice(names), rng.choice(VALUES))


def _no_attribute(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    if item.attrib:
        del item.attrib[rng.choice(list(item.attrib))]


def _wrap(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    """Put an element into another one, many times over."""
    parent = item.getparent()
    if parent is None:
        return
    tags = [qn(rng.choice(TAGS)) for _ in range(rng.choice((1, 2)))]
    outer = inner = etree.Element(tags[0])
    for number in range(rng.choice((0, 1, 3, 40, 100, 240, 3000))):
        inner = etree.SubElement(inner, tags[number % len(tags)])
    parent.replace(item, outer)
    item.tail = None
    inner.append(item)


def _put_in(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    content = etree.fromstring(f"<w:x {NAMESPACES}>{rng.choice(SNIPPETS)}</w:x>")
    for child in list(content):
        item.insert(rng.randrange(len(item) + 1), child)


def _other_text(item: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    item.text = rng.choice(("", "1", "甲" * 500, "\u202e", "9" * 400, "\n", "其中", "（" * 50))


_OF_ELEMENTS: tuple[Callable[[etree._Element, list[etree._Element], random.Random], None], ...] = (
    _remove,
    _double,
    _move,
    _rename,
    _attribute,
    _attribute,
    _no_attribute,
    _wrap,
    _put_in,
    _put_in,
    _other_text,
)
_OF_PARTS: tuple[Callable[[dict[str, bytes], random.Random], None], ...] = (
    *(_crafted,) * 16,
    *(_of_bytes, _drop, _swap, _copy, _empty, _words, _document_type),
)


# What the commands make of a file


@cache
def _lists() -> tuple[tuple[Term, ...], list[tuple[FormRow, ...]]]:
    """The words and the forms that every check of a file reads."""
    return shared_terms(lasting_homes(None)), known_forms(lasting_homes(None))


def trial(data: bytes, sound: Office) -> Iterator[str]:
    """What every command does with a file: "read", "refused" and the like, or a fault.

    Faults begin with ``!``.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with limited():
            file = read(data, "甲.docx")
    except NigaoError as error:
        yield from _line(error)
        return
    except HangError:
        yield "! read: hang"
        return
    except Exception as error:
        yield _fault("read", error)
        return
    yield "read"
    commands: dict[str, Callable[[], object]] = {
        "check": lambda: check_passages(of_view(file.view), *_lists()),
        "diff": lambda: compare.as_text(compare.compare(sound.old.read().file.view, file.view)),
        "audit": lambda: audit(sound.draft.document, file.view),
        "regenerate": lambda: _is_sound(_regenerated(data, sound)),
        "finalize": lambda: _is_sound(finalize(data, "甲.docx").data),
    }
    for name, command in commands.items():
        try:
            with limited():
                command()
            yield name
        except OutputError:
            yield f"{name} refused by its proof"
        except NigaoError as error:
            yield from _line(error)
        except HangError:
            yield f"! {name}: hang"
        except Exception as error:
            yield _fault(name, error)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if (after - before) * 1024 > MEMORY:
        yield f"! memory: {(after - before) >> 10} MiB"


def _line(error: NigaoError) -> Iterator[str]:
    """A refusal; a fault where a line of it is none that a clerk can read."""
    for problem in error.problems:
        if not problem.todo or "\n" in str(problem) or len(str(problem)) > 400:
            yield f"! message: {problem}"
    yield "refused"


def _fault(name: str, error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/generator/" in frame.filename] or list(frames)
    last = ours[-1]
    return (
        f"! {name}: {type(error).__name__} {Path(last.filename).name}:{last.lineno} {error!s:.80}"
    )


class NotSoundError(Exception):
    """What was written cannot be read."""


def _regenerated(data: bytes, sound: Office) -> bytes:
    user = read(data, "甲.docx")
    refuse_strict(user.archive)
    chosen = choose(user.view, [sound.old.draft], drafts_named(user.archive), "甲.docx")
    plan = steps.merge(chosen.draft, sound.new.draft, user.view)
    return steps.regenerate(data, plan, sound.new, DATE, name="甲.docx")


def _is_sound(data: bytes) -> WordFile:
    """What was written, read again. Raises NotSoundError where that is not possible."""
    try:
        return read(data)
    except NigaoError as error:
        raise NotSoundError(str(error)) from None
