"""Makes HTML pages of the clerk's Markdown pages, for whom a browser is all there is to read them with.

``python pages.py TARGET`` writes README.zh-CN.md and docs/*.zh-CN.md into the folder, each under its first heading, with
their pictures beside. Needs markdown-it-py.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 52em; margin: 2em auto; padding: 0 1em; font: 16px/1.75 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: #222; }}
h1, h2, h3 {{ line-height: 1.4; }}
img {{ max-width: 100%; border: 1px solid #ccc; }}
table {{ border-collapse: collapse; display: block; overflow-x: auto; }}
td, th {{ border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top; }}
code {{ font-family: Consolas, "Noto Sans Mono CJK SC", monospace; background: #f2f2f2; }}
pre {{ padding: .6em; background: #f2f2f2; overflow-x: auto; }}
</style>
{body}
"""


def main() -> None:
    """Write the pages into the folder that the command line names."""
    write_pages(Path(sys.argv[1]))


def write_pages(target: Path) -> None:
    """The pages and their pictures in ``target``, which is made."""
    target.mkdir(parents=True, exist_ok=True)
    sources = [ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.zh-CN.md"))]
    texts = {source.name: source.read_text("utf-8") for source in sources}
    titles = {name: title_of(text) for name, text in texts.items()}
    for name, text in texts.items():
        page = target / file_of(titles[name])
        page.write_text(page_of(text, titles), encoding="utf-8", newline="\n")
    for picture in sorted((ROOT / "docs").glob("*.png")):
        shutil.copyfile(picture, target / picture.name)


def title_of(text: str) -> str:
    """The first heading of a page."""
    line = next(line for line in text.splitlines() if line.startswith("# "))
    return line.removeprefix("# ").strip()


def file_of(title: str) -> str:
    """The file name of a page: the heading up to its first bracket or mark."""
    return re.split("[（：，、]", title)[0] + ".html"


def page_of(text: str, titles: Mapping[str, str]) -> str:
    """The HTML of a page; ``titles`` are those of all pages by file name, which links may lead to."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(text)
    give_names(tokens)
    lead_links(tokens, titles)
    body = parser.renderer.render(tokens, parser.options, {})
    return PAGE.format(title=title_of(text), body=body)


def give_names(tokens: Sequence[Token]) -> None:
    """Each heading gets the name that links of its page lead to."""
    for head, content in zip(tokens, tokens[1:], strict=False):
        if head.type == "heading_open":
            head.attrSet("id", content.content.replace(" ", "-"))


def lead_links(tokens: Sequence[Token], titles: Mapping[str, str]) -> None:
    """Links to other pages lead to their HTML; links to what is not here lead nowhere."""
    for token in tokens:
        lead_links(token.children or (), titles)
        if token.type == "link_open":
            where, mark, place = str(token.attrs["href"]).partition("#")
            title = titles.get(where.rpartition("/")[2])
            if title:
                token.attrs["href"] = quote(file_of(title)) + mark + place
            elif where and "://" not in where:
                del token.attrs["href"]


if __name__ == "__main__":
    main()
