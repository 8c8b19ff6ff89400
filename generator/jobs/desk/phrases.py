"""What messages say of files, paths and commands, and what a person does on screens instead."""

from __future__ import annotations

import re

from generator.jobs.desk.settingwords import CODES
from generator.model.regex import regex
from generator.package.workbook.settings_sheet import label

TICK = "收表时请在它左边打勾"
"""How a person has what a department reported taken."""
_SAID = (
    ("nigao handout 发出去的表", "“分发收表”发出去的表"),
    ("请用 nigao bring 取数", "到“带入”取数"),
    (
        "只想比较可用 nigao diff，要重新写一份请用 -o 换一个文件名",
        "要重新写一份，请在“预览”下载初稿",
    ),
    ("这一格写着“=”，由程序算", "这一格由程序算出"),
    ("请先用 nigao workbook 转成文件夹", "请先在首页转成文件夹"),
    ("请用 nigao audit 逐个核对数字", "请逐个核对数字"),
    ("数据包是一个含 report.yaml 的文件夹", "请核对是不是数据包的文件夹"),
    (
        "在 report.yaml 里写 letter: false",
        "在“设置”的“高级”里改",
    ),
    ("figures.csv、统计表和提纲里都没有键", "表里都没有"),
    ("没有键“", "没有这个数“"),
    ("应当是 true 或 false", "应当是“是”或“否”"),
    ("（.nigao/drafts）", ""),
    ("不能用 --decide 换；请在数据包里改", "不能在这里换；请在“填数”里改"),
    ("请先不写 --decide 看一遍，照每行左边的序号写", "请收起，把表再拖一次"),
    ("（连同里面的 .nigao 文件夹）", ""),
)
_SHAPED = (
    (regex(r"请加 --decide [^\s，。；、）]+"), TICK),
    (regex(r"--decide [^\s，。；、：]+：没有这个序号"), "打了勾的有一项已经没有了"),
    (regex(r"--decide [^\s，。；、：]+：这一项"), "打了勾的有一项"),
    (
        regex(r"要保留“(.+?)”，请写进 (?:figures\.csv|数据) 的“修饰”列"),
        r"要印“\1”，请到“数据”一张里写这个数，连“\1”一起写",
    ),
    (regex(r"“修饰”列?(却是|里已经)"), r"“修饰”（在“高级”里）\1"),
    (regex(r"公式里的键“(.+?)”哪里都没有"), r"公式里用的“\1”哪里都没有"),
    (regex(r"请复制到 (?:\.\./)\S+?(?=[，。；]|$)"), "请把它放到数据包旁边"),
    (regex(r"“(?:\.{1,2}/)+[^“”]*”"), ""),
    (regex(r"；请放好它，或改正“(?:names|previous)”"), "；请把它放到数据包旁边"),
)
_CODE = regex(rf" ?'({'|'.join(CODES)})' ?")
_SETTING_OF_BOOK = regex(r"(工作表“设置” 第\d+行)“([\w.]+)”列?")


def on_screens(text: str) -> str:
    """A line of a job in words of who works on screens; names of files stay.

    例：
        >>> on_screens("请先用 nigao workbook 转成文件夹")
        '请先在首页转成文件夹'
        >>> on_screens("找不到共用名册“../names.csv”，没有拿它核对名称。")
        '找不到共用名册，没有拿它核对名称。'
    """
    for said, instead in _SAID:
        text = text.replace(said, instead)
    for shape, instead in _SHAPED:
        text = shape.sub(instead, text)
    text = _SETTING_OF_BOOK.sub(_setting_of_book, text)
    return _CODE.sub(lambda found: f"“{CODES[found[1]]}”", text)


def _setting_of_book(found: re.Match[str]) -> str:
    """An item on the sheet of settings of a workbook, by its name."""
    return f"{found[1]}“{label(found[2])}”"
