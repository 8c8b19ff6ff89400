"""Texts that are not saved, in a real browser: kept for each window until a person saves them, takes
them or throws them away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browser import by_hand, needs_browser
from support.workbench import Served, Window, until

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

TOLD = "文字有 1 段没有保存"


@pytest.fixture
def one(window: Window, served: Served, package: Path) -> Iterator[Any]:
    """A window with the problems."""
    yield from shown(window, served, package)


@pytest.fixture
def other(window: Window, served: Served, package: Path) -> Iterator[Any]:
    """A second window with the same text, opened before anything is typed."""
    yield from shown(window, served, package)


def shown(window: Window, served: Served, package: Path) -> Iterator[Any]:
    opened = window()
    go(opened.page, served, package)
    yield opened.page
    opened.page.close()
    assert opened.errors == []


def go(page: Any, served: Served, package: Path) -> None:
    page.goto(served.to("texts", package=package.name, item="problems"))
    wait(page)


def wait(page: Any) -> None:
    page.wait_for_function("(document.querySelector('.text-editor') || {}).textContent")


def write(page: Any, words: str) -> None:
    page.locator(".text-editor").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)
    page.wait_for_function("nigaoText.isChanged()")


def save(page: Any, package: Path, words: str) -> None:
    page.locator(".save").click()
    until(lambda: words in text(package), "it is saved")
    page.wait_for_function("!nigaoText.isChanged()")


def text(package: Path) -> str:
    return (package / "text" / "problems.md").read_text(encoding="utf-8")


def is_told(page: Any) -> None:
    page.locator(".head .unsaved").get_by_text(TOLD).wait_for()


def is_told_no_more(page: Any) -> None:
    page.locator(".head .unsaved a").wait_for(state="detached")


def test_what_one_window_saves_throws_away_nothing_of_another(
    one: Any, other: Any, served: Served, package: Path
) -> None:
    write(one, "甲写的一句。")
    write(other, "乙写的一句。")
    save(other, package, "乙写的一句。")
    one.get_by_text("这段文字在别处改过了").wait_for()
    one.locator(".save").click()
    one.wait_for_timeout(1500)
    is_told(one)
    one.reload()
    wait(one)
    one.locator(".left-over", has_text="甲写的一句。").wait_for()
    is_told(one)
    one.goto(served.to("fill", package=package.name))
    is_told(one)
    go(one, served, package)
    one.locator(".left-over").get_by_text("放到文字后面").click()
    one.locator(".text-editor", has_text="甲写的一句。").wait_for()
    assert one.locator(".left-over").count() == 0
    save(one, package, "甲写的一句。")
    assert "乙写的一句。" in text(package)
    is_told_no_more(one)


def test_what_is_left_over_stays_until_it_is_thrown_away(one: Any, package: Path) -> None:
    write(one, "我写的。")
    (package / "text" / "problems.md").write_text("别人写的。\n", encoding="utf-8")
    for _ in range(3):
        one.reload()
        wait(one)
        one.locator(".left-over", has_text="我写的。").wait_for()
        is_told(one)
    assert one.locator(".text-editor").inner_text().strip() == "别人写的。"
    one.get_by_text("不要了").click()
    one.get_by_text("真的不要了").click()
    one.locator(".left-over").wait_for(state="detached")
    is_told_no_more(one)
    one.reload()
    wait(one)
    assert one.locator(".left-over").count() == 0


def test_a_window_goes_on_with_its_own_and_tells_of_what_another_one_shows(
    one: Any, other: Any, package: Path
) -> None:
    write(one, "甲写的。")
    write(other, "乙写的。")
    one.reload()
    wait(one)
    assert "甲写的。" in one.locator(".text-editor").inner_text()
    one.locator(".left-over", has_text="您在另一个窗口写了没有存下的").wait_for()
    save(other, package, "乙写的。")
    one.locator(".left-over").wait_for(state="detached")
    is_told(one)


def test_a_window_that_was_closed_leaves_its_text_to_the_next(
    one: Any, window: Window, served: Served, package: Path
) -> None:
    write(one, "没有写完。")
    one.goto("about:blank")
    later = window().page
    go(later, served, package)
    later.wait_for_function("nigaoText.isChanged()")
    assert "没有写完。" in later.locator(".text-editor").inner_text()
    save(later, package, "没有写完。")
    is_told_no_more(later)
    later.close()


def test_what_is_begun_of_a_record_stays_with_it_where_rows_go(
    one: Any, served: Served, package: Path
) -> None:
    path = package / "measures.csv"
    head, _, *rest = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    one.goto(served.to("texts", package=package.name, item="measures.csv#4"))
    wait(one)
    before = one.locator(".text-editor").inner_text()
    write(one, "没有存的。")
    one.goto(served.to("home"))
    path.write_text("".join((head, *rest)), encoding="utf-8-sig")
    one.goto(served.to("texts", package=package.name, item="problems"))
    one.locator(".head .unsaved a").click()
    one.locator(".left-over", has_text=f"{before}没有存的。").wait_for()
    assert one.locator(".text-editor").inner_text() == before


def test_what_is_begun_of_a_record_that_is_gone_can_still_be_had(
    one: Any, served: Served, package: Path
) -> None:
    path = package / "measures.csv"
    head, _, *rest = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    one.goto(served.to("texts", package=package.name, item="measures.csv#2"))
    wait(one)
    write(one, "没有存的。")
    one.goto(served.to("home"))
    path.write_text("".join((head, *rest)), encoding="utf-8-sig")
    go(one, served, package)
    one.locator(".head .unsaved a").click()
    one.locator(".left-over", has_text="没有存的。").wait_for()
    one.get_by_text("不要了").click()
    one.get_by_text("真的不要了").click()
    is_told_no_more(one)


def test_what_a_person_takes_back_with_the_last_save_is_thrown_away(
    one: Any, package: Path
) -> None:
    before = text(package)
    write(one, "存下的。")
    save(one, package, "存下的。")
    write(one, "没有存的。")
    one.get_by_text("撤销上次保存").click()
    one.get_by_role("button", name="撤销", exact=True).click()
    until(lambda: text(package) == before, "the file is what it was")
    is_told_no_more(one)
    assert one.locator(".left-over").count() == 0
