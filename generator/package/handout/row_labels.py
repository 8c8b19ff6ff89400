"""Whether a row that came back still says what its mark says: rows may be sorted without it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model import files
from generator.model.errors import excerpt
from generator.package.bring.targets import CellTarget, Targets
from generator.package.handout.answers import AnsweredCell, AnsweredText, Answers
from generator.package.handout.owed import HandedItem


class RowLabels:
    """The labels of one workbook against those that were handed out and those of the package now;
    blanks, widths and line breaks do not count."""

    def __init__(self, answers: Answers, targets: Targets) -> None:
        self._handed = answers.handed
        labels = [_plain(cell.label or "") for cell in answers.cells]
        self._often = {label for label, times in Counter(labels).items() if times > 1}
        said = {(text.name, text.text.strip()) for text in answers.texts}
        self._texts = Counter(name for name, _ in said)
        self._is_sorted = _are_moved(answers.cells, self._handed, targets)

    def doubts(self, cell: AnsweredCell, target: CellTarget) -> Iterator[str]:
        """Why a number may be that of another row, or of one that is called otherwise now."""
        if cell.label is None:
            return
        if not _is_its_own(cell, target, self._handed):
            yield _other_label(cell.label, target.label)
        elif self._is_sorted and _plain(cell.label) in self._often:
            yield f"{_SORTED}，叫“{excerpt(cell.label)}”的又不止一行，没有写；{_TODO}"

        handed = self._handed.get(cell.ident)
        if handed is not None and not _is_called_alike(_plain(handed.label), target):
            was, now = excerpt(handed.label.lstrip("*")), excerpt(target.label)
            yield f"发出去时这一项叫“{was}”，数据包里现在叫“{now}”，没有写；请核对是不是一回事"

    def doubts_of_text(self, text: AnsweredText) -> Iterator[str]:
        """Why a text may be that of another row, or not the one that counts."""
        handed = self._handed.get(files.text_file(text.name))
        if handed is not None and _plain(text.label) != _plain(handed.label):
            yield _other_label(text.label, handed.label)
        if self._texts[text.name] > 1:
            yield "这份文字在表里有不止一行，写的不一样，没有写；请部门只留一行再报"


_SORTED = "这张表像是排过序、错了行"
_TODO = "请部门用发出去的表核对，每一行写在原来的地方再报"


def _other_label(label: str, own: str) -> str:
    written = f"这一行写的是“{excerpt(label)}”" if label else "这一行没有写是哪一项"
    return f"{written}，标识却是“{excerpt(own)}”的，像是排过序、错了行，没有写；{_TODO}"


def _are_moved(
    cells: Sequence[AnsweredCell], handed: Mapping[str, HandedItem], targets: Targets
) -> bool:
    """Whether a row bears the mark of another one."""
    known = ((cell, targets.of(cell.ident)) for cell in cells if cell.label is not None)
    return any(target and not _is_its_own(cell, target, handed) for cell, target in known)


def _is_its_own(cell: AnsweredCell, target: CellTarget, handed: Mapping[str, HandedItem]) -> bool:
    own = _own_labels(target)
    if cell.ident in handed:
        own.add(_plain(handed[cell.ident].label))
    return _plain(cell.label or "") in own


def _is_called_alike(label: str, target: CellTarget) -> bool:
    """Whether a cell is called so now, or one of the two says more: 培训班 and 培训."""
    return any(own and (own in label or label in own) for own in _own_labels(target))


def _own_labels(target: CellTarget) -> set[str]:
    """What a handout may call the row of a cell now."""
    return {_plain(target.label), _plain(f"{target.above}：{target.label}")}


def _plain(label: str) -> str:
    """A label without blanks, in one width, without the star of what must be filled in."""
    return "".join(unicodedata.normalize("NFKC", label).split()).lstrip("*")
