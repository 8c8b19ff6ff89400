"""What report.yaml says that its format does not have (GB/T 9704-2012, chapter 10), or lacks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import files
from generator.model.errors import Problem, excerpt
from generator.model.settings import FormatName, Settings
from generator.standard.formats import FORMATS

_DELETE = "请删去这一项，或改“format”"


def format_faults(settings: Settings) -> Iterator[Problem]:
    """A line for each item that does not go with the format, and for each that is missing."""
    yield from _of_mark(settings)
    yield from _of_signature(settings)
    yield from _of_imprint(settings)
    if settings.contents and settings.form == "formal" and not settings.letter:
        message = "目录印在呈报语和报告之间，这里没有呈报语"
        yield _problem(message, "请删去这一项，或写“form: plain”", "contents")
    if settings.format == "信函" and settings.signers:
        message = "信函格式不标签发人（国家标准 10.1）；要签发人的上行文用公文格式"
        yield _problem(message, _DELETE, "signers")
    if settings.format == "命令" and settings.addressee:
        yield _problem(
            "命令格式没有主送机关（国家标准 10.2：令号下空二行是正文）", _DELETE, "addressee"
        )
    if settings.format != "纪要" and settings.attendance:
        yield _problem("只有纪要格式标出席、请假、列席人员", _DELETE, "attendance")


def _of_mark(settings: Settings) -> Iterator[Problem]:
    """The end of 发文机关标志. In the general format it is what the office says."""
    suffix = settings.suffix
    if settings.format == "公文" or suffix is None or _fits(settings.format, suffix):
        return
    ends = "、".join(f"“{end}”" for end in FORMATS[settings.format].suffixes if end)
    what = f"以{ends}结尾" if ends else "只用机关名称，后面不加字"
    message = f"{settings.format}格式的发文机关标志{what}，这里写的是“{excerpt(suffix)}”"
    yield _problem(message, "请改正，或删去这一项", "suffix")


def _fits(name: FormatName, suffix: str) -> bool:
    """Whether a mark of the format may end so; minutes may name their sort (工作会议纪要)."""
    return suffix.endswith("纪要") if name == "纪要" else suffix in FORMATS[name].suffixes


def _of_signature(settings: Settings) -> Iterator[Problem]:
    signature = settings.signature
    if signature is None or signature.chops:
        return
    if settings.format == "命令":
        message = "命令格式由签发人署职务、盖签名章（国家标准 10.2、7.3.5.3）"
        todo = "请在 signature 里写 chops: [{post: 县长, name: 姓名}]"
        yield _problem(message, todo, "signature")
    elif not signature.organs:
        todo = "请写署名的机关；盖签名章的写“chops”（签发人职务 post、姓名 name）"
        yield _problem("缺少这一项", todo, "signature.organs")


def _of_imprint(settings: Settings) -> Iterator[Problem]:
    imprint = settings.imprint
    if imprint is None:
        return
    if not FORMATS[settings.format].issued:
        if imprint.issuer or imprint.date:
            message = "信函格式的版记不加印发机关和印发日期（国家标准 10.1）"
            todo = "请删去 issuer 和 date，留下 copy_to（抄送）"
            yield _problem(message, todo, "imprint")
    elif not imprint.issuer:
        yield _problem("缺少这一项", "请补上印发机关", "imprint.issuer")


def _problem(message: str, todo: str, item: str) -> Problem:
    return Problem(message, todo, files.REPORT, column=item)
