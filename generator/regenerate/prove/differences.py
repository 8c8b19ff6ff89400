"""Differences that the audit finds and no remark explains: a line in the file for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.model.replacing import replace
from generator.regenerate.decide.matters import Matter, short, worded
from generator.regenerate.prove.audit import Audit, AuditedFigure
from generator.regenerate.prove.expected import Expected


def unexplained(
    audit: Audit,
    matters: Sequence[Matter],
    lines: Sequence[Expected],
    settled: Collection[str],
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Matter, ...]:
    """A matter for each figure that differs, unless one is about it, or one at its paragraph is
    about no figure by itself.

    ``lines`` are the paragraphs as they will be; ``settled`` are lines that people have dealt with,
    in those of earlier versions a figure has its key. ``names`` is what figures are called, by key.
    """
    keys = {matter.key for matter in matters if matter.key}
    paras = {matter.para for matter in matters if not matter.key}
    found: list[Matter] = []
    for figure in audit.of("differs"):
        para = next(_paragraphs(figure, lines), None)
        by_key = Matter(para or 0, "audit", _message(figure), figure.key)
        matter = replace(by_key, text=worded(by_key.text, names))
        done = {matter.line, by_key.line, settlement(figure.key, figure.wanted)}
        dealt_with = done & set(settled)
        if para is None or figure.key in keys or para in paras or dealt_with:
            continue
        found.append(matter)
    return tuple(dict.fromkeys(found))


def settlement(key: str, wanted: str) -> str:
    """How it is kept that people left a figure as it is though the data say ``wanted``."""
    return f"{key}={wanted}"


def _paragraphs(figure: AuditedFigure, lines: Sequence[Expected]) -> Iterator[int]:
    """The paragraphs of the file as handed in that hold what was compared."""
    for line in lines:
        if figure.near and line.para is not None and _is(figure.near, line.text):
            yield line.para


def _is(near: str, text: str) -> bool:
    return near == text or (len(text) > 3 and near.startswith(text))


def _message(figure: AuditedFigure) -> str:
    return (
        f"这里是“{short(figure.seen)}”，数据是“{short(figure.wanted)}”（{figure.key}）；"
        "请定用哪个，用文中的就补进数据"
    )
