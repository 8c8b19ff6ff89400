"""What stands in a paragraph or a box itself is read once, however deep boxes stand in boxes."""

from __future__ import annotations

from support.wordfiles import package, paragraph, run

from generator.model.view import Aside
from generator.word.reader import WordFile, read
from generator.word.reader.outside import outside
from generator.word.revise.unfinished import passages
from generator.word.wordml import TEXT_BOX, P, T

DEEP = 6


def box(content: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></w:r>"


def nested() -> WordFile:
    """A paragraph with a box, in that one with a box, and so on; words before and behind each."""
    content = run("最里面")
    for depth in range(DEEP):
        content = run(f"前{depth}") + box(paragraph(content)) + run(f"后{depth}")
    return read(package(paragraph(content)))


WORDS = [*(f"前{depth}后{depth}" for depth in reversed(range(DEEP))), "最里面"]


def test_each_text_belongs_to_the_innermost_paragraph() -> None:
    paragraphs = list(nested().root.iter(P))
    texts = [[node.text for node in outside(P, element, T)] for element in paragraphs]
    assert ["".join(filter(None, parts)) for parts in texts] == WORDS


def test_each_paragraph_is_looked_at_with_its_own_words() -> None:
    assert [passage.text for passage in passages(nested().archive)] == WORDS


def test_each_box_says_its_own_words() -> None:
    assert nested().view.asides == tuple(Aside(0, "文本框", words) for words in WORDS[1:])


def test_a_box_with_several_paragraphs_says_them_line_by_line() -> None:
    inner = box(paragraph(run("里")))
    content = box(paragraph(run("一") + inner) + paragraph(run("二")))
    told = [aside.text for aside in read(package(paragraph(content))).view.asides]
    assert told == ["一\n二", "里"]


def test_the_boxes_inside_a_box_are_not_gone_through_again() -> None:
    """Each step of the walk is a node of the box itself or a box that is passed over."""
    boxes = list(nested().root.iter(TEXT_BOX))
    assert [len(list(outside(TEXT_BOX, item, P))) for item in boxes] == [1] * DEEP
