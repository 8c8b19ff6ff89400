"""report.yaml as rows of a sheet, an item a row."""

from __future__ import annotations

import datetime as dt

from generator.model.digits import whole_number
from generator.package.intake.celltext import require_as_stored
from generator.package.intake.grid import Grid, RawCell, letter
from generator.package.intake.looks import sheet_looks
from generator.package.intake.notes import TableNotes
from generator.package.intake.unclear import UnclearCellError

HEAD = ("项目", "值", "代号")
_VALUE, _PATH = 2, 3
LABELS = {
    "kind": "报告种类",
    "year": "年度",
    "cutoff": "数据截止日期",
    "compare": "和上年比的数",
    "form": "公文形式",
    "place": "本地",
    "partner": "协作方",
    "name": "名称",
    "organ": "单位",
    "short": "简称",
    "level": "级别",
    "city": "所在市",
    "province": "所在省",
    "previous": "上年数据包",
    "names": "共用名册",
    "origin": "由哪个数据包来",
    "package": "数据包",
    "organs": "发文机关",
    "suffix": "机关标志后缀",
    "number": "发文字号",
    "signers": "签发人",
    "copy_number": "份号",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "title": "公文标题",
    "addressee": "主送机关",
    "letter": "呈报语",
    "contents": "目录",
    "signature": "署名",
    "chops": "签名章",
    "post": "签发人职务",
    "attendance": "出席人员",
    "sign_line": "签名行",
    "date": "日期",
    "seal": "印章",
    "after": "位置",
    "report_title": "报告题名",
    "report_subtitle": "报告副题",
    "appendices": "附件",
    "parts": "部分",
    "text": "文字",
    "table": "表",
    "imprint": "版记",
    "before_annexes": "在附件之前",
    "issuer": "印发机关",
    "copy_to": "抄送",
    "headings": "标题层次",
    "format": "编号样式",
    "run_in": "段内标题",
    "fonts": "字体",
    "layout": "版式",
    "reference": "样板",
    "page_number": "页码",
    "checks": "核对",
    "annexes": "附件样式",
    "label": "标签",
    "note": "附件说明",
    "subtitle": "副题",
    "columns": "增列",
    "heads": "列名",
    "lines": "表前",
    "notes": "表注",
}
OF_THE_WHOLE = {"format": "公文格式", "note": "附注"}
"""Items that mean something else inside another one."""
OF_AN_ANNEX = {"title": "题目"}
"""Items that mean something else in an appendix than of the whole."""
CHOICES = {
    "letter": ("true", "false"),
    "signature.seal": ("true", "false"),
    "signature.after": ("letter", "report"),
    "form": ("formal", "plain"),
    "format": ("公文", "信函", "命令", "纪要"),
    "page_number": ("standard", "center", "none"),
}


def label(path: str) -> str:
    """The item in Chinese: 署名·日期, 附件1·名称."""
    if path in OF_THE_WHOLE:
        return OF_THE_WHOLE[path]
    words: list[str] = []
    parts = path.split(".")
    labels = LABELS | OF_AN_ANNEX if parts[0] == "appendices" else LABELS
    for part in parts:
        number = whole_number(part)
        if number is not None and words and words[0] != LABELS["headings"]:
            words[-1] += str(number + 1)
        else:
            words.append(labels.get(part, part))
    return "·".join(words)


def unclear_items(sheet: Grid, file: str) -> TableNotes:
    """What is not clear of the sheet in that file: words that are crossed out, a number or a day
    that its format shows as another one."""
    notes = sheet_looks(sheet, file)
    for row in sheet.rows_from(2):
        try:
            require_as_stored(sheet.at(row, _VALUE))
        except UnclearCellError as fault:
            notes.problem(fault.message, fault.todo, row, letter(_VALUE))
    return notes


def read_items(sheet: Grid) -> tuple[dict[str, str], dict[str, int]]:
    """The values of the sheet by path, and the row of each."""
    values, rows = {}, {}
    for row in sheet.rows_from(2):
        path = str(sheet.at(row, _PATH).value or "").strip()
        if path:
            values[path], rows[path] = _yaml_text(sheet.at(row, _VALUE)), row
    return values, rows


def _yaml_text(cell: RawCell) -> str:
    """What stands in a cell as report.yaml writes it."""
    match cell.value:
        case None:
            return ""
        case bool():
            return "true" if cell.value else "false"
        case dt.datetime() | dt.date():
            return cell.value.strftime("%Y-%m-%d")
        case float() if cell.value.is_integer():
            return str(int(cell.value))
        case _:
            return str(cell.value).replace("\r\n", "\n")
