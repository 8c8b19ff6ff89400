"""What is wrong with the templates of a kind whatever the data say: tags that do not pair, keys,
names and columns that nobody holds, blocks twice, headings that are too deep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache

from jinja2 import BaseLoader, TemplateSyntaxError
from markupsafe import escape
from msgspec import Struct

from generator.figures.sandbox import BoundedEnvironment
from generator.model.cell import Source
from generator.model.errors import Problem, excerpt
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.report.compose import precompiled
from generator.report.compose.environment import environment_of
from generator.report.compose.faults import syntax_faults
from generator.report.compose.tags import without_comments
from generator.report.compose.template_facts import facts_from, read_facts
from generator.report.compose.template_uses import TemplateParts, TemplateUses, read_uses

_TEMPLATES = 500
"""So many templates are known by what they say: a batch reads those of a kind once."""
_ALWAYS = ("super", "self", "caller", "loop", "varargs", "kwargs", "report_title")
"""Names that Jinja2 gives, and the one that is known once the title is composed."""
_NEAR = 0.5
_MOST = 5_000
"""Names among which a near one is looked for."""
_HEADING = regex(r"^(#{1,9})(?!#)\s+\S", re.M)
_ATTRIBUTES = ("key",)
"""What may be asked of a record besides its columns."""
_KEY_TODO = "请核对写法；由数据包填、可以没有的，在种类的 figures.csv 里写明键、名称和单位"
_LEVELS = "零一二三四五六七八九"


def template_faults(
    kind: Kind, keys: Collection[str], environment: BoundedEnvironment
) -> Iterator[Problem]:
    """Every fault of the templates of a kind; ``keys`` are those that it or the package holds, the
    ``environment`` knows all words."""
    known = _KnownWords(kind, keys, environment)
    for name, source in kind.templates.items():
        shown = f"{kind.name}/{name}"
        try:
            uses = _uses(name, source)
        except TemplateSyntaxError as error:
            yield from syntax_faults(error, f"{kind.path}/{name}")
            continue
        template = _ReadTemplate(source, Source(shown, 1), uses)
        yield from known.faults(template)
        yield from _block_faults(template)
        yield from _heading_faults(template, kind)
    for source, location in kind.lines.items():
        yield from _faults_of_line(source, location, known)


@lru_cache(_TEMPLATES)
def _uses(name: str, source: str) -> TemplateUses:
    """What a template uses; of one of the program's it comes with it as it comes compiled."""
    stored = precompiled.facts_of(name, source)
    facts = facts_from(stored) if stored else read_facts(_parser().parse(source, name))
    return facts.uses


@lru_cache(_TEMPLATES)
def _uses_of_line(source: str) -> TemplateUses:
    """What a template of one line uses."""
    return read_uses(TemplateParts(_parser().parse(source)))


@cache
def _parser() -> BoundedEnvironment:
    """What parses templates: their words are looked up afterwards."""
    return environment_of(BaseLoader(), escape)


def _faults_of_line(source: str, location: Source, known: _KnownWords) -> Iterator[Problem]:
    """The faults of a template of one line of kind.yaml or a table."""
    try:
        uses = _uses_of_line(source)
    except TemplateSyntaxError as error:
        for fault in syntax_faults(error, location.file):
            yield Problem(fault.message, "请改正这一行", location.file, location.row)
        return
    yield from known.faults(_ReadTemplate(source, location, uses))


class _ReadTemplate(Struct, frozen=True):
    """A template, where it begins, and what it uses."""

    source: str
    location: Source
    uses: TemplateUses

    def problem(self, message: str, todo: str, word: str, *around: str) -> Problem:
        """A fault of a word, at the line where it first stands, as one of the patterns
        ``around`` it ({} is the word) finds it."""
        quoted = re.escape(word)
        found = (re.search(way.format(quoted), self.source) for way in (*around, "{}"))
        first = next((match for match in found if match), None)
        line = self.source.count("\n", 0, first.start()) if first else 0
        row = (self.location.row or 1) + line
        return Problem(message, todo, self.location.file, row)


