"""Contradictions and slips in packages and their reports, or in any Word files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from generator.check import Finding, Result, check_draft, check_passages
from generator.check.finding import Side
from generator.check.human import to_read as worth_reading
from generator.check.passages import Passage, of_document
from generator.check.report import as_counts, as_json, as_json_of_files, as_text, matters_as_json
from generator.check.webpage import as_page
from generator.jobs.bases import earlier_reports
from generator.jobs.compose import compose
from generator.jobs.output import require_ending, write_beside
from generator.model.errors import InputError, NigaoError, Problem, raise_all
from generator.model.inputs import read_file, resolved, stands
from generator.model.limits import ARCHIVE_BYTES, TEXT_BYTES
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.settings import Accepted, CheckSettings
from generator.model.severity import Severity
from generator.model.storable import encoded
from generator.model.view import View
from generator.package.accepted import with_accepted
from generator.package.read import known_forms, read_checks, shared_terms
from generator.package.read.homes import homes_of
from generator.package.textfiles import with_unix_ends
from generator.word.archive import refuse_strict
from generator.word.foreign import is_word
from generator.word.reader import WordFile, read, unread_drawings

__all__ = [
    "Checked",
    "accept",
    "as_counts",
    "as_json",
    "as_json_of_files",
    "as_page",
    "as_text",
    "check",
    "check_all",
    "check_draft",
    "check_word",
    "errors",
    "mark",
    "matters",
    "matters_as_json",
    "to_read",
    "write_page",
]

_UNWRITABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that a YAML file cannot hold as they are."""
ACCEPTED = ".checks.yaml"
"""Ends the name of the file beside a Word file that says what is accepted in it."""


class Checked(Struct, frozen=True):
    """What a check of one of several sources found; ``result`` is None where it cannot be read."""

    source: Path
    result: Result | None
    problems: tuple[Problem, ...] = ()


def check(source: Path, *, templates: Path | None = None) -> Result:
    """The findings of a package and its report, or of a .docx alone; nothing is changed.

    For a Word file only the rules that need no data run, and the file NAME.checks.yaml beside it
    says what is accepted (as report.yaml does under ``checks``). Raises InputError where the source
    cannot be read, DataError where the data are faulty.

    例：
        >>> result = check(Path("清河-2023"))
        >>> result.findings[0].message.partition("，")[0]
        '“常委会”正文（figures.csv 第2行）是3次'
        >>> result.needs_person
        True
    """
    if is_word(source):
        word = _word(source)
        return _check_word(source, word, _passages(word), templates)
    draft = compose(source, templates=templates)
    return check_draft(draft, earlier_reports(draft))


def check_all(sources: Sequence[Path], *, templates: Path | None = None) -> list[Checked]:
    """The findings of several packages and Word files; one that cannot be read stops no other.

    例：
        >>> checked = check_all([Path("清河-2023"), Path("没有.docx")])
        >>> [item.result is not None for item in checked]
        [True, False]
    """
    return [_checked(source, templates) for source in sources]


def _checked(source: Path, templates: Path | None) -> Checked:
    try:
        return Checked(source, check(source, templates=templates))
    except NigaoError as error:
        return Checked(source, None, error.problems)


def mark(file: Path, target: Path, *, templates: Path | None = None) -> Result:
    """Write a copy of a Word file with each finding as a comment (author 拟稿) at its words.

    Nothing else of the file is changed; what stands under ``target`` is kept as NAME.bak. Raises
    InputError where the file cannot be read or the target is the file itself or does not end in
    .docx, OutputError where it cannot be written.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> mark(Path("稿.docx"), Path("批注稿.docx")).needs_person
        False
    """
    from generator.check.marked import with_findings

    require_ending(target, ".docx")
    if resolved(target) == resolved(file):
        raise InputError(Problem("不能写回原来的文件", "请用 -o 换一个文件名", str(target)))
    word = _word(file)
    refuse_strict(word.archive)
    passages = _passages(word)
    result = _check_word(file, word, passages, templates)
    write_beside(target, with_findings(word, passages, result.findings))
    return result


def accept(
    file: Path,
    numbers: Sequence[int],
    reason: str,
    *,
    always: bool = False,
    templates: Path | None = None,
) -> list[str]:
    """Write into NAME.checks.yaml beside a Word file that findings are accepted, and why; the
    messages of these findings.

    ``numbers`` are those that ``as_text`` prints. An entry holds for the one finding that it
    quotes; ``always`` for all that say the same, also those to come. What stands in the file stays.
    Raises InputError where the file is none of Word or cannot be read, a number is none of a
    finding or no reason is given; OutputError where it cannot be written.

    例：
        >>> _ = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> accept(Path("稿.docx"), [], "已核实")
        []
    """
    if not is_word(file):
        message, todo = "只有 Word 文件的可以这样接受", "数据包的请写在 report.yaml 的 checks 里"
        raise InputError(Problem(message, todo, str(file)))
    if not reason.strip():
        raise InputError(Problem("没有写理由", "请加 --reason 说明为什么可以", column="--accept"))
    if _UNWRITABLE.search(reason):
        message, todo = "理由里有印不出来的字符", "请重新写一遍理由"
        raise InputError(Problem(message, todo, column="--reason"))
    findings = check(file, templates=templates).findings
    raise_all(_unknown(numbers, len(findings), file))
    chosen = [findings[number - 1] for number in dict.fromkeys(numbers)]
    entries = [
        Accepted(found.rule, reason.strip(), quote=found.sides[0].quote, once=not always)
        for found in chosen
    ]
    beside = file.with_suffix(ACCEPTED)
    try:
        text = read_file(beside, TEXT_BYTES).decode("utf-8-sig") if stands(beside) else ""
        changed = with_accepted(with_unix_ends(text), entries)
    except ValueError:
        todo = "请把 accept 下面的写成一行一项，或手工加上"
        raise InputError(Problem("没有能加的地方", todo, str(beside))) from None
    written = changed.replace("\n", "\r\n") if "\r\n" in text else changed
    write_beside(beside, written.encode())
    return [found.message for found in chosen]


