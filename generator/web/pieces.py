"""The pieces of a text on their way between the editor in the window and the jobs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import asdict

from generator.jobs.desk import TextPiece

_FIELDS = ("text", "key", "name", "value")


def as_json(pieces: Sequence[TextPiece]) -> list[dict[str, str]]:
    """The pieces as the script of the editor takes them."""
    return [{name: str(value) for name, value in asdict(piece).items()} for piece in pieces]


def pieces_from(message: object) -> tuple[TextPiece, ...] | None:
    """The pieces that a window sends, None for anything that is none."""
    if not isinstance(message, Sequence) or isinstance(message, str):
        return None
    pieces = [_piece(item) for item in message]
    if None in pieces:
        return None
    return tuple(piece for piece in pieces if piece is not None)


def _piece(item: object) -> TextPiece | None:
    if not isinstance(item, Mapping):
        return None
    fields = [item.get(name, "") for name in _FIELDS]
    texts = [field for field in fields if isinstance(field, str)]
    if len(texts) != len(_FIELDS):
        return None
    text, key, name, value = texts
    match item.get("sort"):
        case "words":
            return TextPiece("words", text)
        case "figure" if key:
            return TextPiece("figure", text, key, name, value)
        case "note":
            return TextPiece("note", text)
        case "code":
            return TextPiece("code", text)
    return None
