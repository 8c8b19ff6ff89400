"""An office's own Word file: what of it a new one takes over, and what stays the standard's."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from support.own_look import own_file
from support.sample import whole

from generator.model.errors import InputError
from generator.standard.formats import FORMATS
from generator.standard.gbt9704 import STANDARD, Look
from generator.word.archive import open_archive, with_parts
from generator.word.reference import read_reference
from generator.word.writer import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = "样板.docx"


def made(data: bytes, look: Look = STANDARD, *, landscape: bool = False) -> dict[str, str]:
    """The parts of a new file that looks like ``data``."""
    reference = read_reference(data, look.layout, NAME)
    written = write(whole(landscape=landscape), look, reference=reference)
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        names = [name for name in file.namelist() if not name.startswith("word/media")]
        return {name: file.read(name).decode() for name in names}


def style(parts: dict[str, str], name: str) -> etree._Element:
    root = etree.fromstring(parts["word/styles.xml"].encode())
    (found,) = (
        item for item in root.iter(f"{W}style") if item.find(f"{W}name").get(f"{W}val") == name
    )
    return found


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{part}" for part in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def test_pages_and_grid() -> None:
    layout = read_reference(own_file(body=False), STANDARD.layout).layout
    edges = (layout.top, layout.bottom, layout.left, layout.right)
    assert edges == pytest.approx((30, 25, 25, 20), abs=0.05)
    assert layout.pitch == 26
    assert layout.spacing == STANDARD.layout.spacing


def test_the_style_of_the_body_goes_before_the_grid() -> None:
    layout = read_reference(own_file(), STANDARD.layout).layout
    assert (layout.pitch, layout.size, layout.spacing) == (26, 15, 0)


def test_a_style_of_that_name_looks_as_there_and_others_are_the_standards() -> None:
    parts = made(own_file())
    body, title, heading = (style(parts, name) for name in ("公文正文", "公文标题", "heading 1"))
    assert value(body, "rPr/sz") == "30"
    assert value(body, "pPr/spacing", "line") == "520"
    assert value(body, "rPr/rFonts", "eastAsia") == "楷体"
    assert value(body, "basedOn") is None
    assert value(heading, "rPr/color") == "1F4E79"
    assert value(heading, "pPr/jc") == "center"
    assert value(heading, "pPr/outlineLvl") == "0"
    assert value(title, "rPr/sz") == "44"
    normal = style(parts, "Normal")  # not taken, but set on the lines that are
    assert (value(normal, "pPr/spacing", "line"), value(normal, "pPr/jc")) == ("520", "both")


def test_no_theme_is_needed() -> None:
    assert not re.search(
        "Theme|theme[A-Z]", made(own_file())["word/styles.xml"].partition("<w:style ")[2]
    )


def test_header_and_footer_stand_on_odd_and_even_pages() -> None:
    parts = made(own_file(), landscape=True)
    written = [text for name, text in parts.items() if re.match(r"word/(header|footer)\d", name)]
    assert sum("清河县内部材料" in text for text in written) == 1
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", parts["word/document.xml"], re.S)
    assert len(sections) == 3
    for section in sections:
        found = re.findall(r'<w:(\w+)Reference[^>]*w:type="(\w+)"', section)
        assert sorted(found) == [
            ("footer", "default"),
            ("footer", "even"),
            ("header", "default"),
            ("header", "even"),
        ]


def test_a_header_without_a_footer_leaves_page_numbers_to_the_standard() -> None:
    parts = made(own_file(head=False))
    footers = [text for name, text in parts.items() if name.startswith("word/footer")]
    assert any("PAGE" in text for text in footers)


def test_page_1_of_a_letter_keeps_its_rules() -> None:
    look = Look(format=FORMATS["信函"])
    parts = made(own_file(), look)
    section = re.findall(r"<w:sectPr.*?</w:sectPr>", parts["word/document.xml"], re.S)[0]
    assert section.count('w:type="first"') == 1
    assert section.count("<w:titlePg/>") == 1


def test_the_same_files_give_the_same_bytes() -> None:
    assert made(own_file()) == made(own_file())


def _with_margin(twips: int) -> bytes:
    archive = open_archive(own_file())
    xml = archive.parts[archive.main].decode()
    changed = re.sub(r'w:left="\d+"', f'w:left="{twips}"', xml)
    return with_parts(archive, {archive.main: changed.encode()})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空文件"),
        (b"not a file", "不是 .docx 文件"),
        (own_file()[:3000], "损坏"),
        (_with_margin(10000), "页边距太大"),
    ],
)
def test_what_cannot_be_a_pattern_is_one_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_reference(data, STANDARD.layout, NAME)
    (problem,) = caught.value.problems
    assert words in problem.message
    assert problem.file == NAME
