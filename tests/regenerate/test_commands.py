"""draft --edited, audit, diff and finalize as a clerk uses them, and what each says when something is wrong."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from generator.cli.main import main
from generator.store import disk, history
from generator.word.reader import read
from generator.word.revise.resolver import resolve
from generator.word.wordml import AUTHOR, qn

ROOT = Path(__file__).parents[2]
DATE = ["--date", "2021-11-27"]


def nigao(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def edit(path: Path, *replacements: tuple[str, str]) -> None:
    """Change the XML of a Word file as a person would change its text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                xml = content.decode()
                for old, new in replacements:
                    assert old in xml, old
                    xml = xml.replace(old, new, 1)
                content = xml.encode()
            target.writestr(name, content)
    path.write_bytes(stream.getvalue())


def change_data(package: Path, *replacements: tuple[str, str]) -> None:
    """Change figures.csv."""
    path = package / "figures.csv"
    text = path.read_text(encoding="utf-8-sig")
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text("\ufeff" + text, encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """A package, what a person changes in its draft, and what changes in its data."""

    name: str
    edits: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...]


WHOLE = Case(
    "huining-2021",
    (("推送用工企业", "共推送用工单位"), (">1981个<", ">1990个<")),
    (("216", "231"), ("1981", "2044")),
)
SHORT = Case("zhouqu-2022", (("工作", "各项工作"),), (("1232", "1450"),))


@cache
def _prepared(case: Case) -> Path:
    """The package drafted, edited and its data changed, made once: each test takes a copy."""
    folder = Path(mkdtemp())
    package, edited = folder / "包", folder / "领导改稿.docx"
    shutil.copytree(ROOT / "data" / case.name, package, ignore=shutil.ignore_patterns(".nigao"))
    assert nigao("draft", package, "-o", edited).exit_code == 0
    edit(edited, *case.edits)
    change_data(package, *case.data)
    return folder


class Office:
    """A package with a draft that a person changed, and data that changed since."""

    def __init__(self, folder: Path, case: Case = WHOLE) -> None:
        self.package, self.edited, self.new = (
            folder / "包",
            folder / "领导改稿.docx",
            folder / "新稿.docx",
        )
        shutil.copytree(_prepared(case), folder, dirs_exist_ok=True)

    def regenerate(self, *more: object) -> Result:
        """nigao draft --edited."""
        return nigao("draft", self.package, "--edited", self.edited, "-o", self.new, *DATE, *more)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def short_office(tmp_path: Path) -> Office:
    return Office(tmp_path, SHORT)


def authors(path: Path) -> list[str | None]:
    """Who made the tracked changes of a file."""
    return [item.get(AUTHOR) for item in read(path.read_bytes()).root.iter(qn("ins"), qn("del"))]


def text_of(path: Path) -> str:
    """What a file says with all changes accepted."""
    return "\n".join(para.text for para in read(path.read_bytes()).view.paras)


def test_words_stay_and_figures_follow(office: Office) -> None:
    before = office.edited.read_bytes()
    found = office.regenerate()
    assert found.exit_code == 1, found.output
    assert (
        "更新数字 1 处" in found.output
        and "请定 1 处" in found.output
        and "不一致 1" in found.output
    )
    text = text_of(office.new)
    assert "共推送用工单位231家" in text and "1990个" in text and "2044" not in text
    assert authors(office.new) == ["拟稿", "拟稿"]
    assert office.edited.read_bytes() == before


@pytest.mark.slow
def test_the_same_again_writes_nothing_new(office: Office) -> None:
    office.regenerate()
    before = office.new.read_bytes()
    again = nigao("draft", office.package, "--edited", office.new, "-o", office.new, *DATE)
    assert again.exit_code == 1 and "没有变化" in again.output and "请定 1 处" in again.output
    assert office.new.read_bytes() == before
    assert not list(office.new.parent.glob("*前稿*"))


@pytest.mark.slow
def test_changed_file_is_regenerated_in_place_and_kept(office: Office) -> None:
    before = office.edited.read_bytes()
    found = nigao("draft", office.package, "-o", office.edited, *DATE)
    assert "共推送用工单位231家" in text_of(office.edited)
    assert (office.edited.parent / "领导改稿.前稿1.docx").read_bytes() == before
    assert "前稿1" in found.output


