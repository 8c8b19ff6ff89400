"""Where report kinds are found: the folder of ``--templates``, the package, beside it, the user's
own folder, the program. A kind, and a word of terms.csv, of an earlier one hides that of a later.

A kind is asked for by its name alone; no name leads to a folder that is none of these.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

import click
from msgspec import Struct

from generator.model import files, limits
from generator.model.errors import InputError, Problem, excerpt, raise_all
from generator.model.files import templates_root
from generator.model.inputs import inside, is_folder, is_workbook, leading_out, resolved

KIND_FILE = "kind.yaml"
SHARED = "shared"
"""What the kinds of one home have in common."""
_NEAR = 0.5
_PROGRAM = "nigao"


class HomeOrigin(Enum):
    """Whose folder of report kinds it is, in the order in which they are asked."""

    GIVEN = "命令给的"
    PACKAGE = "数据包里"
    BESIDE = "数据包旁边"
    USER = "用户的"
    PROGRAM = "程序自带"


class KindHome(Struct, frozen=True):
    """A folder of report kinds."""

    origin: HomeOrigin
    folder: Path

    @property
    def shared(self) -> Path:
        """What its kinds have in common."""
        return self.folder / SHARED

    def kinds(self) -> Iterator[Path]:
        """The folders of its kinds, by name."""
        for path in sorted(self.folder.glob(f"*/{KIND_FILE}")):
            if path.parent.name != SHARED:
                yield path.parent


def homes_of(package: Path, templates: Path | None) -> tuple[KindHome, ...]:
    """The homes that a package (or any file that is checked) asks, first wins; it need not be
    there yet. ``templates`` is the folder of ``--templates``, None for none.

    Raises InputError where that folder is none, or one in the package or beside it is a link that
    leads out.
    """
    near = [KindHome(HomeOrigin.BESIDE, package.parent / files.TEMPLATES)]
    if not is_workbook(package) and is_folder(package):
        near.insert(0, home_inside(package))
    raise_all(problem for home in near for problem in _leads_out(home))
    lasting = lasting_homes(templates)
    first = [home for home in lasting if home.origin is HomeOrigin.GIVEN]
    return tuple(_once((*first, *near, *lasting)))


def lasting_homes(templates: Path | None) -> tuple[KindHome, ...]:
    """Those of them that are the same for every package. Raises InputError as ``homes_of``."""
    homes = (
        KindHome(HomeOrigin.USER, user_folder()),
        KindHome(HomeOrigin.PROGRAM, templates_root()),
    )
    return homes if templates is None else (_given(templates), *homes)


def user_folder() -> Path:
    """The user's own folder of report kinds, where the system keeps what belongs to a program:
    %APPDATA%, ~/Library/Application Support or ~/.config, then nigao/templates."""
    return Path(click.get_app_dir(_PROGRAM)) / files.TEMPLATES


def home_inside(package: Path) -> KindHome:
    """The kinds that a package folder holds itself."""
    return KindHome(HomeOrigin.PACKAGE, package / files.TEMPLATES)


def home_at(folder: Path) -> tuple[KindHome, ...]:
    """That folder as the only home."""
    return (KindHome(HomeOrigin.GIVEN, folder),)


def kind_folder(homes: Sequence[KindHome], name: str) -> Path:
    """The folder of the kind ``name``: that of the first home which has one.

    Raises InputError where none has, or a file in it leads out of its home.
    """
    for home in homes:
        for folder in home.kinds():
            if folder.name == name:
                raise_all(_links_out(home, folder))
                return folder
    raise InputError(_no_such_kind(homes, name))


def all_kinds(homes: Sequence[KindHome]) -> list[Path]:
    """The folder of every kind, those that are hidden left out, by name."""
    found: dict[str, Path] = {}
    for home in homes:
        for folder in home.kinds():
            found.setdefault(folder.name, folder)
    return [found[name] for name in sorted(found)]


def _given(templates: Path) -> KindHome:
    if not is_folder(templates):
        message, todo = "没有这个文件夹", "--templates 要写放报告种类的文件夹"
        raise InputError(Problem(message, todo, str(templates)))
    return KindHome(HomeOrigin.GIVEN, templates)


def _once(homes: Sequence[KindHome]) -> Iterator[KindHome]:
    """The homes that are there, each folder once."""
    seen: set[Path] = set()
    for home in homes:
        real = resolved(home.folder)
        if real not in seen and home.folder.is_dir():
            yield home
        seen.add(real)


def _leads_out(home: KindHome) -> Iterator[Problem]:
    """A problem where a folder in the package or beside it is a link to somewhere else."""
    if not inside(home.folder.parent, home.folder):
        message, todo = "是链接，指到外面去了", "请把文件夹本身放在这里，或用 --templates"
        yield Problem(message, todo, str(home.folder), unreadable=True)


def _links_out(home: KindHome, folder: Path) -> Iterator[Problem]:
    """A problem for each file of a kind that leads out of the home, and where there are too
    many."""
    count = 0
    for root, inner, names in os.walk(folder):
        count += len(inner) + len(names)
        for path in leading_out(home.folder, (Path(root) / name for name in (*inner, *names))):
            message, todo = "是链接，指到报告种类外面去了", "请把文件本身放在这里"
            shown = path.relative_to(home.folder).as_posix()
            yield Problem(message, todo, shown, unreadable=True)
        if count > limits.TEMPLATE_FILES:
            message = f"报告种类里超过{limits.TEMPLATE_FILES}个文件，不读"
            yield Problem(message, "请把不属于报告种类的移走", folder.name, unreadable=True)
            return


def _no_such_kind(homes: Sequence[KindHome], name: str) -> Problem:
    there = [folder.name for folder in all_kinds(homes)]
    near = difflib.get_close_matches(name, there, 1, _NEAR)
    message = f"没有“{excerpt(name)}”这种报告"
    if near:
        message += f"，相近的是“{near[0]}”"
    return Problem(message, f"现有：{'、'.join(there) or '无'}", files.REPORT, column="kind")
