"""The folder that installs without a network: its scripts, and an installation of an invented wheel."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest
from support.packages import ROOT

OFFLINE = ROOT / "offline"
HERE = "cp{}{}".format(*sys.version_info)
NO_NETWORK = re.compile(r"https?:|\b(pip|uv|curl|wget|sudo)\b")
ABSOLUTE = re.compile(r"\b[A-Za-z]:\\|(?<![\w.}\"])/(home|root|usr|opt|tmp|work)/")

NIGAO = """
import sys

def main():
    print(sys.argv[1:])
"""
BROKEN = "raise ImportError('no DLL')"


def module(path: Path) -> ModuleType:
    """A script of offline/, which is no package."""
    spec = importlib.util.spec_from_file_location(f"offline_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


bundle = module(OFFLINE / "bundle.py")
install = module(OFFLINE / "both" / "tools" / "install.py")
pages = module(OFFLINE / "pages.py")


@pytest.fixture(params=sorted(bundle.PLATFORMS))
def scripts(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of a platform with its scripts alone."""
    bundle.write_scripts(bundle.PLATFORMS[request.param], tmp_path)
    return tmp_path


def test_each_script_is_written_as_its_system_reads_it(scripts: Path) -> None:
    for path in scripts.rglob("*.bat"):
        text = path.read_bytes()
        assert text.isascii(), path
        assert text.count(b"\n") == text.count(b"\r\n") > 0, path
    for path in scripts.rglob("*.sh"):
        assert b"\r" not in path.read_bytes(), path
        assert os.name == "nt" or os.access(path, os.X_OK), path


def test_no_script_names_a_place_or_a_network(scripts: Path) -> None:
    for path in [*scripts.rglob("*.bat"), *scripts.rglob("*.sh"), *scripts.rglob("*.py")]:
        lines = path.read_text("utf-8").replace("#!/bin/sh", "").splitlines()
        code = [line for line in lines if not line.lstrip("@").startswith(("rem ", "#"))]
        if path.suffix != ".py":
            assert not NO_NETWORK.search("\n".join(code)), path
            assert not ABSOLUTE.search("\n".join(code)), path
        assert not re.search(r"https?:", "\n".join(code)), path


def test_every_file_that_a_script_calls_is_there(scripts: Path) -> None:
    called = set()
    for path in [*scripts.rglob("*.bat"), *scripts.rglob("*.sh")]:
        called |= set(re.findall(r"tools[\\/]([\w-]+\.\w+)", path.read_text("utf-8")))
    assert called == {path.name for path in (scripts / "tools").iterdir()}
    assert {"安装", "启动", "先读我"} <= {path.stem for path in scripts.iterdir()}


def test_what_is_read_by_people_says_what_was_never_run(scripts: Path) -> None:
    read = (scripts / "先读我.txt").read_bytes()
    assert "没有试过：" in read.decode("utf-8-sig")


@pytest.mark.parametrize(("name", "encoding"), [("windows-x64", "gbk"), ("linux-x86_64", "utf-8")])
def test_what_the_shell_prints_is_in_the_code_page_of_its_window(
    tmp_path: Path, name: str, encoding: str
) -> None:
    bundle.write_scripts(bundle.PLATFORMS[name], tmp_path)
    line = (tmp_path / "tools" / "no-python.txt").read_bytes().decode(encoding)
    assert line.startswith("没有合适的 Python：")
    for path in tmp_path.glob("*.bat"):
        assert "chcp 936" in path.read_text("ascii")


def test_the_versions_that_the_scripts_ask_for_are_those_of_the_wheels() -> None:
    wanted = set(bundle.VERSIONS)
    for name in ("windows/tools/find-python.bat", "linux/tools/find-python.sh"):
        assert set(re.findall(r"3\.\d+", (OFFLINE / name).read_text("utf-8"))) == wanted, name
    for path in [OFFLINE / "both/tools/no-python.txt", *OFFLINE.glob("*/先读我.txt")]:
        assert set(re.findall(r"3\.1\d", path.read_text("utf-8"))) >= wanted, path


