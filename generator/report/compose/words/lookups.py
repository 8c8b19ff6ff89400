"""Words that fetch a figure or a text by its name.

类别：取数和取文字
"""

from __future__ import annotations

from markupsafe import Markup

from generator.figures import Figure
from generator.model import files
from generator.model.cell import Source
from generator.model.document import Mark
from generator.model.errors import Problem
from generator.model.marks import escape, mark
from generator.model.replacing import replace
from generator.report.compose.block_marks import CLOSE, PARAGRAPH, block_open
from generator.report.compose.block_marks import table as placed
from generator.report.compose.printing import template_line
from generator.report.compose.words.scope import TemplateScope

APART = PARAGRAPH * 2
"""Parts what stands on both sides as an empty line does."""


def f(scope: TemplateScope, key: str | Figure) -> Figure:
    """The figure of a key, or of the key that a cell of type 指标键 holds.

    说明：按键取数，先找 figures.csv，再找本类报告推算的指标，最后找统计表；空着的不算，接着往下找。都不知道时印
    【待补：名称】；拿它作比较（if、大于、等于），成立不成立都不知道，也印【待补：名称】。键哪里都没有，是错误；由数据包填、可以没有的，在种类的 figures.csv 里写明键、名称和单位。
    用法：实现就业{{ f('就业.合计') }}
    印出：实现就业200人
    用法：培训{{ f('培训.人数') }}
    印出：培训【待补：培训人数】
    """
    wanted = key.value if isinstance(key, Figure) else key
    if isinstance(wanted, str) and wanted in scope.book:
        return scope.book.get(wanted)
    if isinstance(key, Figure) and not key.known:
        return key
    location = _location(key)
    if not _in_outline(location.file):
        scope.tell_fault(
            Problem(
                f"figures.csv、统计表和提纲里都没有键“{wanted}”",
                "请核对键的写法，或在 figures.csv 补上这一行",
                location.file,
                location.row or None,
                location.column or None,
            )
        )
    return Figure(str(wanted), str(wanted), None)


def _location(key: str | Figure) -> Source:
    """Where a key was written: the cell that holds it, else the line of the template."""
    if isinstance(key, Figure) and key.sources:
        return key.sources[0]
    return template_line()


def _in_outline(file: str) -> bool:
    return file.endswith(".j2") and not file.startswith(files.SECTIONS)


def prev(scope: TemplateScope, key: str) -> Figure:
    """Last year's figure of a key.

    说明：取上年数据包里同一个键的数，换算成今年的单位；没有上年数据包，或上年没有这个键，就是不知道。
    用法：上年到位{{ prev('资金.到位') }}
    印出：上年到位3800万元
    """
    return scope.book.prev(key)


def known(scope: TemplateScope, key: str) -> bool:
    """Whether there is a value for a key.

    说明：这个键有数就成立，零也算有；用在条件里。
    用法：{% if known('培训.人数') %}培训{{ f('培训.人数') }}{% else %}培训人数正在核对{% endif %}
    印出：培训人数正在核对
    """
    return key in scope.book and scope.book.get(key).known


def zero(scope: TemplateScope, key: str) -> bool:
    """Whether the figure of a key is known to be 0.

    说明：这个键的数是 0 就成立，不知道的不算；用在条件里，免得写出“0人”。
    用法：{% if not zero('事故.起数') %}发生事故{{ f('事故.起数') }}{% else %}没有发生事故{% endif %}
    印出：没有发生事故
    """
    return key in scope.book and scope.book.get(key).zero


def claim(scope: TemplateScope, text: str, key: str) -> Markup:
    """Digits that a person typed, bound to a key so that a check can compare them.

    说明：照印人工写入的数，并指明它是哪个键的数，核对时同数据比较。
    用法：引进企业{{ claim('13家', '企业.引进') }}
    印出：引进企业13家
    """
    return Markup(mark(escape(text), Mark("claimed", key, f(scope, key).sources)))


def text(scope: TemplateScope, name: str, label: str = "") -> Markup:
    """The people's text text/NAME.md; where it is missing a gap named ``label`` ("": as the kind
    calls it).

    说明：插入人写的文字 text/名称.md；没有这个文件，或者里面只有提示（{# … #}），印【待补：…】，名称用第二个参数，
    不写就用本类报告的叫法。
    用法：{{ text('closing', '结束语') }}
    印出：【待补：结束语】
    """
    if not scope.has_text(name):
        called = label or scope.labels.get(name, name)
        return scope.printer.gap(Figure(f"text/{name}", called, None))
    return Markup(f"{block_open(f'text/{name}')}\n{scope.render_text(name)}\n{CLOSE}")


def table(scope: TemplateScope, name: str, caption: str = "", numbered: bool = False) -> Markup:
    """The table of the kind of that name in the text, on lines of its own, ``caption`` above it.

    说明：在这里另起一行放一张表：本类报告 tables/名称.yaml 说明的表，连同单位、注。第二个参数是表上方的标题，不写没有；
    numbered=true 的按先后编表1、表2，没有写标题的用表名。一张表只能放一次；横排的表只能作附件。
    用法：{{ table('政策文件表', '政策文件', numbered=true) }}
    印出：（标题“表1　政策文件”，下面是这张表）
    """
    problem = scope.place_table(name)
    if problem is not None:
        location = template_line()
        scope.tell_fault(
            replace(problem, file=location.file, row=location.row or None, column=None)
        )
        return Markup("")
    title = caption if caption or not numbered else name
    words = scope.printer(title) if title else ""
    return Markup(f"{APART}{placed(name, numbered=numbered)}{words}{APART}")


def has_text(scope: TemplateScope, name: str) -> bool:
    """Whether the package has the people's text text/NAME.md.

    说明：数据包里有这份文字就成立，只有提示的不算；用在条件里。
    用法：{% if has_text('closing') %}有{% else %}无{% endif %}结束语
    印出：无结束语
    """
    return scope.has_text(name)
