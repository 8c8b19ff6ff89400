"""Templates and formulas as people write them: real words with arguments that fit, of any depth."""

from __future__ import annotations

import random
from collections.abc import Callable

MONEY = ("资金.到位", "资金.计划", "资金.每村", "消费帮扶.销售")
COUNTS = ("就业.脱贫", "企业.引进", "会议.领导小组", "干部.东派", "专技.教师")
KEYS = (*MONEY, *COUNTS, "培训.人数", "资金.使用率", "就业.合计", "就业.赴东部", "就业.省内")
DATES = ("政策文件['方案'].日期", "政策文件['意见'].日期", "互访['来访'].开始", "互访['回访'].开始")
CELLS = (
    "政策文件['方案'].标题",
    "政策文件['意见'].发文机关",
    "互访['来访'].姓名",
    "资金['大棚'].名称",
)
COLUMNS = ("政策文件.标题", "政策文件.发文机关", "互访.姓名", "资金.名称", "资金.方向", "资金.用途")
RECORDS = ("政策文件", "互访", "资金", "政策文件|where(方式='印发')", "资金|where(用途='产业')")
NAMES = {"政策文件": "标题", "互访": "姓名", "资金": "名称"}
MONEY_ATOMS = (*(f"{{{key}}}" for key in MONEY), "合计(资金.金额)", "合计(资金.金额, 用途='产业')")
PEOPLE_ATOMS = ("{就业.脱贫}", "{就业.合计}", "{就业.赴东部}", "{就业.省内}")
FACTORS = (
    "0",
    "1",
    "2",
    "0.5",
    "100",
    "12.25",
    "计数(互访)",
    "种数(资金.用途)",
    "{企业.引进}",
    "{培训.人数}",
)
PLACES = ("place.name", "place.short", "partner.city", "partner.name", "year", "next_year")
WORDS = (
    "工作机制",
    "组织领导",
    "全年实现",
    "投入资金",
    "甲村",
    "其中产业",
    "“三项制度”",
    "（试行）",
)