@pytest.mark.slow
def test_dry_run_writes_nothing(office: Office) -> None:
    drafts = sorted((office.package / ".nigao" / "drafts").iterdir())
    found = office.regenerate("--dry-run")
    assert "更新数字 1 处" in found.output and not office.new.exists()
    assert sorted((office.package / ".nigao" / "drafts").iterdir()) == drafts


@pytest.mark.slow
def test_plain_and_json(office: Office) -> None:
    found = office.regenerate("--plain", "--format", "json")
    told = json.loads(found.stdout)
    assert authors(office.new) == []
    assert (
        told["figures"] == 1
        and told["conflicts"][0]["kind"] == "edited"
        and told["audit"]["differs"]
    )
    assert told["conflicts"][0]["key"] == "招聘.推送岗位"


@pytest.mark.slow
def test_same_input_same_bytes(office: Office) -> None:
    office.regenerate()
    first = office.new.read_bytes()
    office.new.unlink()
    office.regenerate()
    assert office.new.read_bytes() == first


@pytest.mark.slow
def test_audit_lists_what_people_changed(office: Office) -> None:
    office.regenerate()
    found = nigao("audit", office.new, office.package)
    assert found.exit_code == 1
    assert (
        "不一致 1，文中没有 0" in found.output
        and "招聘.推送岗位：文中“1990个”，数据“2044个”" in found.output
    )


@pytest.mark.slow
def test_diff_of_two_files(office: Office) -> None:
    office.regenerate()
    found = nigao("diff", office.edited, office.new)
    assert "〔216〕" in found.output and "〔231〕" in found.output and "共 1 处不同" in found.output
    assert "文字没有不同" in nigao("diff", office.new, office.new).output


@pytest.mark.slow
def test_finalize(office: Office, tmp_path: Path) -> None:
    """Refused while changes and decisions stand; the issue copy has the text and none of our marks."""
    office.regenerate()
    refused = nigao("finalize", office.new, "-o", tmp_path / "定稿.docx")
    assert refused.exit_code == 1 and "修订" in refused.output and "待定的批注" in refused.output
    assert not (tmp_path / "定稿.docx").exists()
    clean = tmp_path / "清稿.docx"
    nigao("draft", office.package, "-o", clean)
    name = re.findall(r'w:name="(_RG\w+)"', _document(clean))[-1]
    edit(clean, (f'"{name}"', f'"{name}_Copy_1"'))  # LibreOffice writes the mark of 版记 so
    done = nigao("finalize", clean, "-o", tmp_path / "定稿.docx")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(tmp_path / "定稿.docx") as file:
        everything = b"".join(file.read(name) for name in file.namelist())
    assert (
        b"_RG" not in everything
        and "拟稿".encode() not in everything
        and b"dc:creator>" not in everything
    )
    assert text_of(tmp_path / "定稿.docx") == text_of(clean)


@pytest.mark.slow
def test_second_and_third_cycle(office: Office) -> None:
    """Pending, then changed again: replaced without piling up; then rejected: the same conflict, told as older."""
    office.regenerate()
    change_data(office.package, ("231", "240"))
    third = office.new.with_name("三稿.docx")
    nigao("draft", office.package, "--edited", office.new, "-o", third, *DATE)
    assert authors(third) == ["拟稿", "拟稿"] and "共推送用工单位240家" in text_of(third)
    xml = _document(third)
    assert "216家" in xml and "231家" not in xml
    edit(third, (xml[xml.index("<w:ins ") : xml.index("</w:ins>") + 8], ""))
    xml = _document(third)
    struck = xml[xml.index("<w:del ") : xml.index("</w:del>") + 8]
    edit(third, (struck, struck[struck.index("<w:r>") : -8].replace("delText", "t")))
    change_data(office.package, ("240", "255"))
    fourth = office.new.with_name("四稿.docx")
    found = nigao("draft", office.package, "--edited", third, "-o", fourth, *DATE)
    assert "更早一稿" in found.output and "共推送用工单位216家" in text_of(fourth)


