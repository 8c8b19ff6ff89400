"""Tracked changes accepted and rejected: ours, those of others, one inside the other."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.author import AUTHOR_NAME
from generator.word.revise.resolver import resolve
from generator.word.wordml import T, qn

_CASES = {
    "insertion": ('<w:ins w:id="1" w:author="拟稿"><w:r><w:t>甲</w:t></w:r></w:ins>', "甲", ""),
    "deletion": (
        '<w:del w:id="1" w:author="拟稿"><w:r><w:delText>甲</w:delText></w:r></w:del>',
        "",
        "甲",
    ),
    "ours inside another's": (
        '<w:ins w:id="1" w:author="张三"><w:del w:id="2" w:author="拟稿"><w:r><w:delText>甲</w:delText>'
        "</w:r></w:del></w:ins>",
        "",
        "甲",
    ),
    "another's": ('<w:ins w:id="1" w:author="张三"><w:r><w:t>甲</w:t></w:r></w:ins>', "甲", "甲"),
}


@pytest.mark.parametrize("name", _CASES)
def test_resolver(name: str) -> None:
    xml, accepted, rejected = _CASES[name]
    root = etree.fromstring(
        f'<w:document xmlns:w="{qn("x")[1:-2]}"><w:body><w:p>{xml}</w:p></w:body></w:document>'
    )
    for accept, wanted in ((True, accepted), (False, rejected)):
        resolved = resolve(root, accept=accept, author=AUTHOR_NAME)
        assert "".join(node.text or "" for node in resolved.iter(T)) == wanted


_LINKS = {
    "all of it": ("{ours}", 0),
    "all of it, a mark": ('<w:bookmarkStart w:id="7" w:name="a"/>{ours}', 0),
    "a part of it": ("{ours}<w:r><w:t>乙</w:t></w:r>", 1),
    "another's change is in it": (
        '{ours}<w:ins w:id="8" w:author="张三"><w:r><w:t>乙</w:t></w:r></w:ins>',
        1,
    ),
    "nothing of ours": ("", 1),
}


@pytest.mark.parametrize("name", _LINKS)
def test_a_link_goes_with_all_of_its_words(name: str) -> None:
    inside, wanted = _LINKS[name]
    content = inside.format(ours=_CASES["insertion"][0])
    root = etree.fromstring(
        f'<w:document xmlns:w="{qn("x")[1:-2]}"><w:body><w:p><w:hyperlink w:anchor="x">{content}'
        "</w:hyperlink></w:p></w:body></w:document>"
    )
    rejected = resolve(root, accept=False, author=AUTHOR_NAME)
    assert len(list(rejected.iter(qn("hyperlink")))) == wanted
