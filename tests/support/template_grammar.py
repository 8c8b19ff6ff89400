"""Templates and formulas made at random by a grammar, and what composing them ends in."""

from __future__ import annotations

import random
import re
import resource
from collections.abc import Callable
from pathlib import Path

from generator.figures import FigureBook
from generator.model.cell import Source
from generator.model.dataset import Dataset
from generator.model.errors import NigaoError
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.read.load import load_package
from generator.report.compose.rendering import Renderer
from support import invented
from support.sound_grammar import SoundGrammar
from support.watchdog import HangError, limited

MEMORY = 1024
"""What a case may take: MiB."""

_SOUND, _SLIPS = 0.7, 0.02
"""The share of sources that are sound, and of their pieces that are not."""

_FILTERS = [
    "abs",
    "attr",
    "batch(9**9)",
    "capitalize",
    "center(10**9)",
    "count",
    "d('x')",
    "default('x',true)",
    "dictsort",
    "e",
    "escape",
    "filesizeformat",
    "first",
    "float",
    "forceescape",
    "format(f)",
    "groupby('键')",
    "indent(10**8)",
    "int",
    "items",
    "join",
    "join('、'*9999)",
    "last",
    "length",
    "list",
    "lower",
    "map('upper')",
    "map(attribute='标题')",
    "max",
    "min",
    "pprint",
    "random",
    "reject('odd')",
    "rejectattr('标题')",
    "replace('a','a'*99999)",
    "reverse",
    "round(10**7,'ceil')",
    "safe",
    "select('string')",
    "selectattr('标题','eq','甲')",
    "slice(10**8)",
    "sort",
    "sort(attribute='标题')",
    "string",
    "striptags",
    "sum(start=[])",
    "title",
    "tojson(10**8)",
    "trim",
    "truncate(2)",
    "unique",
    "upper",
    "urlencode",
    "urlize",
    "wordcount",
    "wordwrap(1)",
    "xmlattr",
    "unit('家')",
    "num",
    "places(10**9)",
    "places(2)",
    "in_unit('万元')",
    "where",
    "where(方式='印发')",
    "group('方式')",
    "cn",
    "money",
    "day",
    "month",
    "ym",
    "full_day",
    "vs",
    "map('",
    "count')",
    "map('e')",
]
_ATOMS = [
    "1",
    "0",
    "-1",
    "2.5",
    "1e308",
    "10**9",
    "10**99",
    "9999999999",
    "'a'",
    "'甲'",
    "''",
    "'%s'",
    "'%999999999d'",
    "[]",
    "[1,2]",
    "()",
    "{}",
    "{'a':1}",
    "none",
    "true",
    "f",
    "prev",
    "vs",
    "jn",
    "enum",
    "range",
    "namespace",
    "dict",
    "lipsum",
    "cycler",
    "self",
    "loop",
    "caller",
    "x",
    "n",
    "n.v",
    "m",
    "place",
    "year",
    "cutoff",
    "f('企业.引进')",
    "f('资金.到位')",
    "政策文件['方案'].日期",
    "f('培训.人数')",
    "f('无')",
    "prev('会议.领导小组')",
    "政策文件",
    "政策文件.标题",
    "政策文件.日期",
    "政策文件['方案']",
    "政策文件['方案'].标题",
    "place.name",
    "known('企业.引进')",
    "text('lead')",
    "range(100000)",
    "range(10**9)",
    "合计(资金.金额)",
    "计数(政策文件)",
    "种数(政策文件.方式)",
    "''.__class__",
    "f.func",
    "f('企业.引进').value",
    "f('企业.引进').__dict__",
    "'\\x0e'",
    "'\\ud800'",
    "has_text('lead')",
]
_OPERATORS = [
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "~",
    "==",
    "!=",
    "<",
    ">",
    "<=",
    ">=",
    "and",
    "or",
    "in",
    "not~in",
    "if~1~else",
    "is~not",
]
_TESTS = [
    "defined",
    "none",
    "odd",
    "string",
    "eq(1)",
    "divisibleby(0)",
    "sameas(1)",
    "callable",
    "in([1])",
    "mapping",
]
_METHODS = [
    "upper()",
    "format(1)",
    "center(10**9)",
    "split()",
    "zfill(10**9)",
    "join([1,2])",
    "append(1)",
    "replace('a','b')",
    "__class__",
    "items()",
    "value",
    "sources",
    "key",
    "number.sqrt()",
    "rows",
]


