"""What became of one package of a batch: a line of the manifest."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Outcome(Enum):
    """How making a package ended, as the manifest says it."""

    WRITTEN = "已写出"
    REVISED = "已更新改稿"
    SAME = "没有变化"
    FOREIGN = "不是数据包"
    FAILED = "没有做成"


class BatchEntry(Struct, frozen=True):
    """One package of a batch: what was made of it, from what, and what a person should know.

    ``package`` and ``file`` are paths in the folder of the packages and in that of the output, with
    slashes; ``file`` is "" where nothing was written. ``errors``, ``warnings``, ``infos`` count the
    findings of the check, ``gaps`` the places with 【待补】 and, in a file that people changed,
    ``asked`` the places where a person must decide. ``seconds`` is wall time. ``made_of`` and
    ``content`` are hashes of all that the file is made of and of the file, "" where there is none.
    """

    package: str
    outcome: Outcome
    file: str = ""
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    gaps: int = 0
    asked: int = 0
    seconds: float = 0.0
    made_of: str = ""
    content: str = ""
    message: str = ""

    @property
    def failed(self) -> bool:
        """Whether a person must mend the package or run it again."""
        return self.outcome is Outcome.FAILED

    @property
    def needs_person(self) -> bool:
        """Whether it failed or the check found more than what is for information."""
        return self.failed or bool(self.errors or self.warnings)
