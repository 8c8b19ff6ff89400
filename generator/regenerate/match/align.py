"""Which paragraph of the user's file is which block of the draft: marks, equal texts, moved ones, similar ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Indel

from generator.regenerate.match.tokens import matches, share_inside, similarity
from generator.word.reader import Span

Pair = tuple[int, int]
_ALIKE = 0.4
"""Least similarity of a block and a paragraph between the same neighbours."""
_ALIKE_MOVED = 0.6
"""Least similarity of a block and a paragraph somewhere else."""
_ALIKE_ALONE = 0.2
"""Least similarity of the only block and the only paragraph between two neighbours."""
_MORE = 0.01
"""A further part of a split block makes it so much more like the block."""
_LONG = 8
"""A text of so many characters is not found inside another one by chance."""
_STRANGE = 0.15
"""Below this a mark stands on a text that has nothing to do with its block."""


def align(
    blocks: Sequence[str],
    paras: Sequence[str],
    marks: Mapping[int, Span],
    votes: Mapping[int, Counter[int]] | None = None,
) -> list[Pair]:
    """Pairs of places in ``blocks`` and ``paras`` (texts). A block may be in several pairs (split), so may a paragraph
    (merged). ``marks`` maps a block to the paragraphs its bookmark spans, as places in ``paras``; ``votes`` counts in
    which paragraphs the marks of its figures stand.
    """
    pairs = list(_marked(blocks, paras, marks, votes or {}))
    pairs += _voted(blocks, paras, votes or {}, pairs)
    pairs += _equal_in_order(blocks, paras, pairs)
    pairs += _equal_elsewhere(blocks, paras, pairs)
    pairs += _similar_between(blocks, paras, pairs)
    pairs += _contained(blocks, paras, pairs)
    pairs += _similar_elsewhere(blocks, paras, pairs)
    return sorted(set(pairs))


def _marked(
    blocks: Sequence[str],
    paras: Sequence[str],
    marks: Mapping[int, Span],
    votes: Mapping[int, Counter[int]],
) -> Iterable[Pair]:
    """The pairs that bookmarks give."""
    there = set(paras)
    for block, span in marks.items():
        inside = [
            place for place in range(span.first, span.last + 1) if _part(paras, span, place).strip()
        ]
        text = blocks[block]
        if not inside:
            continue
        if len(inside) == 1:
            alike = similarity(text, paras[inside[0]])
            if alike < _STRANGE and (
                text in there or share_inside(_part(paras, span, inside[0]), text) < 0.5
            ):
                continue
            yield block, inside[0]
            continue
        belong = [place for place in inside if share_inside(paras[place], text) >= 0.5] or inside[
            :1
        ]
        voted = [place for place in votes.get(block, ()) if place in belong]
        yield from ((block, place) for place in _grown(text, belong, voted, paras))


def _grown(
    text: str, belong: Sequence[int], voted: Sequence[int], paras: Sequence[str]
) -> list[int]:
    """The parts of a split block: those with its figures (else its ends), and others as far as they bring more of its
    text; so that a copy between them is none."""
    kept = sorted(set(voted) or {belong[0], belong[-1]})
    for place in belong:
        if place in kept:
            continue
        if _brings_more(text, kept, place, paras):
            kept = sorted([*kept, place])
    return kept


def _brings_more(text: str, kept: Iterable[int], place: int, paras: Sequence[str]) -> bool:
    """Whether some paragraphs are more like a text with a further one among them."""
    places = list(kept)
    there, more = (
        "".join(paras[at] for at in sorted(places)),
        "".join(paras[at] for at in sorted([*places, place])),
    )
    return (
        Indel.normalized_similarity(text, more) > Indel.normalized_similarity(text, there) + _MORE
    )


def _voted(
    blocks: Sequence[str],
    paras: Sequence[str],
    votes: Mapping[int, Counter[int]],
    pairs: Sequence[Pair],
) -> Iterable[Pair]:
    """The pairs that the bookmarks of figures give to blocks that have lost their own."""
    known = {block for block, _ in pairs}
    for block, counted in votes.items():
        if block in known:
            continue
        text = blocks[block]
        yield from [
            (block, para)
            for para, count in counted.items()
            if share_inside(paras[para], text) >= 0.5
            or share_inside(text, paras[para]) >= 0.5
            or (count * 2 > counted.total() and similarity(text, paras[para]) >= _ALIKE_ALONE)
        ]


def _part(paras: Sequence[str], span: Span, place: int) -> str:
    """The part of a paragraph inside the span."""
    start = span.start if place == span.first else 0
    end = span.end if place == span.last else len(paras[place])
    return paras[place][start:end]


def _free(count: int, taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(count) if place not in used]


def _equal_in_order(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Equal texts in the same order, around the pairs that are known."""
    known = dict(pairs)
    owned = {para for _, para in pairs}
    left = [
        ("mark", str(known[place])) if place in known else ("text", text)
        for place, text in enumerate(blocks)
    ]
    right = [
        ("mark", str(place)) if place in owned else ("text", text)
        for place, text in enumerate(paras)
    ]
    return [
        (a + step, b + step)
        for a, b, size in matches(left, right)
        for step in range(size)
        if left[a + step][0] == "text" and left[a + step][1].strip()
    ]


