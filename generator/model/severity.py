"""How grave it is that a rule finds something."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is, the gravest first; the value is the word in JSON."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """The word that a clerk reads: 错误, 提醒, 供参考."""
        return _LABELS[self]

    @classmethod
    def labelled(cls, label: str) -> Severity:
        """The severity of that label. Raises ValueError where there is none."""
        for severity in cls:
            if severity.label == label:
                return severity
        raise ValueError(label)


_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "供参考"}
