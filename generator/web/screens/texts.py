"""文字: the texts that people write, one of them in an editor with its figures as chips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nicegui import ui

from generator.jobs.desk import TextItem, texts
from generator.web.session import Session
from generator.web.stamps import stamp_now
from generator.web.text_editor import TextEditor
from generator.web.work import work

ITEM = "item"
"""The word of the address that names the text."""


async def show(session: Session) -> None:
    """Show the texts at the left, the one that the address names at the right."""
    seen = await stamp_now(session)
    there = await work(texts, session.package, templates=session.templates)
    if not there:
        if there is not None:
            ui.label("这种报告没有要人写的文字。").classes("hint")
        return
    wanted = session.words.get(ITEM, "")
    item = next((item for item in there if wanted in (item.item, item.lasting)), there[0])
    with ui.element("div").classes("fill"):
        with ui.element("nav").classes("sheets texts"):
            listed = {
                other.lasting: _link(session, other, title, other is item)
                for other, title in zip(there, distinct_titles(there), strict=True)
            }

        def tell(now: TextItem) -> None:
            _say_state(listed[now.lasting], now)

        with ui.element("section").classes("text-room"):
            TextEditor(session, item, tell, seen, wanted).begin()


def distinct_titles(items: Sequence[TextItem]) -> list[str]:
    """The titles of texts, numbered where several are called alike."""
    all_of = Counter(item.title for item in items)
    so_far: Counter[str] = Counter()
    titles = []
    for item in items:
        so_far[item.title] += 1
        number = f"（{so_far[item.title]}）" if all_of[item.title] > 1 else ""
        titles.append(f"{item.title}{number}")
    return titles


def _link(session: Session, item: TextItem, title: str, here: bool) -> ui.label:
    """An entry of the list; gives the label that says whether the text is written."""
    with ui.link("", session.address("texts", item=item.lasting)) as link:
        link.classes("sheet-link here" if here else "sheet-link")
        ui.label(title)
        state = ui.label("")
    _say_state(state, item)
    return state


def _say_state(label: ui.label, item: TextItem) -> None:
    is_done = item.written and not item.carried
    label.text = "沿用上年，未改" if item.carried else "已写" if item.written else "未写"
    label.classes(replace="hint" if is_done else "unwritten")