def _equal_elsewhere(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Equal texts that are the only ones of their kind: moved."""
    free_blocks = _free(len(blocks), (block for block, _ in pairs))
    free_paras = _free(len(paras), (para for _, para in pairs))
    counts = Counter(blocks[place] for place in free_blocks)
    where: dict[str, list[int]] = {}
    for place in free_paras:
        where.setdefault(paras[place], []).append(place)
    return [
        (block, where[blocks[block]][0])
        for block in free_blocks
        if blocks[block].strip()
        and counts[blocks[block]] == 1
        and len(where.get(blocks[block], ())) == 1
    ]


def _contained(blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]) -> list[Pair]:
    """Blocks that stand whole inside one paragraph (merged into it), paragraphs whole inside one block (cut off it)."""
    free_blocks = _free(len(blocks), (block for block, _ in pairs))
    free_paras = _free(len(paras), (para for _, para in pairs))
    result = [
        (block, para)
        for block in free_blocks
        if (para := _only_one(blocks[block], paras)) is not None
    ]
    homes: dict[int, list[int]] = {}
    for block, para in pairs:
        homes.setdefault(block, []).append(para)
    for para in free_paras:
        whole = _only_one(paras[para], blocks)
        if whole is not None and _brings_more(blocks[whole], homes.get(whole, ()), para, paras):
            result.append((whole, para))
    return result


def _only_one(part: str, texts: Sequence[str]) -> int | None:
    """The only text that holds ``part``."""
    if len(part.strip()) < _LONG:
        return None
    found = [place for place, text in enumerate(texts) if part in text]
    return found[0] if len(found) == 1 and texts[found[0]].count(part) == 1 else None


def _similar_between(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Similar texts between the same neighbours, one to one, one to two and two to one."""
    result: list[Pair] = []
    taken_blocks, taken_paras = {block for block, _ in pairs}, {para for _, para in pairs}
    anchors = [(-1, -1), *_increasing(pairs), (len(blocks), len(paras))]
    for (block, para), (next_block, next_para) in zip(anchors, anchors[1:], strict=False):
        left = [
            place
            for place in range(block + 1, next_block)
            if place not in taken_blocks and blocks[place].strip()
        ]
        right = [
            place
            for place in range(para + 1, next_para)
            if place not in taken_paras and paras[place].strip()
        ]
        if left and right:
            result += _best(left, right, blocks, paras)
    return result


def _increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs that keeps the order on both sides."""
    ordered = sorted(set(pairs))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, para) in enumerate(ordered):
        at = bisect_left(tails, para)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(para)
            ends.append(place)
        else:
            tails[at] = para
            ends[at] = place
    chain: list[Pair] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(ordered[place])
        place = before[place]
    return chain[::-1]


def _best(
    left: Sequence[int], right: Sequence[int], blocks: Sequence[str], paras: Sequence[str]
) -> list[Pair]:
    """The pairs of one gap with the most text in common."""
    rows, columns = len(left), len(right)
    if rows == columns == 1:
        alone = similarity(blocks[left[0]], paras[right[0]])
        return [(left[0], right[0])] if alone >= _ALIKE_ALONE else []
    alike = [[similarity(blocks[b], paras[p], _ALIKE / 2) for p in right] for b in left]
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            options = [(0.0, (0, 0))]
            if i:
                options.append((score[i - 1][j], (1, 0)))
            if j:
                options.append((score[i][j - 1], (0, 1)))
            for gain, move in _moves(i, j, left, right, blocks, paras, alike):
                options.append((score[i - move[0]][j - move[1]] + gain, move))
            score[i][j], step[i][j] = max(options, key=lambda option: option[0])
    return _walk(left, right, step)


def _moves(
    i: int,
    j: int,
    left: Sequence[int],
    right: Sequence[int],
    blocks: Sequence[str],
    paras: Sequence[str],
    alike: Sequence[Sequence[float]],
) -> Iterable[tuple[float, tuple[int, int]]]:
    """What may end at this place of the table, and the text it would bring together."""
    if not i or not j:
        return
    block, para = blocks[left[i - 1]], paras[right[j - 1]]
    one = alike[i - 1][j - 1]
    if one >= _ALIKE:
        yield one * (len(block) + len(para)), (1, 1)
    if j > 1 and max(one, alike[i - 1][j - 2]) < 0.9 and alike[i - 1][j - 2]:
        gain = _joined(block, (paras[right[j - 2]], para))
        if gain:
            yield gain, (1, 2)
    if i > 1 and max(one, alike[i - 2][j - 1]) < 0.9 and alike[i - 2][j - 1]:
        gain = _joined(para, (blocks[left[i - 2]], block))
        if gain:
            yield gain, (2, 1)


def _joined(whole: str, parts: tuple[str, str]) -> float:
    """What one text and two texts have in common, 0 unless each of the two is mostly inside the one."""
    if min(share_inside(part, whole) for part in parts) < 0.7:
        return 0.0
    alike = similarity(whole, "".join(parts))
    return alike * (len(whole) + len(parts[0]) + len(parts[1])) if alike >= _ALIKE else 0.0


def _walk(
    left: Sequence[int], right: Sequence[int], step: Sequence[Sequence[tuple[int, int]]]
) -> list[Pair]:
    pairs: list[Pair] = []
    i, j = len(left), len(right)
    while i or j:
        down, across = step[i][j]
        if not down and not across:
            break
        if down and across:
            pairs += [
                (left[i - 1 - a], right[j - 1 - b]) for a in range(down) for b in range(across)
            ]
        i, j = i - down, j - across
    return pairs


def _similar_elsewhere(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Texts that were moved and edited: the most alike first."""
    free_blocks = [
        place
        for place in _free(len(blocks), (b for b, _ in pairs))
        if len(blocks[place].strip()) > 3
    ]
    free_paras = [
        place for place in _free(len(paras), (p for _, p in pairs)) if len(paras[place].strip()) > 3
    ]
    found = [
        (similarity(blocks[b], paras[p], _ALIKE_MOVED), b, p)
        for b in free_blocks
        for p in free_paras
    ]
    result: list[Pair] = []
    for alike, block, para in sorted(found, key=lambda item: -item[0]):
        if alike and all(block != b and para != p for b, p in result):
            result.append((block, para))
    return result


def components(pairs: Iterable[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Blocks and paragraphs that hang together: one to one, one to several, several to one."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def find(item: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(item, item) != item:
            item = parent[item]
        return item

    for block, para in pairs:
        parent[find(("b", block))] = find(("p", para))
    groups: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for item in sorted(parent):
        groups.setdefault(find(item), ([], []))[0 if item[0] == "b" else 1].append(item[1])
    return [(tuple(b), tuple(p)) for b, p in groups.values()]


def ambiguous(blocks: Sequence[str], paras: Sequence[str], sure: Iterable[int]) -> set[int]:
    """Blocks whose text stands in the file more or less often than in the draft, so that the order had to decide.

    ``sure`` are the blocks that marks have found.
    """
    known = set(sure)
    ours, theirs = Counter(blocks), Counter(paras)
    return {
        place
        for place, text in enumerate(blocks)
        if place not in known
        and theirs[text]
        and ours[text] != theirs[text]
        and max(ours[text], theirs[text]) > 1
    }
