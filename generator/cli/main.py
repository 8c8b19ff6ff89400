"""The command ``nigao``: the list of its commands, each loaded when it is called."""

from __future__ import annotations

import click

from generator.cli.chinese import Group
from generator.cli.encoding import require_readable_disk

COMMANDS = {
    "draft": "由数据包写出报告；或者把人改过的稿子更新到现在的数据（--edited）。",
    "text": "把报告印成纯文本，一段一行。",
    "trace": "说明每个数从哪里来、印在哪里，并按来源给全部数字计数。",
    "status": "说明数据包填到哪里了：已填、未填、已填未印、没有印出的段落，按部分、按部门计数。",
    "check": "查出矛盾和差错：文表不符、合计、比率、日期、名称、标题、标点、用语。",
    "view": "写出能问的网页：点一个数，就说明它从哪里来、印在哪里、上年是多少、查出什么问题。",
    "open": "在浏览器里打开工作台：填数、收表、写文字、预览、收改稿、出附表和定稿。",
    "tables": "只写附表：年度统计表、任务清单、项目计划表等，和报告里的相同。",
    "audit": "拿数据逐个核对 Word 文件里的数：一致、不一致、文中没有。",
    "diff": "比较两份 Word 文件的文字，或两个数据包的数和记录：增、删、改，增减多少。",
    "finalize": "写出定稿：去掉书签、编号、批注和人名，文字和版式不变。",
    "workbook": "数据包文件夹转成 Excel 工作簿，或工作簿转回文件夹，内容不变。",
    "new": "做一个新的数据包：空白的（--kind），或由上年的来（--from）。",
    "batch": "把一个文件夹里的数据包全部做一遍，边做边记清单。",
    "handout": "给每个部门写一本只含它要填的数、记录和文字的表，另写催报的话。",
    "collect": "收各部门填回来的表：哪些可取，哪些和已有的冲突，核对出什么；加 --take 才写。",
    "rollup": "由各县的数据包汇总出市里的数据包：相加、列出、重算，缺数的点名。",
    "kind": "报告种类：有哪些、在哪里（list），做一个新的（new），试一试（check）。",
    "bring": "从各部门报来的表里取数：先说哪一格放在哪里，加 --take 才写。",
}
"""Every command, in the order in which a clerk needs them, with its line in the help of ``nigao``.

The line is the first sentence of the command's own help. A command NAME is ``cli.commands.NAME``.
"""


@click.group(
    cls=Group,
    lines=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="nigao", message="拟稿 %(version)s", help="显示版本号。")
def main() -> None:
    """拟稿：由一年的数据写出自评报告，排成 GB/T 9704—2012 格式的 Word 文件。"""
    require_readable_disk()
