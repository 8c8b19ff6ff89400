"""附表: the tables of the package and its first draft, to be downloaded."""

from __future__ import annotations

from nicegui import ui

from generator.jobs.desk.issuing import TableName, fetch_tables, table_list
from generator.web.buttons import Button
from generator.web.downloading import download
from generator.web.listing import cells, listing
from generator.web.session import Session
from generator.web.work import hand_over, work

_WORD, _EXCEL = ".docx", ".xlsx"


async def show(session: Session) -> None:
    """Show what can be downloaded."""
    ui.label("初稿").classes("strong")
    ui.label("整份报告的 Word 文件，照现在的数据和文字写；缺的数印成【待补】。").classes("hint")
    with ui.element("div").classes("bar"):
        Button("下载初稿", on_click=lambda: download(session)).props("unelevated")
    ui.label("附表").classes("strong")
    there = await work(table_list, session.package, session.templates)
    if there is None:
        return
    if not there:
        ui.label("这种报告没有附表。").classes("hint")
        return
    with ui.element("div").classes("issued"), listing(("", "表", "下载")):
        for item in there:
            with ui.element("tr"):
                cells((item.label, item.name))
                _buttons(session, item)
    if len(there) > 1:
        with ui.element("div").classes("bar"):
            ui.label("全部的表放在一个文件里：")
            _pair(session, TableName("", ""))


def _buttons(session: Session, item: TableName) -> None:
    with ui.element("td"), ui.element("div").classes("bar"):
        _pair(session, item)


def _pair(session: Session, item: TableName) -> None:
    Button("Word", on_click=lambda: _tables(session, item, _WORD)).props("outline dense")
    Button("Excel", on_click=lambda: _tables(session, item, _EXCEL)).props("outline dense")


async def _tables(session: Session, item: TableName, ending: str) -> None:
    made = await work(fetch_tables, session.package, ending, item.only, session.templates)
    if made is not None:
        hand_over(made.data, table_file(session, item, ending))


def table_file(session: Session, item: TableName, ending: str) -> str:
    """What the file of a table is called: 清河县2023年东西部协作自评.附件2 年度统计表.docx."""
    words = " ".join(filter(None, (item.label.rstrip("：:"), item.name))) or "附表"
    return session.file_name(f".{words}{ending}")
