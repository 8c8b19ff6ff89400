"""Makes the folder that installs nigao without a network, and the one file of it that is handed on.

``.ci/bundle windows-x64|linux-x86_64 [TARGET] [--python FOLDER]``. Needs a network, Python 3.11 or newer and nothing else:
what it needs is installed into a folder that goes away. What stands in the folder is told in README's section on it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13")
"""The versions of CPython whose wheels the folder holds."""
SOURCE_ONLY = ("docopt",)
"""Packages that the index has as a source alone: they are built here, and must be pure Python."""
SAMPLE = "huining-2021"
SUMS = "SHA256SUMS.txt"
FAST = 1
"""How hard the archive is packed: nearly all of it are wheels, which are packed already."""


@dataclass(frozen=True)
class Platform:
    """A system that a folder is made for: its name for uv, and the tags of wheels that run on it."""

    name: str
    resolved_as: str
    tags: tuple[str, ...]

    @property
    def system(self) -> str:
        """The folder of scripts: windows or linux."""
        return self.name.partition("-")[0]


_GLIBC = tuple(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1))
_OLDER_NAMES = ("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64")
PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform("windows-x64", "x86_64-pc-windows-msvc", ("win_amd64",)),
        # glibc 2.28 is that of Debian 10, on which UOS 20 stands.
        Platform("linux-x86_64", "x86_64-manylinux_2_28", _GLIBC + _OLDER_NAMES),
    )
}


@dataclass(frozen=True)
class Tools:
    """pip, uv, build and markdown-it-py in a virtual environment of their own."""

    python: Path
    uv: Path


def main() -> None:
    """Read the command line, make the folder and pack it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platform", choices=sorted(PLATFORMS))
    parser.add_argument("target", nargs="?", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", type=Path, help="a CPython to put into the folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = bundle(PLATFORMS[given.platform], given.target, given.python, Path(work))
    print(folder)
    print(packed(folder))


def bundle(platform: Platform, target: Path, python: Path | None, work: Path) -> Path:
    """The folder nigao-offline-PLATFORM in ``target``, made anew; ``work`` is a scratch folder."""
    folder = target / f"nigao-offline-{platform.name}"
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    tools = installed_tools(work / "tools")
    own = built_wheel(tools, wheels)
    for version in VERSIONS:
        pins = resolved(tools, platform, version, own)
        names = downloaded(tools, platform, version, pins, wheels, work / version)
        prove_complete(tools, platform, version, own, pins)
        write_list(wheels, version, [own.name, *names])
    write_scripts(platform, folder)
    write_guide(tools, folder / "说明")
    write_sample(folder / "样例")
    if python is not None:
        shutil.copytree(python, folder / "python", symlinks=True)
    write_sums(folder)
    return folder


def installed_tools(folder: Path) -> Tools:
    """A virtual environment with pip, uv, build and what the pages are made with."""
    run(sys.executable, "-m", "venv", folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    run(python, "-m", "pip", "install", "-q", "uv", "build", "markdown-it-py")
    return Tools(python, programs / "uv")


def built_wheel(tools: Tools, wheels: Path) -> Path:
    """The wheel of nigao; its templates are compiled to Python text, the same for each version, beside which lies the
    bytecode of the version that built it."""
    # What an earlier build left there would be packed, too.
    shutil.rmtree(ROOT / "build", ignore_errors=True)
    run(tools.python, "-m", "build", "--wheel", "--outdir", wheels, ROOT)
    (wheel,) = wheels.glob("nigao-*-py3-none-any.whl")
    return wheel


def prove_complete(
    tools: Tools, platform: Platform, version: str, own: Path, pins: list[str]
) -> None:
    """Resolve again from the wheels alone; exits unless the same versions come out."""
    alone = ("--no-index", "--find-links", str(own.parent), "--only-binary", ":all:")
    found = resolved(tools, platform, version, own, *alone)
    if found != pins:
        sys.exit(f"{platform.name}, Python {version}: wheels/ gives {found}, wanted {pins}")


def resolved(tools: Tools, platform: Platform, version: str, own: Path, *options: str) -> list[str]:
    """What nigao[workbench] needs on that platform beside nigao: name==version, one a package."""
    command: list[str | Path] = [tools.uv, "pip", "compile", "-q", "--no-header", "--no-annotate"]
    command += ["--python-platform", platform.resolved_as, "--python-version", version]
    command += ["--no-emit-package", "nigao", *options, "-"]
    text = f"nigao[workbench] @ {own.resolve().as_uri()}\n"
    return run(*command, text=text).splitlines()


def downloaded(
    tools: Tools, platform: Platform, version: str, pins: list[str], wheels: Path, work: Path
) -> list[str]:
    """The file names of the wheels of ``pins``, which then stand in ``wheels``."""
    work.mkdir()
    sources = [pin for pin in pins if pin.partition("==")[0] in SOURCE_ONLY]
    for pin in sources:
        run(tools.python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", work, pin)
    impure = [path.name for path in work.iterdir() if not path.name.endswith("-none-any.whl")]
    if impure:
        sys.exit(f"built here and not pure Python: {impure}")
    command: list[str | Path] = [tools.python, "-m", "pip", "download", "-q", "--no-deps"]
    command += ["--only-binary=:all:", "--implementation", "cp", "--python-version", version]
    for tag in platform.tags:
        command += ["--platform", tag]
    run(*command, "-d", work, *[pin for pin in pins if pin not in sources])
    for path in work.iterdir():
        shutil.copyfile(path, wheels / path.name)
    return sorted(path.name for path in work.iterdir())


def write_list(wheels: Path, version: str, names: list[str]) -> None:
    """The wheels of one version of Python, which tools/install.py unpacks: one a line."""
    text = "".join(f"{name}\n" for name in names)
    (wheels / f"cp{version.replace('.', '')}.txt").write_text(text, encoding="utf-8")


def write_scripts(platform: Platform, folder: Path) -> None:
    """The scripts and texts of offline/both and of the platform, as its programs read them."""
    for source in (ROOT / "offline" / "both", ROOT / "offline" / platform.system):
        for path in sorted(source.rglob("*.*")):
            if "__pycache__" in path.parts:
                continue
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(as_read_there(platform, path))
            target.chmod(0o755 if path.suffix == ".sh" else 0o644)


def as_read_there(platform: Platform, path: Path) -> bytes:
    """The bytes of a script. On Windows lines end with CR LF, what Notepad opens has a mark.

    What cmd prints there is in GBK, the code page that a Chinese console has and has the faces for.
    """
    text = path.read_text("utf-8")
    if platform.system != "windows":
        return text.encode()
    encoding = {"先读我.txt": "utf-8-sig", "no-python.txt": "gbk"}.get(path.name, "utf-8")
    return text.replace("\n", "\r\n").encode(encoding)


def write_guide(tools: Tools, folder: Path) -> None:
    """The clerk's pages as a browser shows them, with their pictures."""
    run(tools.python, ROOT / "offline" / "pages.py", folder)


def write_sample(folder: Path) -> None:
    """A package to look at, without what was drafted of it here."""
    shutil.copytree(
        ROOT / "data" / SAMPLE, folder / SAMPLE, ignore=shutil.ignore_patterns(".nigao")
    )
    shutil.copyfile(ROOT / "data" / "names.csv", folder / "names.csv")


def write_sums(folder: Path) -> None:
    """SHA256SUMS.txt: each file of the folder, in the form that ``sha256sum -c`` reads."""
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != SUMS:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def packed(folder: Path) -> Path:
    """The folder as one file beside it: .zip for Windows, .tar.gz for Linux."""
    if "windows" in folder.name:
        return zipped(folder, folder.parent / f"{folder.name}.zip")
    return tarred(folder, folder.parent / f"{folder.name}.tar.gz")


def zipped(folder: Path, target: Path) -> Path:
    """A .zip; zipfile flags names that are not ASCII as UTF-8, which Windows 8 and newer read."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))
    return target


def tarred(folder: Path, target: Path) -> Path:
    """A .tar.gz that belongs to nobody."""
    with tarfile.open(target, "w:gz", compresslevel=FAST) as archive:
        archive.add(folder, folder.name, filter=_of_nobody)
    return target


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def run(*command: str | Path, text: str = "") -> str:
    """What a program prints; exits with what it complained of where it fails."""
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
