"""What can be done about a finding beside mending it: accept it with a reason, and take that back,
ask who knows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from nicegui import ui

from generator.jobs.desk import FindingItem, accept_finding, ask_about
from generator.jobs.desk.accepted_findings import AcceptedItem, take_back
from generator.jobs.desk.wording import wording_at
from generator.web.buttons import Button
from generator.web.listing import cells, folded, listing
from generator.web.session import Session
from generator.web.work import say, work


async def accept(session: Session, item: FindingItem) -> bool:
    """Ask why a finding is right as it stands, and write that down; whether it was."""
    wording = await work(wording_at, session.package, session.templates)
    message = wording.of(item.message) if wording else item.message
    with ui.dialog().props("persistent") as dialog, ui.card().classes("question"):
        ui.label("接受并写理由").classes("strong")
        ui.label(f"{item.severity}［{item.rule}］{message}").classes("quoted")
        reason = ui.textarea(
            "为什么可以这样（会记在数据包里，在“已接受的”里看得到，也能收回）"
        ).classes("reason")
        reason.props("autofocus")
        lacking = ui.label("还没有写理由。").classes("wrong")
        lacking.set_visibility(False)

        def settle() -> None:
            said = (reason.value or "").strip()
            lacking.set_visibility(not said)
            if said:
                dialog.submit(said)

        with ui.row():
            Button("接受", on_click=settle)
            Button("不，回去", on_click=lambda: dialog.submit(None)).props("outline")
    given: object = await dialog
    dialog.delete()
    if not isinstance(given, str):
        return False
    done = await work(
        accept_finding, session.package, item.ident, given, templates=session.templates
    )
    if done is None:
        return False
    say("已记下理由，这一条不再提示。")
    session.changed()
    return True


def show_accepted(session: Session, items: Sequence[AcceptedItem]) -> None:
    """Show what was accepted and why, folded; each can be taken back."""
    if items:
        folded(f"已接受的 {len(items)} 条，点开看理由", partial(_accepted, session, items))


def _accepted(session: Session, items: Sequence[AcceptedItem]) -> None:
    with ui.element("div").classes("accepted"), listing(("规则", "接受的问题", "理由", "")):
        for item in items:
            with ui.element("tr"):
                cells((item.rule, item.message, item.reason))
                with ui.element("td"):
                    again = Button("收回", on_click=partial(_take_back, session, item))
                    again.props("outline dense")


async def _take_back(session: Session, item: AcceptedItem) -> None:
    """Have a finding told again."""
    done = await work(_taken_back, session, item)
    if done:
        say(f"已收回，这一条会再提示。原来的理由：{item.reason}")
        session.changed()


def _taken_back(session: Session, item: AcceptedItem) -> bool:
    take_back(session.package, item, templates=session.templates)
    return True


async def inquire(session: Session, item: FindingItem) -> None:
    """Show what to ask the department that a finding concerns, to be copied."""
    asked = await work(ask_about, session.package, item, templates=session.templates)
    if asked is None:
        return
    with ui.dialog(value=True) as dialog, ui.card().classes("question"):
        who = asked.department or "不知道该问哪个部门，请自己选定"
        ui.label(f"问部门：{who}").classes("strong")
        reach = "　".join(filter(None, (asked.contact, asked.phone)))
        if reach:
            ui.label(reach).classes("hint")
        ui.label(asked.text).classes("quoted to-copy")
        with ui.row():
            Button("复制").on("click", js_handler=_copying(asked.text))
            Button("关闭", on_click=dialog.close).props("outline")
    dialog.on("hide", dialog.delete)


def _copying(text: str) -> str:
    """What the browser does at the click, when it may write to the clipboard."""
    return f"() => nigaoPreview.copy({json.dumps(text, ensure_ascii=True)})"
