"""Page numbers: — 1 — below the 版心, odd at the right, even at the left (GB/T 9704-2012, 7.5)."""

from __future__ import annotations

from typing import Literal

from generator.docx_writer.style_names import FOOTER
from generator.docx_writer.xml import Element, paragraph, points, run, w
from generator.gbt9704 import PAGE_NUMBER_GAP, PAGE_NUMBER_INDENT, SI_HAO, TYPE_AREA_BOTTOM, Layout

PageNumber = Literal["standard", "center", "none"]

LINE = SI_HAO + 2
"""Height of the footer's line in pt."""


def footer_paragraph(even: bool, page_number: PageNumber) -> Element:
    """The paragraph of an odd or an even page's footer."""
    if page_number == "none":
        return paragraph(FOOTER)
    if page_number == "center":
        return paragraph(FOOTER, _number(), w("jc", val="center"))
    side = "left" if even else "right"
    indent = {f"{side}Chars": PAGE_NUMBER_INDENT * 100, side: points(PAGE_NUMBER_INDENT * SI_HAO)}
    return paragraph(FOOTER, _number(), w("ind", **indent), w("jc", val=side))


def _number() -> list[Element]:
    code = w("instrText")
    code.text = "PAGE"
    return [run("— "), _field(w("fldChar", fldCharType="begin")), _field(code),
            _field(w("fldChar", fldCharType="separate")), run("1"), _field(w("fldChar", fldCharType="end")),
            run(" —")]


def _field(content: Element) -> Element:
    return w("r", w("rPr", w("rFonts", hint="eastAsia")), content)


def footer_distance(layout: Layout, landscape: bool) -> float:
    """From the lower edge of the sheet to the footer in mm: the dash, half a line up, is 7 mm below the 版心."""
    below = layout.right if landscape else layout.page_height - TYPE_AREA_BOTTOM
    return below - PAGE_NUMBER_GAP - LINE / 2 * 25.4 / 72
