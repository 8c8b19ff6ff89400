"""Installs nigao into the folder that it comes in: no network, no rights, no home folder, no pip.

A wheel is a zip that is unpacked as it is, but for its folder ``.data``. Unpacking needs neither pip nor the module venv,
which Debian's and the embeddable Python lack. The new one takes the place of an old one once it has run.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path, PurePosixPath

FOLDER = Path(__file__).resolve().parent.parent
VERSION = "cp{}{}".format(*sys.version_info)
SITE = FOLDER / f"site-{VERSION}"
OLD = FOLDER / f"{SITE.name}-old"
NEW = FOLDER / f"{SITE.name}-new"
SAMPLES = FOLDER / "样例"
REPORTS = FOLDER / "报告"
TRIES = 20
SECONDS_BETWEEN = 0.5
LONGEST_PATH = 259
"""Of Windows, where nobody allowed longer ones."""


class NotInstalledError(Exception):
    """Why nothing was installed, in one line for the clerk."""


def main() -> int:
    """Install and say so; 1 where it could not be done, and what stood there before still does."""
    try:
        install()
    except (NotInstalledError, OSError) as reason:
        print(f"没有装上：{told(reason) if isinstance(reason, OSError) else reason}")
        return 1
    print("装好了。双击“启动”，就在浏览器里打开；报告都放在“报告”文件夹里。")
    return 0


def install() -> None:
    """Check the wheels, unpack them, try them, put them in the place of the old ones."""
    print("正在安装，大约要一分钟……", flush=True)
    wheels = checked_wheels()
    remove(NEW)
    for wheel in wheels:
        unpack(wheel, NEW)
    put_in_place()
    try_out()
    shutil.rmtree(OLD, ignore_errors=True)
    if not REPORTS.exists():
        shutil.copytree(SAMPLES, REPORTS)
    if sys.platform == "linux":
        write_launcher()


def checked_wheels() -> list[Path]:
    """The wheels for this Python; refused where one is missing or is not as it was handed out."""
    listed = FOLDER / "wheels" / f"{VERSION}.txt"
    if not listed.is_file():
        version = "{}.{}".format(*sys.version_info)
        raise NotInstalledError(f"这里没有给 Python {version} 用的程序包。")
    sums = handed_out()
    wheels = [FOLDER / "wheels" / name for name in listed.read_text("utf-8").split()]
    damaged = [path.name for path in wheels if sum_of(path) != sums.get(f"wheels/{path.name}")]
    if damaged:
        names = "、".join(damaged)
        raise NotInstalledError(f"wheels 里的文件缺了或坏了（{names}），请重新解压整个压缩包。")
    return wheels


def handed_out() -> dict[str, str]:
    """The sum of each file as SHA256SUMS.txt has it, by its path in the folder."""
    path = FOLDER / "SHA256SUMS.txt"
    if not path.is_file():
        raise NotInstalledError("缺了 SHA256SUMS.txt，请重新解压整个压缩包。")
    lines = path.read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def sum_of(path: Path) -> str:
    """The SHA-256 of a file, "" where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def unpack(wheel: Path, target: Path) -> None:
    """Put the modules of a wheel into ``target``."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            place = place_of(entry.filename)
            if place:
                entry.filename = place
                archive.extract(entry, target)


def place_of(name: str) -> str:
    """Where a file of a wheel goes below the folder of modules; "" for one that is not needed.

    ``NAME.data/purelib`` and ``NAME.data/platlib`` hold modules; scripts, headers and the like are left out
    (Binary distribution format of the PyPA).
    """
    parts = PurePosixPath(name).parts
    if not parts[0].endswith(".data"):
        return name
    modules = len(parts) > 2 and parts[1] in ("purelib", "platlib")
    return "/".join(parts[2:]) if modules else ""


def put_in_place() -> None:
    """Put the new modules where the old ones are; these stay where they are in use."""
    remove(OLD)
    try:
        if SITE.exists():
            rename(SITE, OLD)
        rename(NEW, SITE)
    except OSError as error:
        bring_back()
        raise NotInstalledError("拟稿正开着，请先关掉它的窗口再安装。") from error


def rename(source: Path, target: Path) -> None:
    """Rename a folder; a program that looks for viruses may hold it for some seconds on Windows."""
    for _ in range(TRIES):
        try:
            source.rename(target)
            return
        except PermissionError:
            time.sleep(SECONDS_BETWEEN)
    source.rename(target)


def try_out() -> None:
    """Print a sample as text; where that fails the old modules come back."""
    samples = sorted(SAMPLES.glob("*/report.yaml"))
    words = ["text", str(samples[0].parent)] if samples else ["--help"]
    command = [sys.executable, "-I", "-X", "utf8", str(FOLDER / "tools" / "start.py"), *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        remove(SITE)
        bring_back()
        last = (done.stderr.strip() or "没有说原因").splitlines()[-1]
        raise NotInstalledError(f"这台机器上的 Python（{sys.executable}）运行不了：{last}")


def bring_back() -> None:
    """Put the old modules back if they were put aside and no others stand in their place."""
    if OLD.exists() and not SITE.exists():
        OLD.rename(SITE)


def remove(folder: Path) -> None:
    """Delete a folder if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def told(error: OSError) -> str:
    """Why the system did not write or delete a file, in one line for the clerk."""
    path = str(error.filename or FOLDER)
    if sys.platform == "win32" and len(path) > LONGEST_PATH:
        return "文件夹放得太深，路径太长，请把整个文件夹移到 D:\\ 下再安装。"
    return f"动不了 {path}（{error.strerror}），请看看磁盘满了没有、能不能写、拟稿是不是正开着。"


def write_launcher() -> None:
    """拟稿.desktop, to be double-clicked; it names this folder, so a folder that moves is installed anew."""
    script = quoted(str(FOLDER / "启动.sh"))
    lines = ["[Desktop Entry]", "Type=Application", "Name=拟稿", "Comment=由数据写自评报告"]
    lines += [f"Exec=sh {script}", "Terminal=true", "Categories=Office;", ""]
    launcher = FOLDER / "拟稿.desktop"
    launcher.write_text("\n".join(lines), encoding="utf-8")
    launcher.chmod(0o755)


def quoted(path: str) -> str:
    """A word of Exec in the form of the Desktop Entry Specification: quoted, then escaped as a string."""
    for character in '\\"`$':
        path = path.replace(character, f"\\{character}")
    return '"' + path.replace("\\", "\\\\").replace("%", "%%") + '"'


if __name__ == "__main__":
    sys.exit(main())