class SoundGrammar:
    """Makes templates; now and then a piece is what ``wild`` gives, which need not be sound."""

    def __init__(self, rng: random.Random, wild: Callable[[], str], share: float) -> None:
        self._rng, self._wild, self._share = rng, wild, share
        self._rows: list[tuple[str, str]] = []
        """The loops around: the variable and a column that its records have."""
        self._names = 0

    def template(self) -> str:
        """A text of some sentences."""
        return "\n\n".join(self._body(0) for _ in range(self._rng.randint(1, 3)))

    def formula(self) -> str:
        """An expression of figures, with ``{键}`` for a figure."""
        return self._one(
            lambda: self._sum(0),
            lambda: f"{self._sum(1)}/{self._sum(1)}*100",
            lambda: f"({self._sum(1)}-{self._sum(1)})/({self._factor(1)}+1)",
        )

    def _sum(self, depth: int) -> str:
        """Figures of one unit, added and multiplied."""
        atoms = self._rng.choice((MONEY_ATOMS, PEOPLE_ATOMS))
        return self._terms(atoms, depth)

    def _terms(self, atoms: tuple[str, ...], depth: int) -> str:
        if self._chance(self._share):
            return self._wild()
        if depth > 4 or self._chance(0.35):
            return self._rng.choice(atoms)
        return self._one(
            lambda: (
                f"({self._terms(atoms, depth + 1)}{self._rng.choice('+-')}{self._terms(atoms, depth + 1)})"
            ),
            lambda: f"{self._terms(atoms, depth + 1)}*{self._factor(depth + 1)}",
        )

    def _factor(self, depth: int) -> str:
        if depth > 4 or self._chance(0.8):
            return self._rng.choice(FACTORS)
        return f"({self._factor(depth + 1)}{self._rng.choice('+-*/')}{self._factor(depth + 1)})"

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share

    def _one(self, *shapes: Callable[[], str]) -> str:
        return self._rng.choice(shapes)()

    def _body(self, depth: int) -> str:
        return "".join(self._sentence(depth) for _ in range(self._rng.randint(1, 4)))

    def _sentence(self, depth: int) -> str:
        if depth > 3 or self._chance(0.55):
            return f"{self._rng.choice(WORDS)}{self._printed()}{self._rng.choice('，，。；')}"
        return self._one(
            lambda: f"{{% if {self._condition()} %}}{self._body(depth + 1)}{{% endif %}}",
            lambda: (
                f"{{% if {self._condition()} %}}{self._body(depth + 1)}"
                f"{{% else %}}{self._body(depth + 1)}{{% endif %}}"
            ),
            lambda: self._loop(depth),
            lambda: self._groups(depth),
            lambda: f"{{% call clause() %}}，{self._printed()}{{% endcall %}}",
            lambda: self._set(depth),
            lambda: self._macro(depth),
            lambda: f"{{# {self._rng.choice(WORDS)} #}}",
            lambda: (
                f"{{% with 值 = {self._figure()} %}}{{{{ 值 }}}}{self._body(depth + 1)}{{% endwith %}}"
            ),
        )

    def _loop(self, depth: int) -> str:
        records = self._rng.choice(RECORDS)
        return self._over(records, records.partition("|")[0], depth)

    def _over(self, records: str, file: str, depth: int) -> str:
        """A loop over records of a file."""
        self._names += 1
        row = f"行{self._names}"
        self._rows.append((row, NAMES[file]))
        body = self._body(depth + 1)
        self._rows.pop()
        begin = f"{{{{ anchor({row}) }}}}" if self._chance(0.3) else ""
        last = "{% if not loop.last %}；{% endif %}" if self._chance(0.3) else ""
        return f"{{% for {row} in {records} %}}{begin}{body}{last}{{% endfor %}}"

    def _groups(self, depth: int) -> str:
        field = {"政策文件": "方式", "互访": "方向", "资金": "用途"}
        file = self._rng.choice(list(field))
        inner = self._over("组.rows", file, depth + 1)
        return f"{{% for 组 in {file}|group('{field[file]}') %}}{{{{ 组.label }}}}{inner}{{% endfor %}}"

    def _set(self, depth: int) -> str:
        self._names += 1
        name = f"量{self._names}"
        rest = f"{{{{ {name} }}}}{self._body(depth + 1)}"
        if self._chance(0.5):
            return f"{{% set {name} = {self._figure()} %}}{rest}"
        return f"{{% set {name} %}}{self._printed()}{{% endset %}}{rest}"

    def _macro(self, depth: int) -> str:
        self._names += 1
        name = f"句{self._names}"
        rows, self._rows = self._rows, []
        body = self._body(depth + 1)
        self._rows = rows
        return f"{{% macro {name}(数) %}}{{{{ 数 }}}}{body}{{% endmacro %}}{{{{ {name}({self._figure()}) }}}}"

    def _printed(self) -> str:
        expression = self._wild() if self._chance(self._share) else self._expression()
        return f"{{{{ {expression} }}}}"

    def _expression(self) -> str:
        return self._one(
            self._figure,
            self._figure,
            self._worded,
            self._date,
            self._change,
            self._list,
            lambda: self._rng.choice(PLACES),
            lambda: f"{self._rng.choice(CELLS)}{self._rng.choice(('', '|title'))}",
            lambda: f"text('{self._rng.choice(('lead', 'closing'))}2', '结束语')",
            lambda: f"claim('{self._rng.randint(1, 20)}家', '企业.引进')",
            self._cell,
        )

    def _cell(self) -> str:
        """A cell of the row of a loop."""
        if not self._rows:
            return self._rng.choice(CELLS)
        row, column = self._rng.choice(self._rows)
        return f"{row}.{column}"

    def _figure(self) -> str:
        return self._one(
            lambda: f"f('{self._rng.choice(KEYS)}')",
            lambda: f"f('{self._rng.choice(KEYS)}')",
            lambda: f"prev('{self._rng.choice(KEYS)}')",
            lambda: "合计(资金.金额)",
            lambda: "合计(资金.金额, 用途='产业')",
            lambda: f"计数({self._rng.choice(('政策文件', '互访', '资金'))})|unit('件')",
            lambda: f"种数({self._rng.choice(COLUMNS)})|unit('个')",
            lambda: f"together([f('{self._rng.choice(COUNTS)}')])",
        )

    def _money(self) -> str:
        return f"f('{self._rng.choice(MONEY)}')"

    def _count(self) -> str:
        return f"f('{self._rng.choice(COUNTS)}')"

    def _worded(self) -> str:
        """A figure in another way."""
        return self._one(
            lambda: f"{self._figure()}|unit('{self._rng.choice(('户', '名', '件'))}')",
            lambda: f"{self._figure()}|num",
            lambda: f"{self._money()}|places({self._rng.randint(0, 4)})",
            lambda: f"{self._money()}|in_unit('{self._rng.choice(('亿元', '元', '万元'))}')",
            lambda: (
                f"{self._money()}|money{self._rng.choice(('', '()', chr(40) + chr(39) + '万元' + chr(39) + ')'))}"
            ),
            lambda: f"{self._count()}|cn",
            lambda: f"{self._figure()}|vs",
            lambda: f"pct({self._count()}, {self._count()}, {self._rng.randint(0, 3)})",
            lambda: f"per({self._money()}, '村')",
        )

    def _date(self) -> str:
        if self._chance(0.3):
            style = self._rng.choice(("", ", '至'", ", '—'", ", '-短'"))
            return f"drange(互访['来访'].开始, 互访['来访'].结束{style})"
        way = self._rng.choice(("day", "month", "ym", "full_day"))
        return f"{self._rng.choice(DATES)}|{way}"

    def _change(self) -> str:
        return self._one(
            lambda: f"vs({self._figure()}{self._rng.choice(('', ', chr', ''))})".replace(
                "chr", "'，'"
            ),
            lambda: (
                f"growth({self._money()}, {self._money()}, '{self._rng.choice(('rate', 'abs'))}', label='比计划')"
            ),
            lambda: f"unchanged([{self._count()}, {self._count()}])",
            lambda: f"beat([('到位', {self._money()}), ('会议', {self._count()})], '超过上年')",
        )

    def _list(self) -> str:
        texts = [f"'{self._rng.choice(WORDS)}'" for _ in range(self._rng.randint(1, 4))]
        figures = ", ".join(f"('甲', {self._count()})" for _ in range(self._rng.randint(1, 3)))
        last = self._rng.choice(("", ", last='和'", ", etc=true", ", sep='；'"))
        return self._one(
            lambda: f"jn([{', '.join(texts)}]{last})",
            lambda: f"jn({self._rng.choice(COLUMNS)}{last})",
            lambda: f"enum([{', '.join(texts)}]{self._rng.choice(('', ', chr'))})".replace(
                "chr", "'plain'"
            ),
            lambda: f"breakdown([('产业', [{self._money()}]), ('教育', [])])",
            lambda: (
                f"of_which({self._count()}, [{figures}]{self._rng.choice(('', ', compare=true'))})"
            ),
            lambda: f"of_which({self._money()}, [{figures}], '（）')",
        )

    def _condition(self) -> str:
        return self._one(
            lambda: f"known('{self._rng.choice(KEYS)}')",
            lambda: f"has_text('{self._rng.choice(('lead', 'closing'))}')",
            lambda: f"{self._rng.choice(('政策文件', '互访', '资金'))}",
            lambda: f"not known('{self._rng.choice(KEYS)}')",
            lambda: f"known('{self._rng.choice(KEYS)}') and known('{self._rng.choice(KEYS)}')",
            lambda: (
                f"{self._count()} {self._rng.choice(('>', '<', '==', '>='))} {self._rng.randint(0, 9)}"
            ),
            lambda: f"{self._money()} > {self._money()}",
        )
