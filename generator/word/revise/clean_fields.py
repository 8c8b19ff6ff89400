"""Fields in a copy to issue: those stay that are counted or point inside the file; of others what
they show."""

from __future__ import annotations

from generator.word.revise.tree import take_out, unwrap
from generator.word.wordml import FIELD, Element, R, local_name, qn

_KEPT = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "TOC",
        "PAGEREF",
        "REF",
        "NOTEREF",
        "SEQ",
        "STYLEREF",
        "=",
        "EQ",
        "FORMULA",
    ]
)


def unlink_fields(root: Element) -> None:
    """Fields that name people, files or addresses become the text that they show; what programs
    keep behind a field goes."""
    for item in list(root.iter(qn("fldData"))):
        take_out(item)
    for item in list(root.iter(qn("fldSimple"))):
        if _name(item.get(qn("instr"), "")) not in _KEPT:
            unwrap(item)
    for field in _fields(root):
        if _name(field.instruction) not in _KEPT:
            field.take_out()


class _Field:
    """A field with its limits and the words of its instruction."""

    def __init__(self) -> None:
        self.parts: list[Element] = []
        self.instruction = ""
        self.shows = False

    def take_out(self) -> None:
        """Leave what the field shows."""
        for item in self.parts:
            run = item.getparent()
            take_out(item)
            if run is not None and run.tag == R and not _says_something(run):
                take_out(run)


def _fields(root: Element) -> list[_Field]:
    found: list[_Field] = []
    around: list[_Field] = []
    for item in root.iter(FIELD, qn("instrText")):
        limit = item.get(qn("fldCharType"))
        if limit == "begin":
            around.append(_Field())
            found.append(around[-1])
        if not around:
            continue
        field = around[-1]
        field.parts.append(item)
        if item.tag == qn("instrText") and not field.shows:
            field.instruction += item.text or ""
        if limit == "separate":
            field.shows = True
        elif limit == "end":
            around.pop()
    return found


def _name(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _says_something(run: Element) -> bool:
    return any(local_name(child) != "rPr" for child in run)
