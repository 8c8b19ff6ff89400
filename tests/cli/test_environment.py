"""The command on machines that are not like a developer's: encodings, full disks, missing folders, rights.

Every command runs as a process of its own. What must hold: the right result, or one clear line; never
a traceback.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support.packages import ROOT

from generator.cli.main import main
from generator.jobs import text as text_job

PACKAGE = ROOT / "data" / "zhouqu-2022"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone")


def nigao(
    *words: str | Path,
    env: Mapping[str, str] | None = None,
    stdout: int = subprocess.PIPE,
    by_rights: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """The command with these variables alone beside the path of the program.

    ``by_rights`` makes the rights of files count for root too.
    """
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **(env or {})}
    command = [sys.executable, "-m", "generator", *map(str, words)]
    done = subprocess.run(
        command,
        env=variables,
        stdout=stdout,
        stderr=subprocess.PIPE,
        preexec_fn=_drop_override if by_rights else None,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def _drop_override() -> None:
    """Root may write everywhere by CAP_DAC_OVERRIDE (1) and read by 2: out of the bounding set."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with a character in its text that GBK does not have."""

    copy = tmp_path / "一个 数据包"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns(".nigao"))
    shutil.copy(PACKAGE.parent / "names.csv", tmp_path)
    lead = next((copy / "text").glob("*.md"))
    lead.write_text(lead.read_text(encoding="utf-8") + "\n\n𠮷家村的路修好了。\n", encoding="utf-8")
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("variable", ["LANG", "LC_ALL"])
def test_without_a_locale(package: Path, variable: str) -> None:
    done = nigao("text", package, env={variable: "C"})
    assert done.returncode == 0 and "𠮷家村的路修好了。" in done.stdout.decode()


@pytest.mark.slow
@POSIX
def test_a_locale_that_cannot_hold_chinese_names_is_told_in_one_line(package: Path) -> None:
    by_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = nigao("text", package, env=by_locale)
    assert done.returncode == 2 and done.stderr.decode() == (
        "错误：系统按 ascii 读文件名，认不出程序自带的中文文件夹。"
        "请设环境变量 PYTHONUTF8=1 再运行（Linux 上也可以设 LANG=C.UTF-8）。\n"
    )
    assert nigao("--help", env=by_locale).returncode == 0
    assert nigao("text", package, env={**by_locale, "PYTHONUTF8": "1"}).returncode == 0


@pytest.mark.slow
def test_a_terminal_of_gbk_shows_a_sign_for_what_it_does_not_know(package: Path) -> None:
    done = nigao("text", package, env={"PYTHONIOENCODING": "gbk"})
    assert done.returncode == 0 and "?家村的路修好了。" in done.stdout.decode("gbk")


