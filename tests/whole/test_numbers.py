"""Every number of the Word file is vouched for: counted here from the file's own XML, by other code than ``trace``."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.packages import ROOT, drafted

from generator.report.trace import numbers
from generator.word import writer as docx_writer

PACKAGES = [
    "huining-2021",
    "jingyuan-2021",
    "zhouqu-2022",
    "huining-2022",
    "mentougou-2021",
    "liuxi-2023-openness",
    "chengyuan-2023-performance",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = "一二三四五六七八九十百千万亿两"
MEASURE = "个名家项次期座处所对位条件类种户栋亩株台套批轮场篇份倍"


def count_in_text(text: str) -> int:
    """Runs of digits with at most one decimal part, and Chinese numerals that a classifier follows."""
    count, at = 0, 0
    while at < len(text):
        if "0" <= text[at] <= "9":
            while at < len(text) and "0" <= text[at] <= "9":
                at += 1
            if text[at : at + 1] == "." and "0" <= text[at + 1 : at + 2] <= "9":
                at += 1
                while at < len(text) and "0" <= text[at] <= "9":
                    at += 1
            count += 1
        elif text[at] in CHINESE:
            while at < len(text) and text[at] in CHINESE:
                at += 1
            count += text[at : at + 1] != "" and text[at] in MEASURE
        else:
            at += 1
    return count


def paragraphs(docx: bytes) -> list[str]:
    """The text of every paragraph of the body, fields aside."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return [
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in root.iter(f"{W}p")
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_the_four_kinds_add_up_to_the_numbers_in_the_file(package: str) -> None:
    made = drafted(package)
    docx = docx_writer.write(made.document)
    found = Counter(number.voucher for number in numbers(made.document, made.dataset.names))
    assert sum(found.values()) == sum(map(count_in_text, paragraphs(docx)))
    assert found["bound"] > 0
    assert found["literal"] == 0, [
        number
        for number in numbers(made.document, made.dataset.names)
        if number.voucher == "literal"
    ]


TEMPLATES = sorted(
    {
        *ROOT.glob("templates/*/*.j2"),
        *ROOT.glob("data/*/sections/*.j2"),
        *ROOT.glob("data/*/text/*.md"),
    }
)
NOT_PRINTED = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
FIXED_WORDS = "第一年|一道难题"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_and_texts_type_no_number(path: Path) -> None:
    printed = NOT_PRINTED.sub("", path.read_text(encoding="utf-8"))
    package = next((folder for folder in path.parents if (folder / "names.csv").exists()), None)
    names = (
        [line.split(",")[0] for line in (package / "names.csv").read_text("utf-8-sig").splitlines()]
        if package
        else []
    )
    for name in names:
        printed = printed.replace(name, "")
    assert count_in_text(re.sub("第[一二三四五六七八九十]+", "", printed)) == 0