class _KnownWords(Struct, frozen=True):
    """All that templates of a kind may name."""

    kind: Kind
    keys: Collection[str]
    environment: BoundedEnvironment

    def faults(self, template: _ReadTemplate) -> Iterator[Problem]:
        """What a template names and nobody knows."""
        uses = template.uses
        yield from self._key_faults(template)
        names = [*self.environment.globals, *_ALWAYS]
        for name in _strangers(uses.names, names):
            message = f"不认识“{excerpt(name)}”{_near(name, names)}"
            yield template.problem(message, "请核对词、记录的名称或变量名", name, r"\b{}\b")
        for name in _strangers(uses.filters, self.environment.filters):
            message = f"没有过滤器“{excerpt(name)}”{_near(name, self.environment.filters)}"
            yield template.problem(message, "见 docs/words.zh-CN.md", name, r"\|\s*{}\b")
        for name in _strangers(uses.tests, self.environment.tests):
            message = f"没有测试“{excerpt(name)}”{_near(name, self.environment.tests)}"
            yield template.problem(message, "请改正", name, r"\bis\s+(?:not\s+)?{}\b")
        yield from self._column_faults(template)
        yield from self._part_faults(template)

    def _key_faults(self, template: _ReadTemplate) -> Iterator[Problem]:
        for key in _strangers(template.uses.keys, self.keys):
            message = f"没有键“{excerpt(key, 24)}”{_near(key, self.keys)}"
            yield template.problem(message, _KEY_TODO, key, "'{}'", '"{}"')

    def _column_faults(self, template: _ReadTemplate) -> Iterator[Problem]:
        """Columns that records do not have."""
        specs = {spec.name: spec for spec in self.kind.records}
        for records, column in template.uses.columns:
            if records not in specs:
                continue
            names = [field.name for field in specs[records].fields]
            if column not in (*names, *_ATTRIBUTES):
                message = f"“{records}”没有“{excerpt(column)}”列{_near(column, names)}"
                ways = (r"\.{}\b", r"\b{}\s*=", "'{}'")
                yield template.problem(message, f"可用：{'、'.join(names)}", column, *ways)

    def _part_faults(self, template: _ReadTemplate) -> Iterator[Problem]:
        """Texts, tables and other templates that are not there."""
        texts, tables, templates = self.kind.texts, self.kind.tables, self.kind.templates
        for name in _strangers(template.uses.texts, texts):
            message = f"kind.yaml 的 texts 里没有“{excerpt(name)}”{_near(name, texts)}"
            todo = "请核对，或在 texts 里补上它的叫法"
            yield template.problem(message, todo, name, "'{}'", '"{}"')
        for name in _strangers(template.uses.tables, tables):
            message = f"这种报告没有“{excerpt(name)}”表{_near(name, tables)}"
            todo = f"现有：{'、'.join(tables) or '无'}"
            yield template.problem(message, todo, name, "'{}'", '"{}"')
        for name in _strangers(template.uses.templates, templates):
            message = f"没有模板“{excerpt(name, 24)}”{_near(name, templates)}"
            yield template.problem(message, f"现有：{'、'.join(templates)}", name)


def _strangers(names: Sequence[str], known: Collection[str]) -> Iterator[str]:
    return (name for name in names if name not in known)


def _near(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), 1, _NEAR) if len(known) < _MOST else ()
    return f"，相近的是“{near[0]}”" if near else ""


def _block_faults(template: _ReadTemplate) -> Iterator[Problem]:
    """Blocks that stand twice, told at the second."""
    for name, times in Counter(template.uses.blocks).items():
        if times > 1:
            way = regex(rf"\{{%[-+]?\s*block\s+{re.escape(name)}\b")
            starts = [match.start() for match in way.finditer(template.source)]
            lines = [template.source.count("\n", 0, start) + 1 for start in starts]
            message = f"block“{name}”写了{times}次，第{lines[0]}行已经有了"
            todo = "block 的名字不能重复，请改名"
            yield Problem(message, todo, template.location.file, lines[1])


def _heading_faults(template: _ReadTemplate, kind: Kind) -> Iterator[Problem]:
    """Headings of a level for which kind.yaml has no style."""
    for level, row in _headings(template.source):
        if level not in kind.headings:
            written = "、".join(_LEVELS[number] for number in sorted(kind.headings))
            message = f"这里是{_LEVELS[level]}级标题，kind.yaml 的 headings 写的是{written}级"
            todo = "请减少 #，或在 headings 里补上（最深四级）"
            yield Problem(message, todo, template.location.file, row)


@lru_cache(_TEMPLATES)
def _headings(source: str) -> tuple[tuple[int, int], ...]:
    """The level of each heading of a template, and the line where it stands."""
    plain = without_comments(source)
    found = _HEADING.finditer(plain)
    return tuple((len(one[1]), plain.count("\n", 0, one.start()) + 1) for one in found)
