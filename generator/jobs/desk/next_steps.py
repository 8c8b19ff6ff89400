"""What was left to do in a package when it was made: its README keeps the list."""

from __future__ import annotations

from pathlib import Path

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.wording import wording_at
from generator.model import files
from generator.model.errors import NigaoError
from generator.package.newyear import steps_in
from generator.package.textfiles import decoded

__all__ = ["next_steps"]


def next_steps(package: Path, templates: Path | None = None) -> tuple[str, ...]:
    """What was left to do when a package was made, in words of the screens; () where its README
    has no list.

    例：
        >>> from generator.jobs.new import new
        >>> made = new(Path("清河-2024"), Path("清河-2023"), 2024)
        >>> next_steps(Path("清河-2024"))[0], next_steps(Path("清河-2023"))
        ('设置 的发文字号还缺号数', ())
    """
    steps = steps_of(package)
    if not steps:
        return ()
    wording = wording_at(package, templates)
    return tuple(map(wording.step, steps))


def steps_of(package: Path) -> tuple[str, ...]:
    """The same as the README says it; () where that cannot be read."""
    try:
        data = Basis(package, None).data(files.README)
    except NigaoError:
        return ()
    text = decoded(data) if data else None
    return steps_in(text.text) if text else ()
