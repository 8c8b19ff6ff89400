"""records.yaml: the record files of a kind and the types of their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model import files
from generator.model.errors import Problem, excerpt
from generator.model.kind import FieldSpec, FieldType, RecordSpec
from generator.model.regex import regex
from generator.model.rollup import OF_RECORDS, VALUE_COLUMNS, RollUp
from generator.package.read.schema.nearest import choices, or_nearest
from generator.package.read.schema.yaml_files import RecordFile, RecordsFile
from generator.package.read.schema.yaml_reading import YamlText

_TYPES = {type_.value: type_ for type_ in FieldType}
_NO_KEY = "可空"
"""What stands behind 键 where a row needs no key."""
_STEM = regex(r"[A-Za-z_]\w*")
_TAKEN = {
    name.removesuffix(files.TABLE_ENDING)
    for name in (files.INDICATORS, files.FIGURES, files.NAMES, files.DEPARTMENTS)
}
"""Files of a package that hold something else."""


def record_specs(
    content: RecordsFile, written: YamlText, problems: list[Problem]
) -> tuple[RecordSpec, ...]:
    """The record files as records.yaml says them; every fault goes to ``problems``."""
    problems.extend(_name_faults(content, written))
    specs = []
    for stem, file in content.items():
        fields = [_FieldWords(stem, name, words, written) for name, words in file.fields.items()]
        faults = [fault for field in fields for fault in field.faults()]
        faults += _faults_of_file(stem, file, fields, written)
        problems.extend(faults)
        specs.append(_spec(stem, file, fields))
    return tuple(specs)


def _spec(stem: str, file: RecordFile, fields: Sequence[_FieldWords]) -> RecordSpec:
    carried = isinstance(file.carried, tuple) or file.carried
    kept = file.carried if isinstance(file.carried, tuple) else ()
    return RecordSpec(
        stem, file.name, tuple(field.spec() for field in fields), carried, kept, file.rollup
    )


def _name_faults(content: RecordsFile, written: YamlText) -> Iterator[Problem]:
    """Names of files and of records that cannot be, or stand twice."""
    times = Counter(file.name for file in content.values())
    for stem, file in content.items():
        if stem in _TAKEN:
            message = f"{stem}.csv 是数据包里另有用处的文件"
            yield _problem(message, "请换一个文件名", written, stem)
        elif not _STEM.fullmatch(stem):
            message = f"“{excerpt(stem)}”不能作文件名"
            yield _problem(message, "请用字母、数字、下划线，不带 .csv", written, stem)
        if times[file.name] > 1:
            message = f"名称“{excerpt(file.name)}”有{times[file.name]}种记录在用"
            yield _problem(message, "请各起各的名称", written, stem, "名称")
        elif not file.name.isidentifier():
            message = f"名称“{excerpt(file.name)}”在提纲和公式里用不了"
            yield _problem(message, "请只用汉字、字母、数字，不以数字开头", written, stem, "名称")


def _faults_of_file(
    stem: str, file: RecordFile, fields: Sequence[_FieldWords], written: YamlText
) -> Iterator[Problem]:
    """A file without one column of keys, and columns that are kept and not there."""
    types = [field.type for field in fields]
    keys = types.count(FieldType.KEY)
    if keys != 1 and None not in types:
        there = f"有{keys}列" if keys else "没有一列"
        message = f"{there}的类型是“键”，要有一列"
        yield _problem(message, "请写一列 键: 键", written, stem, "字段")
    names = [field.name for field in fields]
    yield from _rollup_faults(stem, file, names, written)
    kept = file.carried if isinstance(file.carried, tuple) else ()
    for index, name in enumerate(kept):
        if name not in names:
            message = f"没有“{excerpt(name)}”这一列{or_nearest(name, names)}"
            yield _problem(message, choices(names), written, stem, "沿用", index)


def _rollup_faults(
    stem: str, file: RecordFile, names: Sequence[str], written: YamlText
) -> Iterator[Problem]:
    """A way in which no records are rolled up; values of counties without the columns for them."""
    if file.rollup is not RollUp.UNSAID and file.rollup not in OF_RECORDS:
        ways = "、".join(way.value for way in OF_RECORDS)
        message = f"记录不能“{file.rollup.value}”"
        yield _problem(message, f"只能写{ways}，或不写", written, stem, "汇总")
    lacking = [name for name in VALUE_COLUMNS if name not in names]
    if file.rollup is RollUp.VALUES and lacking:
        message = f"缺少{'、'.join(lacking)}列"
        todo = f"各地数据要有这些列：{'、'.join(VALUE_COLUMNS)}"
        yield _problem(message, todo, written, stem, "汇总")


def _problem(message: str, todo: str, written: YamlText, *path: str | int) -> Problem:
    dotted = ".".join(map(str, path))
    return Problem(message, todo, written.shown, written.row_of(path), dotted)


class _FieldWords(Struct, frozen=True):
    """A column as it is written: ``数 万元``, ``选项 财政 社会``, ``日期*``: a type, what belongs to
    it, and * where the cell must be filled; ``键 可空``: a row without a key is called by what
    stands in it."""

    stem: str
    name: str
    words: str
    written: YamlText

    @property
    def _parts(self) -> list[str]:
        return self.words.replace("*", " ").split()

    @property
    def type(self) -> FieldType | None:
        """The type; None where there is no such one."""
        return _TYPES.get(self._parts[0]) if self._parts else None

    @property
    def _rest(self) -> tuple[str, ...]:
        return tuple(self._parts[1:])

    def faults(self) -> Iterator[Problem]:
        """A type that does not exist, or with words that do not belong to it."""
        word = self._parts[0] if self._parts else ""
        if self.type is None:
            message = f"字段“{self.name}”的类型“{excerpt(word)}”不认识{or_nearest(word, _TYPES)}"
            yield self._problem(message, f"只能是{'、'.join(_TYPES)}")
        elif self.type is FieldType.CHOICE and not self._rest:
            yield self._problem("“选项”后面没有写可选的词", "请写成 选项 甲 乙")
        elif self._unknown:
            message = f"“{word}”后面的“{excerpt(' '.join(self._unknown))}”不认识"
            yield self._problem(message, "单位写一个，* 表示必填，可选的词只用于“选项”")

    @property
    def _unknown(self) -> tuple[str, ...]:
        """Words behind the type that do not belong to it."""
        match self.type:
            case FieldType.CHOICE:
                return ()
            case FieldType.KEY:
                return tuple(word for word in self._rest if word != _NO_KEY)
            case FieldType.NUMBER | FieldType.WORD_OR_NUMBER:
                return self._rest[1:]
        return self._rest

    def _problem(self, message: str, todo: str) -> Problem:
        return _problem(message, todo, self.written, self.stem, "字段", self.name)

    def spec(self) -> FieldSpec:
        """The column; text where its type does not exist."""
        required = "*" in self.words
        match self.type:
            case FieldType.KEY:
                return FieldSpec(self.name, FieldType.KEY, required=_NO_KEY not in self._rest)
            case FieldType.NUMBER | FieldType.WORD_OR_NUMBER as type_:
                return FieldSpec(self.name, type_, "".join(self._rest[:1]), required=required)
            case FieldType.CHOICE:
                return FieldSpec(self.name, FieldType.CHOICE, choices=self._rest, required=required)
        return FieldSpec(self.name, self.type or FieldType.TEXT, required=required)
