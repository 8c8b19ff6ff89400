"""苇塘县 of 2023 and its seven departments: handed out, filled in, collected, sent back, drafted."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import openpyxl

from support.stories import HEADER, NO_CASES, Clerk, fill, settings

PACKAGE, ASK = "苇塘-2023", "县乡村振兴局陈柏（0900-1000）"
COUNTY = "--place 苇塘县 --partner 望海区 --city 云岭市 --province 北原省 --partner-city 东澜市"
DEPARTMENTS = """\
部门,联系人,电话,期限,负责
县委办,周明,0900-1001,2023-11-10,会议 meetings.csv
县委组织部,何立,0900-1002,2023-11-10,干部 专技
县人社局,赵平,0900-1003,2023-11-10,就业 车间
县财政局,钱枫,0900-1004,2023-11-10,资金 funds.csv
县农业农村局,孙榆,0900-1005,2023-11-10,示范村
县商务局,李桐,0900-1006,2023-11-10,企业
县教育局,吴槐,0900-1007,2023-11-10,结对
"""
KNOWN = {"1.1.1": "4", "4.2.1": "4680"}
"""What the clerk has typed in before: from the minutes, from the bank."""
ANSWERS: dict[str, dict[str, int | float]] = {
    "县委办": {"1.1.1": 5, "1.1.2": 3, "1.1.3": 6, "1.2.3": 2, "会议.专题会": 4},
    "县委组织部": {"4.1.1.1.2": 1, "4.1.1.1.3": 2, "4.1.4.1.2": 12},
    "县人社局": {
        "2.1.2.1": 342,
        "2.1.2.1.1": 281,
        "2.1.2.2": 1150,
        "2.1.2.2.1": 1760,
        "2.1.2.3": 95,
        "2.1.2.3.1": 70,
        "3.3": 6,
        "3.3.1": 120,
        "3.3.1.1": 77,
    },
    "县财政局": {"4.2.1": 4700, "4.2.1.1": 4446, "4.2.1.3": 2880, "4.2.1.4": 260},
    "县农业农村局": {"4.3.1": 2, "4.3.1.1": 2},
    "县商务局": {"3.1": 3, "3.1.1": 0.26, "3.1.2": 75, "3.1.2.1": 40},
    "县教育局": {"1.3.2": 9, "1.3.2.1": 9},
}
"""What each department types in; 1760 is a slip for 760, two numbers differ from what is known."""
LATE, SENT_BACK = "县教育局", "县人社局"
MENDED = {"2.1.2.2.1": 760}
TEXTS = {
    "lead": "2023年，苇塘县与望海区深化协作，现将工作情况报告如下：",
    "innovations": "帮扶车间办到村口，共{车间.数}。",
    "problems": "车间订单不足。",
    "next_steps": "组织车间到望海区对接订单。",
}


def type_in(source: Path, target: Path, values: Mapping[str, int | float]) -> None:
    """What a department types into the cells of its workbook; each by the mark of its row."""
    book = openpyxl.load_workbook(source)
    sheet = book["填报"]
    rows = {str(row[-1].value): row for row in sheet.iter_rows(min_row=5) if row[-1].value}
    column = [cell.value for cell in sheet[4]].index("本年数")
    for mark, value in values.items():
        rows[mark][column].value = value
    target.parent.mkdir(exist_ok=True)
    book.save(target)


def saved_in_office(file: Path) -> None:
    """The workbook saved once more by LibreOffice, as a department that works with it sends it."""
    out = file.parent / "另存"
    words = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{file.parent.absolute()}/profile",
    ]
    words += ["--convert-to", "xlsx", "--outdir", str(out), str(file)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    (out / file.name).replace(file)


def prepared(clerk: Clerk) -> None:
    """The package with its departments and what is known so far."""
    clerk.nigao(f"new {PACKAGE} --kind 东西部协作自评 --year 2023 {COUNTY}")
    package = Path(PACKAGE)
    (package / "departments.csv").write_text(DEPARTMENTS, encoding="utf-8")
    settings(package, HEADER | NO_CASES)
    fill(package / "indicators.csv", KNOWN)


def filled_in(names: list[str]) -> str:
    """The workbooks of these departments in 收回/, as words of a command."""
    for name in names:
        type_in(Path("发出") / f"{name}.xlsx", Path("收回") / f"{name}.xlsx", ANSWERS[name])
    return " ".join(f"收回/{name}.xlsx" for name in names)


def texts_written() -> None:
    """What the clerk writes at the end."""
    for name, text in TEXTS.items():
        (Path(PACKAGE) / "text" / f"{name}.md").write_text(text, encoding="utf-8")


def told(clerk: Clerk) -> None:
    """The whole story."""
    prepared(clerk)
    clerk.nigao(f"handout {PACKAGE} -o 发出 --contact {ASK}")
    in_time = filled_in([name for name in ANSWERS if name != LATE])
    if shutil.which("soffice"):
        saved_in_office(Path("收回") / "县财政局.xlsx")
    clerk.nigao(f"collect {PACKAGE} {in_time}", status=1)
    decided = "--take --decide 1-1 --send-back 退回 --by 陈柏"
    clerk.nigao(f"collect {PACKAGE} {in_time} {decided} --date 2023-11-10", status=1)
    clerk.nigao(f"status {PACKAGE}")
    type_in(Path("退回") / f"{SENT_BACK}.退回.xlsx", Path("收回") / f"{SENT_BACK}2.xlsx", MENDED)
    again = f"collect {PACKAGE} 收回/{SENT_BACK}2.xlsx --take --by 陈柏 --date 2023-11-12"
    clerk.nigao(again)
    late = filled_in([LATE])
    clerk.nigao(f"collect {PACKAGE} {late} --take --by 陈柏 --date 2023-11-14")
    texts_written()
    clerk.nigao(f"draft {PACKAGE}")
