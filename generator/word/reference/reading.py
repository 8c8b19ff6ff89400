"""What of an office's own Word file a new one takes over."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.errors import InputError, Problem
from generator.model.replacing import replace
from generator.standard.gbt9704 import MM, Layout
from generator.word.archive import Archive, open_archive
from generator.word.reference.flat_styles import flat_styles, style_titles
from generator.word.reference.furniture import furniture_of
from generator.word.reference_values import Reference, StyleLook
from generator.word.wordml import Element, is_on, qn

BODY_STYLE = "公文正文"
"""The style whose line and characters the grid of a new file follows."""
_NARROWEST, _LOWEST = 60.0, 100.0
"""The least type area in mm that text and tables can be set in."""
_AUTO = 1.3
"""A single line of a Chinese font, as a share of its size."""


def read_reference(data: bytes, base: Layout, name: str = "") -> Reference:
    """What of the Word file ``data`` is taken over; ``base`` is the layout for what it lacks,
    ``name`` what messages call it.

    Raises InputError where it is no Word file, is damaged, or its pages hold no text.
    """
    archive = open_archive(data, name)
    root = archive.tree(archive.main)
    section = None if root is None else next(root.iter(qn("sectPr")), None)
    styles, names = _styles(archive)
    if section is None:
        return Reference(styles, _with_body(base, styles))
    settings = _tree(archive, "settings")
    return Reference(
        styles,
        _with_body(_with_pages(base, section, name), styles),
        furniture_of(archive, section),
        names,
        settings is not None and _is_on(settings, "evenAndOddHeaders"),
        _is_on(section, "titlePg"),
    )


def _styles(archive: Archive) -> tuple[dict[str, StyleLook], dict[str, str]]:
    root = _tree(archive, "styles")
    if root is None:
        return {}, {}
    return flat_styles(root, _tree(archive, "theme")), style_titles(root)


def _tree(archive: Archive, relation: str) -> Element | None:
    part = archive.related(relation)
    return archive.tree(part) if part else None


def _is_on(parent: Element, switch: str) -> bool:
    found = parent.find(qn(switch))
    return found is not None and is_on(found)


def _with_pages(base: Layout, section: Element, name: str) -> Layout:
    """The layout with the sheet, the margins and the grid of a section."""
    size, margins = section.find(qn("pgSz")), section.find(qn("pgMar"))
    if size is None or margins is None:
        return base
    width, height = _mm(size, "w", base.page_width), _mm(size, "h", base.page_height)
    if width > height:
        raise _refused(name, "第一节是横排的页面", "请把第一节改成竖排")
    left = _mm(margins, "left", base.left) + _mm(margins, "gutter", 0)
    bottom = _mm(margins, "bottom", base.bottom)
    layout = replace(
        _with_grid(base, section),
        name="reference",
        page_width=width,
        page_height=height,
        top=_mm(margins, "top", base.top),
        bottom=bottom,
        left=left,
        right=_mm(margins, "right", base.right),
        header=_mm(margins, "header", base.header),
        footer=_mm(margins, "footer", 0) or None,
        area_bottom=height - bottom,
    )
    if layout.text_width < _NARROWEST or layout.text_height < _LOWEST:
        message = f"页边距太大，只剩 {layout.text_width:.0f}×{layout.text_height:.0f} 毫米可以写字"
        raise _refused(name, message, "请改小页边距")
    return layout


def _refused(name: str, message: str, todo: str) -> InputError:
    return InputError(Problem(f"这个样板{message}", todo, name or None))


def _mm(element: Element, attribute: str, otherwise: float) -> float:
    """A length in mm; a margin that must not grow is written below zero."""
    value = _number(element, attribute)
    return otherwise if value is None else abs(value) / MM


def _number(element: Element, attribute: str) -> float | None:
    try:
        return float(element.get(qn(attribute), ""))
    except ValueError:
        return None


def _with_grid(base: Layout, section: Element) -> Layout:
    """The layout with the lines, and the room of characters, that the grid of a section asks
    for."""
    grid = section.find(qn("docGrid"))
    kind_of_grid = "" if grid is None else grid.get(qn("type"), "")
    if grid is None or kind_of_grid not in ("lines", "linesAndChars", "snapToChars"):
        return base
    pitch = _number(grid, "linePitch")
    layout = replace(base, pitch=pitch / 20) if pitch else base
    extra = _number(grid, "charSpace") if kind_of_grid != "lines" else None
    return layout if extra is None else replace(layout, spacing=extra / 4096)


def _with_body(layout: Layout, styles: Mapping[str, StyleLook]) -> Layout:
    """The layout with the lines and characters of the body's style where the file has one."""
    look = styles.get(BODY_STYLE)
    if look is None:
        return layout
    size = look.size or layout.size
    line, exact = look.line
    pitch = line if exact else line * size * _AUTO
    return replace(layout, pitch=pitch, spacing=look.spacing, size=size)