def _document(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        return file.read("word/document.xml").decode()


@pytest.mark.slow
def test_older_base_is_found_by_its_id(office: Office) -> None:
    """A copy of the first draft comes back after the second was written."""
    nigao("draft", office.package, "-o", office.new)
    change_data(office.package, ("231", "240"))
    third = office.new.with_name("三稿.docx")
    found = nigao("draft", office.package, "--edited", office.edited, "-o", third, *DATE)
    assert "共推送用工单位240家" in text_of(third) and "更早一稿" not in found.output


@pytest.mark.slow
def test_without_marks_the_base_is_found_by_content(office: Office) -> None:
    with zipfile.ZipFile(office.edited) as file:
        xml = file.read("word/document.xml").decode()
    edit(office.edited, (xml, re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml)))
    stream = io.BytesIO()
    with zipfile.ZipFile(office.edited) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(
                name, re.sub(rb"[0-9a-f]{8}(?=</(vt:lpwstr|dc:identifier)>)", b"", content)
            )
    office.edited.write_bytes(stream.getvalue())
    found = office.regenerate()
    assert "文件里没有底稿的标记；改用内容最接近的底稿" in found.output
    assert "共推送用工单位231家" in text_of(office.new)


@pytest.mark.slow
def test_accepted_left_and_rejected_in_place(office: Office) -> None:
    """The result is handed in again and again under its own name; each state is kept beside it, the last is right."""
    office.regenerate()
    for number, (wanted, step) in enumerate((("240", accept), ("255", None), ("262", reject)), 1):
        if step:
            edit(office.new, (_document(office.new), step(office.new)))
        else:
            edit(office.new, ("共推送用工单位", "共计推送用工单位"))
        before = office.new.read_bytes()
        change_data(office.package, ({1: "231", 2: "240", 3: "255"}[number], wanted))
        found = nigao("draft", office.package, "--edited", office.new, "-o", office.new, *DATE)
        assert f"新稿.前稿{number}.docx" in found.output, found.output
        assert office.new.with_name(f"新稿.前稿{number}.docx").read_bytes() == before
        again = office.new.read_bytes()
        assert (
            "没有变化"
            in nigao(
                "draft", office.package, "--edited", office.new, "-o", office.new, *DATE
            ).output
        )
        assert office.new.read_bytes() == again
    assert (
        "更早一稿" in found.output
        and "共计推送用工单位231家" in text_of(office.new)
        and "1990个" in text_of(office.new)
    )


def accept(path: Path) -> str:
    """The text with all changes accepted."""
    return etree.tostring(resolve(read(path.read_bytes()).root, accept=True), encoding="unicode")


def reject(path: Path) -> str:
    """The text with all changes rejected."""
    return etree.tostring(resolve(read(path.read_bytes()).root, accept=False), encoding="unicode")


def test_pasted_as_text(office: Office) -> None:
    """A file that holds only the words: figures in sentences follow by their words, and the rest is told."""
    from support.wordfiles import package, paragraph, run

    texts = [para.text for para in read(office.edited.read_bytes()).view.paras if para.cell is None]
    office.edited.write_bytes(package("".join(paragraph(run(text)) for text in texts)))
    found = office.regenerate()
    assert (
        "文件里没有底稿的标记；改用内容最接近的底稿" in found.output and "文中没有" in found.output
    )
    assert "共推送用工单位231家" in text_of(office.new) and authors(office.new)[:1] == ["拟稿"]


# --- what goes wrong ------------------------------------------------------------------------------------------------


def missing(office: Office, patch: pytest.MonkeyPatch) -> None:
    office.edited.unlink()


def open_in_word(office: Office, patch: pytest.MonkeyPatch) -> None:
    office.edited.with_name("~$" + office.edited.name[2:]).write_bytes(b"x")


def open_in_libreoffice(office: Office, patch: pytest.MonkeyPatch) -> None:
    office.edited.with_name(f".~lock.{office.edited.name}#").write_bytes(b"x")


def old_word(office: Office, patch: pytest.MonkeyPatch) -> None:
    office.edited.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))


def not_zip(office: Office, patch: pytest.MonkeyPatch) -> None:
    office.edited.write_bytes(b"hello")


def broken_zip(office: Office, patch: pytest.MonkeyPatch) -> None:
    office.edited.write_bytes(office.edited.read_bytes()[:9000])


