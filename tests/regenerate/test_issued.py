"""The copy to issue: a search of every part finds nothing that the visible text does not say."""

from __future__ import annotations

import io
import re
import struct
import zipfile

import pytest
from support import plainword, telling
from support.telling import SECRETS, VISIBLE, file
from support.wordfiles import DATE, paragraph, run

from generator.model.errors import DataError
from generator.regenerate.finalize import finalize
from generator.word.reader import read
from generator.word.revise.clean_pictures import clean_picture


def everything(data: bytes) -> str:
    """All parts and their names as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(
            name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def test_nothing_is_in_the_file_that_the_text_does_not_say() -> None:
    before, after = everything(file()), everything(finalize(file()).data)
    assert all(secret in before for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in after] == []
    assert "_RG" not in after and "author" not in after.lower()


def test_the_text_and_the_pictures_stay() -> None:
    issued = finalize(file()).data
    assert plainword.accepted(issued).texts == VISIBLE
    assert tuple(text for text in read(issued).view.seen_texts if text) == VISIBLE
    assert b"picture\xff\xd9" in plainword.part(issued, "word/media/image2.jpg")
    assert b"IDAT" in plainword.part(issued, "word/media/image1.png")
    assert b"defaultTabStop" in plainword.part(issued, "word/settings.xml")


def test_what_the_parts_refer_to_is_there() -> None:
    issued = finalize(file()).data
    with zipfile.ZipFile(io.BytesIO(issued)) as archive:
        names = set(archive.namelist())
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
        text = archive.read("word/document.xml").decode()
    targets = {f"word/{target}" for target in re.findall(r'Target="([^"]+)"', relations)}
    assert targets <= names
    assert {name.lstrip("/") for name in re.findall(r'PartName="([^"]+)"', types)} <= names
    assert set(re.findall(r'r:\w+="(\w+)"', text)) <= set(re.findall(r'Id="(\w+)"', relations))


REFUSED = {
    "a gap without a name": (paragraph(run("还有【待补】。")), "【待补】"),
    "crosses": (paragraph(run("在××县召开。")), "××"),
    "hidden text": (paragraph(run("看") + run("不给看的", "<w:vanish/>")), "不给看的"),
    "crossed out": (
        paragraph(run("投入") + run("3586万元", "<w:strike/>") + run("3600万元。")),
        "有划掉的字：“3586万元”，在“投入3586万元3600万元。”。请删去，或取消“删除线”，再定稿",
    ),
    "crossed out twice": (paragraph(run("又投入", "<w:dstrike/>")), "有划掉的字：“又投入”"),
    "ink": (
        paragraph(f'<w:r><w:pict {telling.V}><w:contentPart r:id="a"/></w:pict></w:r>'),
        "墨迹",
    ),
    "a change and its place": (
        paragraph(
            run("这一段有修订")
            + f'<w:ins w:id="5" w:author="张三" w:date="{DATE}">{run("新")}</w:ins>'
        ),
        "这一段有修订",
    ),
}


def test_blanks_that_are_crossed_out_and_words_that_are_not_are_issued() -> None:
    body = paragraph(run("投入") + run(" ", "<w:strike/>") + run("30", '<w:strike w:val="0"/>'))
    assert "划掉" not in everything(finalize(file(body)).data)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_open_is_told_with_its_place(name: str) -> None:
    body, words = REFUSED[name]
    with pytest.raises(DataError, match=re.escape(words)):
        finalize(file(body))


@pytest.mark.parametrize("name", telling.IN_TEXT)
def test_a_place_in_the_text(name: str) -> None:
    """Nothing of it goes out; the words that people see stay, and the file refers to nothing lost."""
    data = file(telling.IN_TEXT[name])
    issued = finalize(data).data
    assert told(data) and not told(issued)
    assert plainword.words(issued) == plainword.words(data)
    assert "w:sdt" not in everything(issued)


@pytest.mark.parametrize("name", telling.IN_PARTS)
def test_a_part_beside_the_text(name: str) -> None:
    data = telling.telling(*telling.IN_PARTS[name])
    assert told(data) and not told(finalize(data).data)


@pytest.mark.parametrize("name", telling.PICTURES)
def test_a_picture(name: str) -> None:
    """What is no picture goes, also in a file that is called after somebody."""
    data = telling.telling("image", f"media/{name}", telling.PICTURES[name]())
    issued = finalize(data).data
    assert told(data) and not told(issued)


def test_what_makes_the_picture_stays() -> None:
    for make, parts in (
        (telling.gif, (b"NETSCAPE2.0", b"\x2c\0\0\0\0\1\0\1\0\0\x02\x02\x44\x01\0;")),
        (telling.emf, (b" EMF", struct.pack("<IIIII", 14, 20, 0, 0, 20))),
        (telling.scanned, (b"\xff\xda\0\2points\xff\0\xff\xd0points" * 2 + b"\xff\xd9",)),
    ):
        picture = clean_picture(make())
        assert all(part in picture for part in parts)
        assert len(picture) == len(make()) or make is not telling.emf


def test_a_bookmark_that_is_referred_to_is_still_there() -> None:
    issued = finalize(file(telling.IN_TEXT["the name of a bookmark that is referred to"])).data
    text = plainword.part(issued, "word/document.xml").decode()
    (name,) = re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', text)
    assert f"REF {name} \\h" in text and f'w:anchor="{name}"' in text


def told(data: bytes) -> list[str]:
    """The secrets in a file, in its parts, their names and the zip around them; also in UTF-16."""
    text = everything(data)
    utf16 = [secret for secret in SECRETS if secret.encode("utf-16-le") in loose(data)]
    return [secret for secret in SECRETS if secret in text] + utf16


def loose(data: bytes) -> bytes:
    """All parts and the words of the zip as they are."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.comment + b"".join(map(archive.read, archive.namelist()))