def test_names_in_the_zip_are_flagged_as_utf8(tmp_path: Path) -> None:
    folder = tmp_path / "nigao-offline-windows-x64"
    (folder / "样例").mkdir(parents=True)
    (folder / "安装.bat").write_bytes(b"x")
    packed = bundle.packed(folder)
    assert packed.suffix == ".zip"
    with zipfile.ZipFile(packed) as archive:
        entries = [entry for entry in archive.infolist() if not entry.filename.isascii()]
    assert {entry.filename for entry in entries} == {
        "nigao-offline-windows-x64/样例/",
        "nigao-offline-windows-x64/安装.bat",
    }
    assert all(entry.flag_bits & 0x800 for entry in entries)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("generator/cli/main.py", "generator/cli/main.py"),
        ("nigao-1.dist-info/METADATA", "nigao-1.dist-info/METADATA"),
        ("numpy-2.data/purelib/numpy/x.py", "numpy/x.py"),
        ("numpy-2.data/platlib/numpy/x.pyd", "numpy/x.pyd"),
        ("numpy-2.data/scripts/f2py", ""),
        ("numpy-2.data/data/testing/tox.ini", ""),
        ("numpy-2.data/purelib", ""),
        ("module.py", "module.py"),
    ],
)
def test_where_a_file_of_a_wheel_goes(name: str, place: str) -> None:
    assert install.place_of(name) == place


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/家/启动.sh", '"/家/启动.sh"'),
        ("/a b (1)/x", '"/a b (1)/x"'),
        # Quoted: \" \$ \` \\, then each backslash once more as in any string of the file; % is %%.
        ('/a"b/x', r'"/a\\"b/x"'),
        ("/a$b`c/x", r'"/a\\$b\\`c/x"'),
        ("/a\\b/x", r'"/a\\\\b/x"'),
        ("/100%/x", '"/100%%/x"'),
    ],
)
def test_a_path_in_the_launcher(path: str, word: str) -> None:
    assert install.quoted(path) == word


