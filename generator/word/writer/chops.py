"""签发人职务, 签名章 and 成文日期 (GB/T 9704-2012, 7.3.5.3)."""

from __future__ import annotations

from generator.model.document import ChopSignature
from generator.standard.gbt9704 import (
    CHOP_HEIGHT,
    CHOP_INDENT,
    CHOP_WIDTH,
    LINES_BELOW_CHOP,
    POST_GAP,
)
from generator.word.building import paragraph, points, run, w
from generator.word.wordml import Element
from generator.word.writer.context import Context
from generator.word.writer.inline import Scope
from generator.word.writer.metrics import pt
from generator.word.writer.style_ids import DATE, NORMAL, POST, SIGNER_NAME


def chop_signature(block: ChopSignature, scope: Scope, context: Context) -> list[Element]:
    """A line as high as a 签名章 for each who signs, and the date below the last.

    The post ends two 字 left of the chop, level with its middle; the chop, or the name in its
    place, ends four 字 from the right, and so does the date.
    """
    result = []
    for post, name in zip(block.posts, block.names, strict=True):
        end = context.text_width - context.characters(CHOP_INDENT) - points(pt(CHOP_WIDTH))
        stops = w(
            "tabs",
            w("tab", val="right", pos=end - context.characters(POST_GAP)),
            w("tab", val="center", pos=end + points(pt(CHOP_WIDTH) / 2)),
        )
        content = [run("\t"), *scope.runs(post)]
        content += [run("\t"), run(name, style=SIGNER_NAME)] if name else []
        result.append(paragraph(POST, content, stops, _height(context)))
    result += [paragraph(NORMAL, (), w("keepNext")) for _ in range(LINES_BELOW_CHOP)]
    right = context.characters(CHOP_INDENT)
    indent = w("ind", rightChars=CHOP_INDENT * 100, right=right)
    return [*result, paragraph(DATE, scope.runs(block.date), indent, w("jc", val="right"))]


def _height(context: Context) -> Element:
    """The line in the middle of the height of a chop."""
    around = points((pt(CHOP_HEIGHT) - context.layout.pitch) / 2)
    line = points(context.layout.pitch)
    return w("spacing", before=around, after=around, line=line, lineRule="exact")
