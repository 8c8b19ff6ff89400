"""What stands in a paragraph or a box itself, and not in the boxes inside it; what stands around.

Boxes stand inside boxes: who reads all that is below each of them reads the innermost again for
every box around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.word.wordml import Element


def outside(inner: str, root: Element, *tags: str) -> Iterator[Element]:
    """The elements with some tags in ``root``, except those below an ``inner`` that is below it."""
    if next(root.iterdescendants(inner), None) is None:
        yield from root.iter(*tags)
        return
    walk = etree.iterwalk(root, events=("start",))
    for _, node in walk:
        if node.tag == inner and node is not root:
            walk.skip_subtree()
        elif node.tag in tags:
            yield node


def with_all_around(elements: Iterable[Element]) -> set[Element]:
    """Some elements and all that they stand in."""
    result: set[Element] = set()
    for element in elements:
        result.add(element)
        for outer in element.iterancestors():
            if outer in result:
                break
            result.add(outer)
    return result
