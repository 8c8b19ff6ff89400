"""A part that holds text without what nobody sees: permissions, controls and the data behind them,
links and fields that name people or paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.word.revise.clean_fields import unlink_fields
from generator.word.revise.clean_objects import clean_objects
from generator.word.revise.clean_targets import clean_targets
from generator.word.revise.comments import remove_all_anchors
from generator.word.revise.runs import take_out_gap_style
from generator.word.revise.tree import take_out, unwrap
from generator.word.wordml import SDT, Element, is_contents, local_name, qn

_MARKERS = (
    "permStart",
    "permEnd",
    "proofErr",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "lastRenderedPageBreak",
)
_UNWRAPPED = ("smartTag", "customXml")


def clean_text(root: Element, is_ours: Callable[[str], bool], links: Iterable[str] = ()) -> None:
    """Clean a part in place; ``links`` are the ids of relations that lead out of the file."""
    remove_all_anchors(root)
    take_out_gap_style(root)
    _take_out_all(root, _MARKERS)
    for name in _UNWRAPPED:
        for item in list(root.iter(qn(name))):
            unwrap(item)
    _without_links(root, set(links))
    _without_controls(root)
    clean_targets(root, is_ours)
    unlink_fields(root)
    clean_objects(root)


def _take_out_all(root: Element, names: Iterable[str]) -> None:
    for item in list(root.iter(*map(qn, names))):
        take_out(item)


def _without_links(root: Element, links: set[str]) -> None:
    """The words of a link that leads out of the file stay, where it leads goes."""
    for item in list(root.iter(qn("hyperlink"))):
        ids = {value for name, value in item.items() if str(name).endswith("}id")}
        if ids & links:
            unwrap(item)
    for item in list(root.iter()):
        if local_name(item) in ("hlinkClick", "hlinkHover"):
            take_out(item)


def _without_controls(root: Element) -> None:
    """What stands in a control stays; its title, its choices and what it is bound to go."""
    for control in list(root.iter(SDT)):
        if is_contents(control):
            _plain_contents(control)
            continue
        content = control.find(qn("sdtContent"))
        unwrap(control)
        if content is not None:
            unwrap(content)


def _plain_contents(control: Element) -> None:
    """目录 stays a control, without a title of its own."""
    properties = control.find(qn("sdtPr"))
    for item in list(properties) if properties is not None else ():
        if local_name(item) != "docPartObj":
            take_out(item)
