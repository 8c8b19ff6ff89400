"""What the wheel carries: every file of templates/ matches a pattern of package_data, or it would be dropped silently."""

from __future__ import annotations

import configparser
from fnmatch import fnmatch

import pytest
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


# The lowest version that works and has no known hole in what nigao uses.
SAFE = {"click": (8, 2), "jinja2": (3, 1, 6)}


@pytest.mark.parametrize("name", SAFE)
def test_the_lowest_version_is_a_safe_one(name: str) -> None:
    """click 8.1 fails on every wrong call; a template could leave the sandbox of jinja2 3.1.5."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    floors = dict(line.split(">=") for line in setup["options"]["install_requires"].split())
    assert tuple(map(int, floors[name].split("."))) >= SAFE[name]
