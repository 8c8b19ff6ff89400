"""What keeps a file from being issued, as a person counts and reads it."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.archive import Archive
from generator.word.reader.looks import Looks
from generator.word.revise.unfinished import (
    LookedAt,
    UnreadText,
    authors_of_changes,
    unread_text,
)
from generator.word.wordml import W

GONE = '<w:del w:author="{who}"><w:r><w:delText>1560</w:delText></w:r></w:del>'
CAME = '<w:ins w:author="{who}"><w:r><w:t>1660</w:t></w:r></w:ins>'
MARK = '<w:bookmarkEnd w:id="1"/>'
KEPT = "<w:r><w:t>人</w:t></w:r>"
A, B = "张三", "李四"


def looked_at(inner: str) -> LookedAt:
    return LookedAt(etree.fromstring(f'<w:p xmlns:w="{W}">{inner}</w:p>'), "", "")


@pytest.mark.parametrize(
    ("inner", "authors", "accepted"),
    [
        (GONE.format(who=A) + CAME.format(who=A) + KEPT, [A], "1660人"),
        (GONE.format(who=A) + MARK + CAME.format(who=A) + KEPT, [A], "1660人"),
        (GONE.format(who=A) + CAME.format(who=B) + KEPT, [A, B], "1660人"),
        (GONE.format(who=A) + KEPT + CAME.format(who=A), [A, A], "人1660"),
        (KEPT + GONE.format(who=A), [A], "人"),
        (CAME.format(who=A) + KEPT, [A], "1660人"),
        (f'<w:moveFrom w:author="{A}">{KEPT}</w:moveFrom>', [A], ""),
    ],
)
def test_words_that_come_in_the_stead_of_others_are_one_change(
    inner: str, authors: list[str], accepted: str
) -> None:
    passage = looked_at(inner)
    assert authors_of_changes(passage) == authors
    assert passage.accepted == accepted


def test_what_stands_in_a_box_is_told_of_the_paragraph_inside_alone() -> None:
    inner = f"<w:p>{GONE.format(who=A)}{CAME.format(who=A)}</w:p>"
    outer = looked_at(KEPT + f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    assert authors_of_changes(outer) == [] and outer.accepted == "人"


@pytest.mark.parametrize(
    ("look", "told"),
    [("vanish", UnreadText("旧框", "")), ("strike", UnreadText("", "旧"))],
)
def test_a_box_is_hidden_with_the_run_around_it_but_not_crossed_out(
    look: str, told: UnreadText
) -> None:
    inner = "<w:p><w:r><w:t>框</w:t></w:r></w:p>"
    passage = looked_at(
        f"<w:r><w:rPr><w:{look} w:val='1'/></w:rPr><w:t>旧</w:t>"
        f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    )
    assert unread_text(Looks(Archive({})), passage) == told