class Folder:
    """A folder as it is handed out, with one invented wheel, and this Python in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        bundle.write_scripts(bundle.PLATFORMS["linux-x86_64"], path)
        (path / "wheels").mkdir()
        (path / "样例" / "清河").mkdir(parents=True)
        (path / "样例" / "清河" / "report.yaml").write_text("year: 2023", encoding="utf-8")
        python = path / "python" / "bin" / "python3"
        python.parent.mkdir(parents=True)
        python.symlink_to(Path(sys.executable).resolve())
        self.hand_out(NIGAO)

    @property
    def site(self) -> Path:
        return self.path / f"site-{HERE}"

    def hand_out(self, program: str) -> None:
        """Put a wheel of this program into the folder."""
        name = "nigao-1-py3-none-any.whl"
        with zipfile.ZipFile(self.path / "wheels" / name, "w") as wheel:
            wheel.writestr("generator/__init__.py", "")
            wheel.writestr("generator/cli/__init__.py", "")
            wheel.writestr("generator/cli/main.py", program)
            wheel.writestr("nigao-1.data/scripts/nigao", "#!python")
            wheel.writestr("nigao-1.data/purelib/beside.py", "")
        version = "{}.{}".format(*sys.version_info)
        bundle.write_list(self.path / "wheels", version, [name])
        bundle.write_sums(self.path)

    def run(self, script: str, *words: str, programs: str = "/usr/bin:/bin") -> tuple[int, str]:
        """The exit status and the words of a script that sees no variable and no home folder."""
        command = ["/bin/sh", str(self.path / f"{script}.sh"), *words]
        done = subprocess.run(
            command,
            env={"PATH": programs},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return done.returncode, done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    if os.name == "nt":
        pytest.skip("the scripts for Linux")
    return Folder(tmp_path / "一个 文件夹 (1) & '$x'")


@pytest.mark.slow
def test_installs_and_starts(folder: Folder) -> None:
    assert folder.run("启动") == (1, "还没有装好，或者换过 Python：请先双击“安装”。\n")
    code, said = folder.run("安装")
    assert (code, "装好了" in said) == (0, True), said
    assert folder.run("启动") == (0, f"{['open', str(folder.path / '报告')]}\n")
    assert folder.run("启动", "draft", "a b", "-o", "稿.docx") == (
        0,
        "['draft', 'a b', '-o', '稿.docx']\n",
    )
    assert (folder.site / "beside.py").is_file()
    assert not list(folder.site.rglob("nigao"))
    assert (folder.path / "报告" / "清河" / "report.yaml").is_file()
    assert "Exec=sh " in (folder.path / "拟稿.desktop").read_text("utf-8")


@pytest.mark.slow
def test_a_second_installation_replaces_the_program_and_no_report(folder: Folder) -> None:
    folder.run("安装")
    report = folder.path / "报告" / "清河" / "report.yaml"
    report.write_text("year: 2024", encoding="utf-8")
    folder.hand_out(NIGAO.replace("sys.argv[1:]", "'new'"))
    assert folder.run("安装")[0] == 0
    assert folder.run("启动") == (0, "new\n")
    assert report.read_text("utf-8") == "year: 2024"
    assert [path.name for path in folder.path.glob("site-*")] == [folder.site.name]


@pytest.mark.slow
def test_a_damaged_wheel_is_refused_and_what_was_there_runs_on(folder: Folder) -> None:
    folder.run("安装")
    wheel = folder.path / "wheels" / "nigao-1-py3-none-any.whl"
    wheel.write_bytes(wheel.read_bytes()[:-1] + b"x")
    code, said = folder.run("安装")
    assert code == 1
    assert "没有装上：wheels 里的文件缺了或坏了（nigao-1-py3-none-any.whl）" in said
    assert folder.run("启动", "x") == (0, "['x']\n")


@pytest.mark.slow
def test_a_program_that_does_not_run_is_taken_back(folder: Folder) -> None:
    folder.hand_out(BROKEN)
    code, said = folder.run("安装")
    assert (code, "运行不了：ImportError: no DLL" in said) == (1, True), said
    assert not folder.site.exists()
    folder.hand_out(NIGAO)
    folder.run("安装")
    folder.hand_out(BROKEN)
    assert folder.run("安装")[0] == 1
    assert folder.run("启动", "x") == (0, "['x']\n")


@pytest.mark.parametrize("refused", ["site", "site-new"])
def test_modules_in_use_stay_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """Windows renames no folder in which a program has a file open."""
    for name, folder in (("SITE", "site"), ("OLD", "site-old"), ("NEW", "site-new")):
        monkeypatch.setattr(install, name, tmp_path / folder)
    monkeypatch.setattr(install, "SECONDS_BETWEEN", 0)
    for folder in ("site", "site-new"):
        (tmp_path / folder / "generator").mkdir(parents=True)
    (tmp_path / "site" / "of_old").touch()
    rename = Path.rename

    def renamed(source: Path, target: Path) -> Path:
        if source.name == refused:
            raise PermissionError(13, "in use", str(source))
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", renamed)
    with pytest.raises(install.NotInstalledError, match="先关掉"):
        install.put_in_place()
    assert (tmp_path / "site" / "of_old").is_file()


def test_without_a_python_one_line_says_what_to_get(folder: Folder, tmp_path: Path) -> None:
    shutil.rmtree(folder.path / "python")
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("dirname", "cat"):
        (programs / name).symlink_to(str(shutil.which(name)))
    for script in ("安装", "启动"):
        code, said = folder.run(script, programs=str(programs))
        assert (code, said.count("\n")) == (1, 1)
        assert "没有合适的 Python" in said and "3.11、3.12 或 3.13" in said


def test_a_python_without_wheels_does_not_suit(folder: Folder) -> None:
    (folder.path / "wheels" / f"{HERE}.txt").unlink()
    suits = [sys.executable, "-I", str(folder.path / "tools" / "suits.py")]
    assert subprocess.run(suits).returncode == 1
    direct = [sys.executable, "-I", str(folder.path / "tools" / "install.py")]
    done = subprocess.run(direct, capture_output=True, encoding="utf-8")
    assert (done.returncode, "没有给 Python" in done.stdout) == (1, True)


def test_a_folder_that_nothing_can_be_written_to_is_told(folder: Folder) -> None:
    """Also as root: where the new modules would go stands a file."""
    (folder.path / f"site-{HERE}-new").write_text("")
    code, said = folder.run("安装")
    assert (code, "没有装上：动不了 " in said, "Traceback" in said) == (1, True, False), said


def test_the_pages_lead_to_each_other_and_show_their_pictures(tmp_path: Path) -> None:
    pages.write_pages(tmp_path)
    texts = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.html")}
    assert "十步写出一份报告.html" in texts
    for name, text in texts.items():
        for there in map(unquote, re.findall(r'(?:href|src)="([^"]+)"', text)):
            file, _, place = there.partition("#")
            if "://" not in there:
                assert not file or (tmp_path / file).is_file(), (name, there)
                assert not place or f'id="{place}"' in texts[file or name], (name, there)
    assert 'src="guide-1.png"' in texts["十步写出一份报告.html"]


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("docs/b.zh-CN.md", "乙.html"),
        ("b.zh-CN.md#二", "乙.html#二"),
        ("#二", "#二"),
        ("https://example.org/x", "https://example.org/x"),
        ("CONTRIBUTING.md", None),
    ],
)
def test_a_link_of_a_page(href: str, wanted: str | None) -> None:
    page = pages.page_of(f"# 甲\n\n[看](<{href}>)\n", {"b.zh-CN.md": "乙（二）"})
    found = re.search('<a href="([^"]*)">', page)
    assert (unquote(found[1]) if found else None) == wanted
