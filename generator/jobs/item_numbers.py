"""Which items of which workbooks a person takes: ``2-18`` is the 18th item of the workbook of the
second department."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.model.errors import InputError, Problem, excerpt
from generator.model.regex import regex
from generator.package.intake.characters import narrow

LOOK_FIRST = "请先不写 --decide 看一遍，照每行左边的序号写"
_NUMBER = regex(r"(?:([0-9]{1,4})-)?([0-9]{1,6})")


def taken_numbers(said: Iterable[str], indices: Sequence[int]) -> Mapping[int, Collection[int]]:
    """The numbers that were said, by the index of their department, each of ``indices`` with its
    own; one without a index is of the one workbook that is there.

    Raises InputError where a number says nothing, or may be of several workbooks.
    """
    taken: dict[int, set[int]] = {index: set() for index in indices}
    for text in said:
        index, number = _index_and_number(text, indices)
        if index not in taken:
            message = f"--decide {excerpt(text)}：没有给这个部门的表"
            raise InputError(Problem(message, LOOK_FIRST, unreadable=True))
        taken[index].add(number)
    return taken


def _index_and_number(text: str, indices: Sequence[int]) -> tuple[int, int]:
    match = _NUMBER.fullmatch(narrow(text).strip())
    if match is None:
        message = f"--decide {excerpt(text)}：不是序号"
        raise InputError(Problem(message, LOOK_FIRST, unreadable=True))
    if match[1]:
        return int(match[1]), int(match[2])
    if len(indices) != 1:
        message = f"--decide {match[2]}：给了 {len(indices)} 份表，不知道是哪一份的"
        raise InputError(Problem(message, LOOK_FIRST, unreadable=True))
    return indices[0], int(match[2])
