"""What may be written over what: nothing that a person made is lost, nothing is written half."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator import store
from generator.jobs import output
from generator.model.errors import InputError, OutputError

OURS, OTHERS, NEW = b"written for the package", b"changed by a person", b"written now"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package for which OURS was written before."""
    folder = tmp_path / "包"
    folder.mkdir()
    store.remember(folder, OURS)
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "稿.docx"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(("present", "new"), [(None, True), (OURS, True), (NEW, False)])
def test_what_was_written_for_the_package_is_replaced(
    package: Path, target: Path, present: bytes | None, new: bool
) -> None:
    if present is not None:
        target.write_bytes(present)
    assert output.replace_own(target, NEW, package) == output.Written(target, new)
    assert target.read_bytes() == NEW and names(target.parent) == {target.name}
    assert store.written_by_us(package, NEW)


def test_what_a_person_made_is_not_replaced(package: Path, target: Path) -> None:
    target.write_bytes(OTHERS)
    with pytest.raises(OutputError, match="有人改过"):
        output.replace_own(target, NEW, package)
    assert target.read_bytes() == OTHERS and not store.written_by_us(package, NEW)


def test_a_file_whose_writing_cannot_be_remembered_is_written_with_a_warning(
    target: Path, tmp_path: Path
) -> None:
    package = tmp_path / "包"
    package.mkdir()
    (package / ".nigao").write_text("a file where the store should be", encoding="utf-8")
    written = output.replace_own(target, NEW, package)
    assert target.read_bytes() == NEW and "没有记下这一稿" in written.warnings[0]


@pytest.mark.parametrize(
    ("present", "foreign"), [(None, None), (OURS, None), (OTHERS, OTHERS), (NEW, NEW)]
)
def test_foreign_content(
    package: Path, target: Path, present: bytes | None, foreign: bytes | None
) -> None:
    if present is not None:
        target.write_bytes(present)
    assert output.foreign_content(target, package) == foreign


def test_a_folder_has_no_foreign_content(package: Path, target: Path) -> None:
    target.mkdir()
    assert output.foreign_content(target, package) is None


@pytest.mark.parametrize(
    ("present", "edited", "kept"),
    [
        (None, OTHERS, None),
        (OURS, OTHERS, None),
        (OTHERS, OTHERS, OTHERS),
        (OTHERS, b"another file", OTHERS),
        (OURS, OURS, OURS),
        (NEW, NEW, None),
    ],
)
def test_a_regenerated_file_leaves_a_copy_of_what_a_person_made(
    package: Path, target: Path, present: bytes | None, edited: bytes, kept: bytes | None
) -> None:
    if present is not None:
        target.write_bytes(present)
    copy = output.replace_edited(target, NEW, package, edited)
    assert target.read_bytes() == NEW
    assert (copy.read_bytes() if copy else None) == kept
    assert names(target.parent) == {target.name} | ({"稿.前稿1.docx"} if kept else set())


def test_copies_are_numbered_and_none_is_made_twice(package: Path, target: Path) -> None:
    for content, number in ((b"1", 1), (b"2", 2), (b"1", 1)):
        target.write_bytes(content)
        copy = output.replace_edited(target, NEW, package, b"")
        assert copy == target.with_name(f"稿.前稿{number}.docx") and copy.read_bytes() == content


def test_the_copy_to_issue_is_written_once(target: Path) -> None:
    output.write_once(target, NEW)
    output.write_once(target, NEW)
    with pytest.raises(OutputError, match="没有覆盖它"):
        output.write_once(target, OTHERS)
    assert target.read_bytes() == NEW


def test_a_new_package_needs_a_folder_of_its_own(tmp_path: Path) -> None:
    output.require_free_folder(tmp_path / "无")
    (tmp_path / "空").mkdir()
    output.require_free_folder(tmp_path / "空")
    for taken in (tmp_path, tmp_path / "a.txt"):
        (tmp_path / "a.txt").write_text("a", encoding="utf-8")
        with pytest.raises(OutputError, match="已经有这个文件夹"):
            output.require_free_folder(taken)


