"""An office's own Word file: margins, a grid, styles of known names, a header with a picture."""

from __future__ import annotations

import io

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from support.pictures import image


def own_file(*, body: bool = True, head: bool = True) -> bytes:
    """The file; with the style of the body or without, with header and footer or without."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(30), Mm(25)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "520")
    for former in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(former)
    section._sectPr.append(grid)
    if body:
        style = word.styles.add_style("公文正文", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.font.size = Pt(15)
        style.element.rPr.get_or_add_rFonts().set(qn("w:eastAsia"), "楷体")
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        style.paragraph_format.line_spacing = Pt(26)
        style.paragraph_format.first_line_indent = Pt(30)
    heading = word.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if head:
        header = section.header.paragraphs[0]
        header.text = "清河县内部材料"
        header.add_run().add_picture(io.BytesIO(image(120, 60)), width=Mm(12))
        section.footer.paragraphs[0].text = "清河县办公室印制"
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()