class _Grammar:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def pick(self, words: list[str]) -> str:
        return (
            self.random.choice(words).replace("~", " ") if words is not _OPERATORS else self.sign()
        )

    def sign(self) -> str:
        word = self.random.choice(_OPERATORS)
        return word if word == "~" else word.replace("~", " ")

    def expression(self, depth: int = 0) -> str:
        """An expression of at most five levels."""
        choice = self.random.random()
        if depth > 4 or choice < 0.3:
            return self.random.choice(_ATOMS)
        inner = self.expression(depth + 1)
        if choice < 0.5:
            return f"({inner})|{self.random.choice(_FILTERS)}"
        if choice < 0.75:
            return f"({inner} {self.sign()} {self.expression(depth + 1)})"
        if choice < 0.8:
            return f"({inner}).{self.random.choice(_METHODS)}"
        if choice < 0.85:
            return f"({inner})[{self.expression(depth + 1)}]"
        if choice < 0.88:
            return f"({inner})[{self.random.choice(('1:', ':2', '::-1', ':10**9'))}]"
        if choice < 0.92:
            return f"[{inner}, {self.expression(depth + 1)}]"
        if choice < 0.95:
            return f"({inner} is {self.random.choice(_TESTS)})"
        word = self.random.choice(
            [
                "jn",
                "enum",
                "f",
                "prev",
                "pct",
                "per",
                "growth",
                "breakdown",
                "anchor",
                "claim",
                "dict",
            ]
        )
        return f"{word}({inner}, {self.expression(depth + 1)})"

    def piece(self, depth: int = 0) -> str:
        """A piece of a template."""
        choice = self.random.random()
        expression = self.expression()
        if depth > 3 or choice < 0.4:
            return f"{{{{ {expression} }}}}"
        body = "".join(self.piece(depth + 1) for _ in range(self.random.randint(1, 3)))
        shapes: list[Callable[[], str]] = [
            lambda: f"{{% for x in {expression} %}}{body}{{% endfor %}}",
            lambda: f"{{% for x in range(10**{self.random.randint(1, 6)}) %}}{body}{{% endfor %}}",
            lambda: f"{{% for x in [1,2] recursive %}}{body}{{{{ loop([1]) }}}}{{% endfor %}}",
            lambda: f"{{% if {expression} %}}{body}{{% else %}}否{{% endif %}}",
            lambda: f"{{% set x = {expression} %}}{body}",
            lambda: f"{{% set x %}}{body}{{% endset %}}{{{{ x }}}}{{{{ x }}}}",
            lambda: (
                "{% set n = namespace(v=[1]) %}{% for x in range(40) %}"
                f"{{% set n.v = n.v {self.sign()} n.v %}}{{% endfor %}}{body}"
            ),
            lambda: f"{{% macro m(x=1) %}}{body}{{{{ m(x) }}}}{{% endmacro %}}{{{{ m(2) }}}}",
            lambda: f"{{% call clause() %}}{body}{{% endcall %}}",
            lambda: f"{{% filter {self.random.choice(_FILTERS)} %}}{body}{{% endfilter %}}",
            lambda: f"{{% with x = {expression} %}}{body}{{% endwith %}}",
            lambda: f"{{% block b{self.random.randint(1, 9999)} %}}{body}{{% endblock %}}",
            lambda: f"{{% include {expression} %}}{body}",
            lambda: f"{{% import 'macros.md.j2' as x %}}{{{{ x }}}}{body}",
            lambda: f"{{% autoescape false %}}{body}{{% endautoescape %}}",
        ]
        return self.random.choice(shapes)()


def template(seed: int) -> str:
    """A text of a package: most are sound but for a slip here and there, some hostile or damaged."""
    grammar = _Grammar(seed)
    if grammar.random.random() < _SOUND:
        return SoundGrammar(grammar.random, grammar.expression, _SLIPS).template()
    source = "句。".join(grammar.piece() for _ in range(grammar.random.randint(1, 4)))
    if grammar.random.random() < 0.2:
        cut = grammar.random.randrange(len(source))
        source = source[:cut] + source[cut + 1 :]
    return source


def formula(seed: int) -> str:
    """A formula; what a template calls f('企业.引进') it writes {企业.引进}."""
    grammar = _Grammar(seed)
    sound = grammar.random.random() < _SOUND
    made = SoundGrammar(grammar.random, grammar.expression, _SLIPS if sound else 0.3).formula()
    source = made if sound or grammar.random.random() < 0.5 else grammar.expression()
    return re.sub(r"f\('([\w.]+)'\)", r"{\1}", source)


def made_package(folder: Path) -> tuple[Dataset, Kind]:
    """A small package for all cases, with last year's beside it."""
    example = invented.example(folder, "正文。")
    (example / "text" / "lead2.md").write_text("县委高度重视。\n", encoding="utf-8")
    return load_package(example, invented.templates(folder / "templates"))


def attempt(package: tuple[Dataset, Kind], where: str, source: str) -> tuple[str, str]:
    """The fault of a case ("" for none), and how it ended: text, refused or fault."""
    before = _peak()
    try:
        with limited():
            first, second = (_outcome(package, where, source) for _ in range(2))
    except HangError:
        return "hang", "fault"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}", "fault"
    if first != second:
        return f"not the same twice: {first[:200]} | {second[:200]}", "fault"
    if re.search(r"0x[0-9a-f]{6,}", first):
        return f"an address: {first[:200]}", "fault"
    if before < _peak() and _peak() > MEMORY:
        return "memory", "fault"
    return "", "refused" if first.startswith("refused") else "text"


def _peak() -> int:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _outcome(package: tuple[Dataset, Kind], where: str, source: str) -> str:
    dataset, kind = package
    book = FigureBook(dataset, kind)
    if where == "formula":
        try:
            figure = book.compute(source, Source("figures.csv", 2, "公式"))
        except NigaoError as error:
            return _refusal([str(problem) for problem in error.problems])
        return f"{figure.value} {figure.formula}"
    prose = next(iter(dataset.texts.values()))
    texts = {**dataset.texts, "lead": replace(prose, text=source)}
    renderer = Renderer(replace(dataset, texts=texts), kind, book)
    text = renderer.prose("lead")
    return _refusal([str(fault) for fault in renderer.faults]) if renderer.faults else text


def _refusal(lines: list[str]) -> str:
    for line in lines:
        assert re.search("[\u4e00-\u9fff]", line), f"not Chinese: {line}"
        assert "\n" not in line, f"several lines: {line}"
    return "refused " + "\n".join(lines)
