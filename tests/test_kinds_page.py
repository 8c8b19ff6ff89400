"""docs/kinds.zh-CN.md: its steps, followed to the letter in an empty folder, print what it says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from support.commands import run

from generator.docs.docstrings import DocumentationError
from generator.docs.kinds import BEGIN, END, PAGE, kinds

_STEP = re.compile(r"^## (第.+?步)　(.*?)(?=^## )", re.M | re.S)
_ACTION = re.compile(
    r"^(?P<verb>文件|在|从|把) `(?P<path>[^`]+)`(?: (?P<how>末尾加|末尾删去|复制为))?"
    r"(?: `(?P<to>[^`]+)`)?[：。]\n"
    r"|^```(?P<language>\w+)\n(?P<block>.*?)^```\n",
    re.M | re.S,
)


@dataclass(frozen=True)
class Action:
    """Something that a step says is to be done: a file with its text, or a command."""

    verb: str
    path: str
    text: str


def actions(step: str) -> Iterator[Action]:
    """What a step says is to be done, in order; the text of a file stands in the block below."""
    pending: tuple[str, str] | None = None
    for match in _ACTION.finditer(step):
        if match["to"]:
            yield Action("复制", match["path"], match["to"])
        elif match["verb"]:
            assert pending is None, f"no block below “{pending}”"
            pending = match["how"] or match["verb"], match["path"]
        elif match["language"] == "console":
            assert pending is None, f"no block below “{pending}”"
            yield from commands(match["block"])
        else:
            assert pending is not None, f"a block of no file: {match['block']}"
            yield Action(*pending, match["block"])
            pending = None


def commands(block: str) -> Iterator[Action]:
    """The commands of a block, each with what it prints."""
    for shown in re.split(r"^\$ nigao ", block, flags=re.M)[1:]:
        words, _, printed = shown.partition("\n")
        yield Action("命令", words, printed)


def follow(action: Action) -> None:
    """Do what a step says, in the current folder; what a command prints must be as it says."""
    path = Path(action.path)
    match action.verb:
        case "命令":
            _, errors, printed = run(*action.path.split())
            said = ".*".join(map(re.escape, action.text.split("……")))
            whole = printed + "".join(f"{line}\n" for line in errors)
            assert re.fullmatch(said, whole, re.S), whole
        case "复制":
            shutil.copy(path, action.text)
        case "文件":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(action.text, encoding="utf-8")
        case "末尾加":
            path.write_text(path.read_text(encoding="utf-8") + action.text, encoding="utf-8")
        case "末尾删去":
            text = path.read_text(encoding="utf-8")
            assert text.endswith(action.text)
            path.write_text(text.removesuffix(action.text), encoding="utf-8")


@pytest.mark.slow
def test_the_steps_give_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    steps = _STEP.findall(PAGE.read_text(encoding="utf-8"))
    assert len(steps) == 12
    for name, step in steps:
        done = list(map(follow, actions(step)))
        assert len(done) >= 2, name
    headings = [paragraph.text for paragraph in Document("柳溪镇2024年河长制年报.docx").paragraphs]
    assert "2024年柳溪镇河长制工作年度报告" in headings


def test_the_tables_of_the_page_are_made_anew_and_the_rest_stays(tmp_path: Path) -> None:
    page = tmp_path / "kinds.md"
    page.write_text(f"上面\n{BEGIN}\n旧的\n{END}\n下面\n", encoding="utf-8")
    made = kinds(page)
    assert made.startswith(f"上面\n{BEGIN}\n") and made.endswith(f"\n{END}\n下面\n")
    assert "旧的" not in made
    for row in (
        "| `name` | 文字 | 必须写 | 报告种类的名称，和文件夹同名 |",
        "| `columns.*.places` | 整数，不小于 0，不大于 6 | 没有 | 印几位小数 |",
        "| `选项` | `选项 新建 续建` | 新建 | 类型后面列出的词里的一个；必填的写 选项* 新建 续建 |",
        "| 小数位 | 整数，0 至 6 | 印几位小数，留空的照算出来的 |",
    ):
        assert row in made.splitlines()


@pytest.mark.parametrize("text", ["", f"{BEGIN}\n", f"{BEGIN}\n{END}\n{BEGIN}\n"])
def test_a_page_without_one_place_for_the_tables_is_an_error(tmp_path: Path, text: str) -> None:
    page = tmp_path / "kinds.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentationError, match=r"kinds\.md"):
        kinds(page)