@pytest.mark.slow
@POSIX
def test_an_output_that_takes_nothing(package: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = nigao("text", package, stdout=full.fileno())
    assert done.returncode == 2 and "磁盘满了" in done.stderr.decode()


@pytest.mark.slow
@POSIX
def test_a_reader_that_went_away(package: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = nigao("text", package, stdout=writer)
    os.close(writer)
    assert done.returncode == 1 and done.stderr == b""


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_an_output_that_was_closed_before(package: Path, tmp_path: Path, closed: str) -> None:
    draft = tmp_path / "稿.docx"
    assert _with_closed(closed, "draft", package, "-o", draft) == 0
    assert draft.exists()
    assert _with_closed(closed, "kind", "list") == 0
    assert _with_closed(closed, "status", package) in (0, 1)
    assert _with_closed(closed, "nothing") == 2


def _with_closed(closed: str, *words: str | Path) -> int:
    """The exit status of the command with outputs closed by a shell."""
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "generator"]
    done = subprocess.run([*shell, *map(str, words)], capture_output=True, cwd=ROOT)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode


@pytest.mark.slow
@pytest.mark.parametrize("home", [{}, {"HOME": "/nowhere"}], ids=["no HOME", "HOME not there"])
def test_without_a_home(package: Path, tmp_path: Path, home: dict[str, str]) -> None:
    done = nigao("draft", package, "-o", tmp_path / "稿.docx", env=home)
    assert done.returncode == 0 and (tmp_path / "稿.docx").exists()


@pytest.mark.slow
@POSIX
def test_with_no_room_for_temporary_files(package: Path, tmp_path: Path) -> None:
    done = nigao("draft", package, "-o", tmp_path / "稿.docx", env={"TMPDIR": "/dev/full"})
    assert done.returncode == 0 and (tmp_path / "稿.docx").exists()


@pytest.mark.slow
def test_nothing_is_kept_in_the_folder_of_temporary_files(package: Path, tmp_path: Path) -> None:
    """No cache of templates or of anything else, which others could write into."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    done = nigao("draft", package, "-o", tmp_path / "稿.docx", env={"TMPDIR": str(folder)})
    assert done.returncode == 0 and not any(folder.iterdir())


@pytest.mark.slow
@POSIX
def test_a_package_that_can_only_be_read(package: Path, tmp_path: Path) -> None:
    for folder in (package, package / "text", package / "sections"):
        folder.chmod(0o555)
    done = nigao("draft", package, "-o", tmp_path / "稿.docx", by_rights=True)
    assert done.returncode == 0 and "底稿没有存下" in done.stderr.decode()
    assert (tmp_path / "稿.docx").exists() and not (package / ".nigao").exists()


WRITING: dict[str, Callable[[Path, Path], list[str | Path]]] = {
    "draft": lambda package, there: ["draft", package, "-o", there / "稿.docx"],
    "workbook": lambda package, there: ["workbook", package, "-o", there / "数据.xlsx"],
    "new": lambda package, there: ["new", there / "新", "--from", package, "--year", "2023"],
}


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("name", WRITING)
def test_a_folder_that_can_only_be_read(package: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "输出"
    target.mkdir()
    target.chmod(0o555)
    done = nigao(*WRITING[name](package, target), by_rights=True)
    line = done.stderr.decode().splitlines()[-1]
    assert done.returncode == 1 and "写不进去（没有权限）" in line and str(target) in line
    assert list(target.iterdir()) == []


@pytest.mark.slow
@POSIX
def test_a_package_that_may_not_be_read(package: Path) -> None:
    (package / "figures.csv").chmod(0)
    done = nigao("check", package, by_rights=True)
    line = done.stderr.decode()
    assert done.returncode in (1, 2) and "figures.csv" in line and "没有权限" in line


@pytest.mark.slow
@POSIX
def test_a_folder_of_a_batch_that_may_not_be_seen_fails_alone(
    package: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "全部"
    shutil.copytree(package, folder / "清河")
    shutil.copytree(package, folder / "白河")
    (folder / "System Volume Information").mkdir()
    for closed in ("白河", "System Volume Information"):
        (folder / closed).chmod(0)
    done = nigao("batch", folder, "-o", tmp_path / "成品", "--workers", "1", by_rights=True)
    assert done.returncode == 1 and (tmp_path / "成品" / "清河.docx").exists()
    [failed] = [line for line in done.stderr.decode().splitlines() if "没有权限" in line]
    assert "白河" in failed
    (folder / "白河").chmod(0o700)


@pytest.mark.slow
@POSIX
def test_a_county_that_may_not_be_seen_is_named(package: Path, tmp_path: Path) -> None:
    package.chmod(0)
    done = nigao("rollup", tmp_path / "市", package, by_rights=True)
    line = done.stderr.decode()
    assert done.returncode == 2 and package.name in line and "没有权限" in line
    package.chmod(0o700)


def test_an_error_that_nobody_foresaw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that names a log; the log names modules and lines, no value and no folder."""

    def fail(*_: object, **__: object) -> str:
        raise RuntimeError("秘密的数据 4711")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(text_job, "text", fail)
    with pytest.raises(SystemExit) as left:
        main(["text", str(tmp_path / "秘密县")])
    printed = capsys.readouterr().err
    log = tmp_path / "state" / "nigao" / "nigao-error.log"
    assert left.value.code == 2 and printed.count("\n") == 1
    assert "程序出错" in printed and str(log) in printed
    content = log.read_text(encoding="utf-8")
    assert "RuntimeError" in content and "generator/cli/" in content
    assert not any(secret in content for secret in ("秘密", "4711", str(tmp_path), str(ROOT)))


def test_a_full_disk_that_nobody_foresaw(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device", "某个文件")

    monkeypatch.setattr(text_job, "text", fail)
    with pytest.raises(SystemExit) as left:
        main(["text", "包"])
    assert left.value.code == 2
    assert capsys.readouterr().err == "错误：某个文件：磁盘满了。请检查文件、权限和磁盘空间。\n"
