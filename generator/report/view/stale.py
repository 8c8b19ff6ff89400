"""What an earlier page says of the data that it was made of."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from msgspec import Struct

from generator.model.regex import regex

_META = regex(r'<meta name="nigao-data" content="([0-9a-f]*) ([^"]*)">')
_DATA = regex(r'<script type="application/json" id="data">(.*?)</script>', re.S)


class EarlierPage(Struct, frozen=True):
    """The hash of the data of an earlier page, when it was made, its figures by key, and the hash
    of its words ("" where it does not say); ``untouched`` where nobody changed it since."""

    made_of: str
    made_at: str
    values: Mapping[str, str]
    words_hash: str
    untouched: bool


def sealed(page: str) -> str:
    """A page with a last line that tells whether anybody changed it."""
    return f"{page}<!-- nigao {_hash(page)} -->\n"


def _is_untouched(text: str) -> bool:
    """Whether a page is as it was sealed; one of a version that sealed none may not be."""
    page, seal, rest = text.rpartition("<!-- nigao ")
    return bool(seal) and rest == f"{_hash(page)} -->\n"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()


def earlier_page(text: str) -> EarlierPage | None:
    """What a page of ours says of itself; None for any other text."""
    meta, data = _META.search(text), _DATA.search(text)
    if meta is None or data is None:
        return None
    try:
        said = json.loads(data[1])
        values = {card["k"]: card["v"] for card in said["cards"]}
        words_hash = str(said.get("words", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return EarlierPage(meta[1], meta[2], values, words_hash, _is_untouched(text))
