"""What the wheel carries: every file of templates/ matches a pattern of package_data, or it would be dropped silently."""

from __future__ import annotations

import configparser
from fnmatch import fnmatch

from support.packages import ROOT


def test_every_template_file_ships() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    patterns = setup["options.package_data"]["generator.templates"].split()
    for path in (ROOT / "templates").rglob("*"):
        name = path.relative_to(ROOT / "templates").as_posix()
        if path.is_file() and "__pycache__" not in name and name != "__init__.py":
            assert any(
                fnmatch(name, pattern) and name.count("/") == pattern.count("/")
                for pattern in patterns
            ), name


def test_every_module_ships() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    packages = {
        path.parent.relative_to(ROOT).as_posix().replace("/", ".")
        for path in ROOT.glob("generator/**/*.py")
    }
    assert packages | {"generator.templates"} == set(setup["options"]["packages"].split())