def spreadsheet(office: Office, patch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(office.edited, "w") as file:
        file.writestr("[Content_Types].xml", "<x/>")


def odt(office: Office, patch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(office.edited, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")


def never_ours(office: Office, patch: pytest.MonkeyPatch) -> None:
    from support.wordfiles import package, paragraph, run

    office.edited.write_bytes(
        package(
            "".join(
                paragraph(run(f"这是第{n}段完全不相干的文字，和报告没有关系。")) for n in range(30)
            )
        )
    )


def store_missing(office: Office, patch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(office.package / ".nigao")


def store_broken(office: Office, patch: pytest.MonkeyPatch) -> None:
    for path in (office.package / ".nigao" / "drafts").iterdir():
        path.write_text("{", encoding="utf-8")


def disk_full(office: Office, patch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes, like: Path | None = None) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(history, "replace_file", full)
    patch.setattr(history, "create_file", full)


def disk_full_in_the_middle(office: Office, patch: pytest.MonkeyPatch) -> None:
    """The disk is full while the temporary file is written."""

    def half(file: io.BufferedWriter, data: bytes) -> None:
        file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(disk, "_write", half)


def read_only(office: Office, patch: pytest.MonkeyPatch) -> None:
    """Nobody may make a file in the folder (simulated: root may)."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    patch.setattr(disk.tempfile, "mkstemp", refuse)


def locked(office: Office, patch: pytest.MonkeyPatch) -> None:
    """Another program holds the file, as on Windows."""
    real = Path.open

    def refuse(path: Path, *rest: Any, **more: Any) -> Any:
        if path == office.edited:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, *rest, **more)

    patch.setattr(Path, "open", refuse)


def of_another_package(office: Office, patch: pytest.MonkeyPatch) -> None:
    other = office.package.with_name("别县")
    shutil.copytree(ROOT / "data" / "huining-2022", other, ignore=shutil.ignore_patterns(".nigao"))
    office.edited.unlink()
    assert nigao("draft", other, "-o", office.edited).exit_code == 0
    edit(office.edited, ("工作", "各项工作"))


FAILURES: dict[str, tuple[Callable[[Office, pytest.MonkeyPatch], None], int, str]] = {
    "missing": (missing, 2, "没有这个文件"),
    "open in Word": (open_in_word, 2, "打开着"),
    "open in LibreOffice": (open_in_libreoffice, 2, "打开着"),
    ".doc": (old_word, 2, "旧格式"),
    "not a zip": (not_zip, 2, "不是 .docx 文件"),
    "cut off": (broken_zip, 2, "已经损坏"),
    "another kind of zip": (spreadsheet, 2, "不是 Word 文件"),
    ".odt": (odt, 2, "（.odt）"),
    "never made by nigao": (never_ours, 1, "认不出是从哪一稿改来的"),
    "store missing": (store_missing, 1, "没有存过底稿"),
    "store broken": (store_broken, 1, "底稿坏了"),
    "of another package": (of_another_package, 1, "认不出是从哪一稿改来的"),
    "locked": (locked, 2, "读不了"),
    "read-only folder": (read_only, 1, "写不进去"),
    "disk full": (disk_full, 1, "写不进去"),
    "disk full in the middle": (disk_full_in_the_middle, 1, "写不进去"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FAILURES)
def test_failure(name: str, short_office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """One clear message, nothing lost, nothing half written."""
    office = short_office
    happen, code, message = FAILURES[name]
    happen(office, monkeypatch)
    before = {path: _bytes(path) for path in office.edited.parent.iterdir() if path.is_file()}
    for target in (office.new, office.edited):
        found = nigao("draft", office.package, "--edited", office.edited, "-o", target, *DATE)
        assert found.exit_code == code, found.output
        told = [line for line in found.output.splitlines() if line.startswith("错误")]
        assert len(told) == 1 and message in told[0], found.output
        assert {
            path: _bytes(path) for path in office.edited.parent.iterdir() if path.is_file()
        } == before


_open = Path.open
"""As it was before a test refused it."""


def _bytes(path: Path) -> bytes:
    with _open(path, "rb") as file:
        return file.read()


@pytest.mark.slow
def test_no_permission_for_the_store(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The result is written, and a warning says that the next regeneration will lack its base."""

    def refuse(package: Path, draft: str, text: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("generator.store.save_base", refuse)
    found = office.regenerate()
    assert office.new.exists() and "底稿没有存下" in found.output