def _unknown(numbers: Sequence[int], count: int, file: Path) -> Iterator[Problem]:
    there = f"现有1至{count}条" if count else "现在没有发现问题"
    for number in numbers:
        if not 1 <= number <= count:
            message = f"没有第{number}条"
            todo = f"请照 nigao check 印出的序号写，{there}"
            yield Problem(message, todo, str(file), unreadable=True)


def write_page(target: Path, results: Sequence[tuple[str, Result]]) -> None:
    """Write the findings as one page; what stands under ``target`` is kept as NAME.bak.

    Raises InputError where the name does not end in .html, OutputError where it cannot be written.

    例：
        >>> write_page(Path("结果.html"), [("清河-2023", check(Path("清河-2023")))])
        >>> "文表一致" in Path("结果.html").read_text(encoding="utf-8")
        True
    """
    require_ending(target, ".html")
    write_beside(target, encoded(as_page(results)))


def to_read(source: Path, *, templates: Path | None = None) -> list[str]:
    """What no program can judge in a package or a .docx: a line for each thing to read.

    Raises what ``check`` raises.

    例：
        >>> to_read(Path("清河-2023"))
        []
    """
    found = matters(source, templates=templates)
    return [f"{matter}  {side.location}：{side.quote}" for matter, side in found]


def matters(source: Path, *, templates: Path | None = None) -> list[tuple[str, Side]]:
    """What no program can judge, each with where it stands; raises what ``check`` raises.

    例：
        >>> matters(Path("清河-2023"))
        []
    """
    if is_word(source):
        word = _word(source)
        passages = _passages(word)
        result = _check_word(source, word, passages, templates)
    else:
        draft = compose(source, templates=templates)
        passages, result = of_document(draft.document), check_draft(draft)
    return worth_reading(passages, result.unjudged)


def check_word(
    file: Path, *, templates: Path | None = None
) -> tuple[View, tuple[Passage, ...], Result]:
    """What a Word file shows, its passages, and the findings in them. Raises InputError.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> view, passages, result = check_word(Path("稿.docx"))
        >>> len(passages) > 0, result.needs_person
        (True, False)
    """
    word = _word(file)
    passages = _passages(word)
    return word.view, passages, _check_word(file, word, passages, templates)


def _word(file: Path) -> WordFile:
    return read(read_file(file, ARCHIVE_BYTES), str(file))


def _passages(word: WordFile) -> tuple[Passage, ...]:
    # Here alone: who checks a package (``draft`` does) reads no Word file.
    from generator.check.wordfile import of_view

    return of_view(word.view)


def _check_word(
    file: Path, word: WordFile, passages: Sequence[Passage], templates: Path | None
) -> Result:
    """The findings of a Word file without what is accepted beside it."""
    beside = file.with_suffix(ACCEPTED)
    homes = homes_of(file, templates)
    checks = read_checks(beside, str(beside)) if stands(beside) else CheckSettings()
    result = check_passages(passages, shared_terms(homes), known_forms(homes), checks)
    undone = (*result.undone, *_unread(word))
    return replace(result, accepted_in=beside.name, undone=undone)


def _unread(word: WordFile) -> Iterator[str]:
    """That words in drawings were not read, if there are any."""
    drawings = unread_drawings(word.root)
    if drawings:
        several = "、".join(f"{name} {count} 处" for name, count in drawings.items())
        yield f"{several}里的字和数读不到，没有查，请自己核对"


def errors(result: Result, todo: str) -> list[Problem]:
    """The findings that are errors as problems, each where its data stand, with what to do.

    例：
        >>> errors(check(Path("清河-2023")), "请改正")[0].location
        'figures.csv 第2行“数值”列'
    """
    gravest = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    return [_refused(finding, todo) for finding in gravest]


def _refused(finding: Finding, todo: str) -> Problem:
    in_files = [side for side in finding.sides if side.file]
    message = f"[{finding.rule}] {finding.message.rstrip('。')}"
    if in_files:
        side = in_files[0]
        return Problem(message, todo, side.file, side.row, side.column, side.sheet)
    return Problem(message, todo, finding.sides[0].location or None)