def test_in_a_folder_what_differs_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "包"
    first = output.write_folder(folder, {"a.csv": b"1", "text/b.md": b"2"})
    assert first == output.WrittenFolder(("a.csv", "text/b.md"), ())
    again = output.write_folder(folder, {"a.csv": b"3", "text/b.md": b"2"})
    assert again == output.WrittenFolder(("a.csv",), ("a.csv.bak",))
    third = output.write_folder(folder, {"a.csv": b"4"})
    assert third == output.WrittenFolder(("a.csv",), ("a.csv.2.bak",))
    assert (folder / "a.csv.bak").read_bytes() == b"1"
    assert (folder / "a.csv.2.bak").read_bytes() == b"3"


@pytest.mark.parametrize("name", ["../a.csv", "/a.csv", "text/../../a.csv"])
def test_no_file_leaves_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="指到数据包外面"):
        output.write_folder(tmp_path / "包", {name: b"1"})
    assert not (tmp_path / "a.csv").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "包").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="写不进去"):
        output.write_folder(tmp_path / "包", {"a.csv": b"1"})


def test_a_folder_that_another_run_wrote_meanwhile_is_there_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written_by_another(folder: Path, files: object) -> None:
        folder.mkdir()
        (folder / "a.csv").write_bytes(b"2")
        raise OSError(errno.ENOTEMPTY, "Directory not empty")

    monkeypatch.setattr(store, "create_folder", written_by_another)
    with pytest.raises(OutputError, match="已经有这个文件夹，没有覆盖它"):
        output.create_folder(tmp_path / "包", {"a.csv": b"1"})
    assert (tmp_path / "包" / "a.csv").read_bytes() == b"2"


def test_a_file_where_a_folder_should_be_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "稿.docx").write_bytes(OURS)
    for inside in ("稿.docx", "稿.docx/更里面"):
        with pytest.raises(OutputError, match="写不进去（路径中间有一段不是文件夹）"):
            output.create_folder(tmp_path / inside / "包", {"a.csv": b"1"})
        with pytest.raises(OutputError, match="写不进去（路径中间有一段不是文件夹）"):
            output.write_once(tmp_path / inside / "x.docx", NEW)


@pytest.mark.parametrize(
    ("package", "ending", "target"),
    [
        ("data/清河-2023", ".docx", "output/清河-2023.docx"),
        ("清河-2023.xlsx", "-附表.docx", "output/清河-2023-附表.docx"),
    ],
)
def test_a_file_that_nobody_named(package: str, ending: str, target: str) -> None:
    assert output.default_target(Path(package), ending) == Path(target)


def test_the_ending_of_a_name() -> None:
    output.require_ending(Path("稿.DOCX"), ".docx")
    with pytest.raises(InputError, match=r"稿\.doc：输出的文件名要以 \.docx 结尾"):
        output.require_ending(Path("稿.doc"), ".docx")


def test_a_new_package_below_what_may_not_be_seen_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for people who are not root; names that are too long fail in the same way."""

    def refuse(path: Path, **options: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "no", str(path))

    with pytest.raises(OutputError, match="文件名太长"):
        output.require_free_folder(tmp_path / ("长" * 100))
    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(OutputError, match="没有权限"):
        output.require_free_folder(tmp_path / "包")


@pytest.mark.parametrize("lock", [".~lock.a.csv#", "~$a.csv", ".~a.csv"])
def test_what_an_office_program_has_open_is_not_written_over(tmp_path: Path, lock: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"1")
    (tmp_path / lock).write_bytes(b"")
    for write in (
        lambda: output.replace_with_copy(file, b"2"),
        lambda: output.write_beside(file, b"2"),
        lambda: output.write_folder(tmp_path, {"0.csv": b"2", "a.csv": b"2"}),
    ):
        with pytest.raises(InputError, match="打开着"):
            write()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([lock, "a.csv"])
    assert file.read_bytes() == b"1"
    assert output.write_folder(tmp_path, {"a.csv": b"1"}).written == ()
