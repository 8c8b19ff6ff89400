"""Edits in LibreOffice Writer as a person makes them: run by a Python that knows UNO, not by the tests' own.

python3 office.py JOBS.json     each job: {"task": NAME, "source": IN.docx, "target": OUT.docx}
tasks: the names in EDITS and DETOURS, accept, reject
prints {target: [state, why]} for every job that was not done: "skipped" (nothing in this file to do it to) or "failed"
"""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS = "人工补写的话"
TYPED_NUMBER = "77777"
_LONG = 60
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class NoPlaceError(Exception):
    """There is nothing in this file that the edit could be made to."""


# --- the program ----------------------------------------------------------------------------------------------------


def value(name: str, content: Any) -> Any:
    """A property for a call."""
    from com.sun.star.beans import PropertyValue

    item = PropertyValue()
    item.Name, item.Value = name, content
    return item


class Office:
    """A Writer of our own, with a profile of its own."""

    def __init__(self) -> None:
        import uno
        from com.sun.star.connection import NoConnectException

        self.folder = tempfile.mkdtemp()
        pipe = f"nigao{time.time_ns()}"
        self.process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                f"-env:UserInstallation=file://{self.folder}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver"
        )
        for _ in range(300):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.2)
        self.manager, self.context = context.ServiceManager, context
        self.desktop = self.manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = self.manager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )

    def close(self) -> None:
        """End this Writer."""
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def drop_all(self) -> None:
        """Close what an edit that failed has left open, so that no lock stays behind."""
        items = self.desktop.Components.createEnumeration()
        while items.hasMoreElements():
            items.nextElement().close(True)

    def open(self, path: str) -> Page:
        """Open a file, or a new one ("")."""
        url = Path(path).resolve().as_uri() if path else "private:factory/swriter"
        return Page(
            self, self.desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
        )


class Page:
    """An open document."""

    def __init__(self, office: Office, document: Any) -> None:
        self.office, self.document = office, document
        self.controller = document.getCurrentController()
        self.cursor = self.controller.getViewCursor()

    def do(self, command: str, **arguments: Any) -> None:
        """A command as the menus and keys give it."""
        self.office.dispatcher.executeDispatch(
            self.controller.getFrame(),
            f".uno:{command}",
            "",
            0,
            tuple(value(name, content) for name, content in arguments.items()),
        )

    def type(self, text: str) -> None:
        """Type characters over what is selected."""
        self.do("InsertText", Text=text)

    def select(self, start: Any, end: Any) -> None:
        """Select from one place to another."""
        cursor = start.getText().createTextCursorByRange(start)
        cursor.gotoRange(end, True)
        self.controller.select(cursor)

    def go(self, place: Any) -> None:
        """Put the cursor somewhere."""
        self.controller.select(place)
        self.cursor.gotoRange(place, False)

    def paragraphs(self) -> list[Any]:
        """The paragraphs of the body that are long enough to be edited."""
        return [
            item
            for item in _items(self.document.Text)
            if item.supportsService("com.sun.star.text.Paragraph") and len(item.String) > _LONG
        ]

    def figures(self, least: int = 1) -> list[Any]:
        """The figures with a digit (their bookmarks) of the first long paragraph behind the fourth that has so many."""
        for paragraph in self.paragraphs()[4:]:
            found = [
                anchor
                for anchor in self._marked(paragraph)
                if any(char.isdigit() for char in anchor.String)
            ]
            if len(found) >= least:
                return found
        raise NoPlaceError(f"no paragraph with {least} figures")

    def _marked(self, paragraph: Any) -> Iterator[Any]:
        for portion in _items(paragraph):
            if (
                portion.TextPortionType == "Bookmark"
                and portion.IsStart
                and "_f" in portion.Bookmark.Name
            ):
                yield portion.Bookmark.Anchor

    def wording(self, number: int) -> Any:
        """Five characters of wording in the middle of a long paragraph or of one behind it, away from figures."""
        for paragraph in self.paragraphs()[number:]:
            text = paragraph.String
            for anchor in self._marked(paragraph):
                text = text.replace(anchor.String, "#" * len(anchor.String))
            for at in range(20, len(text) - 6):
                if all("一" <= char <= "鿿" for char in text[at - 1 : at + 6]):
                    cursor = paragraph.getText().createTextCursorByRange(paragraph.Start)
                    cursor.goRight(at, False)
                    cursor.goRight(5, True)
                    return cursor
        raise NoPlaceError("no wording")

    def cell(self) -> Any:
        """A table cell that holds a number, in the largest table."""
        tables = [
            self.document.TextTables.getByIndex(n) for n in range(self.document.TextTables.Count)
        ]
        if not tables:
            raise NoPlaceError("no table")
        table = max(tables, key=lambda item: len(item.CellNames))
        cells = (
            table.getCellByName(name) for name in table.CellNames if not name.startswith(("A", "B"))
        )
        found = [
            cell
            for _, cell in zip(
                range(3), (cell for cell in cells if cell.String.isdigit()), strict=False
            )
        ]
        if not found:
            raise NoPlaceError("no cell with a number")
        return found[-1]

    def save(self, path: str, name: str = "MS Word 2007 XML") -> None:
        """Save and close."""
        self.document.storeToURL(Path(path).resolve().as_uri(), (value("FilterName", name),))
        self.document.close(True)


def _items(text: Any) -> Iterator[Any]:
    items = text.createEnumeration()
    while items.hasMoreElements():
        yield items.nextElement()


# --- what people do -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Edit:
    """What a person does; whether that takes figures out of the data's hands, leaves WORDS in the text, is recorded as
    changes."""

    do: Callable[[Page], None]
    figures: bool = False
    typed: bool = False
    changes: bool = False


EDITS: dict[str, Edit] = {}


def edit(
    *, figures: bool = False, typed: bool = False, changes: bool = False
) -> Callable[[Callable[[Page], None]], Callable[[Page], None]]:
    """Enter an edit in the table."""

    def enter(do: Callable[[Page], None]) -> Callable[[Page], None]:
        EDITS[do.__name__] = Edit(do, figures, typed, changes)
        return do

    return enter


@edit(typed=True)
def replace_words(page: Page) -> None:
    """Words selected and typed over."""
    page.controller.select(page.wording(1))
    page.type(WORDS)


@edit(typed=True, figures=True)
def retype_paragraph(page: Page) -> None:
    """A paragraph selected and typed again in other words."""
    paragraph = page.paragraphs()[5]
    page.select(paragraph.Start, paragraph.End)
    page.type(WORDS + "，这一段完全重写了，没有原来的数字。")


@edit(figures=True)
def figure_part(page: Page) -> None:
    """A digit inside a figure typed over."""
    anchor = page.figures()[0]
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    while not cursor.String[-1:].isdigit():
        cursor.goRight(1, True)
    cursor.collapseToEnd()
    cursor.goLeft(1, True)
    page.controller.select(cursor)
    page.type("9" if cursor.String != "9" else "8")


@edit(figures=True)
def figure_whole(page: Page) -> None:
    """A figure selected and typed over."""
    page.controller.select(page.figures()[0])
    page.type(TYPED_NUMBER)


@edit(typed=True)
def figure_edge(page: Page) -> None:
    """Words typed directly behind a figure."""
    page.go(page.figures()[0].End)
    page.type("以上" + WORDS)


@edit()
def figure_front(page: Page) -> None:
    """A word typed directly before a figure."""
    page.go(page.figures()[0].Start)
    page.type("约")


@edit(figures=True)
def figure_backspaced(page: Page) -> None:
    """A figure deleted with the backspace key."""
    anchor = page.figures()[0]
    length = len(anchor.String)
    page.go(anchor.End)
    for _ in range(length):
        page.do("SwBackspace")


@edit(figures=True)
def figure_deleted(page: Page) -> None:
    """A figure selected and deleted."""
    page.controller.select(page.figures()[0])
    page.do("Delete")


@edit()
def figure_bold(page: Page) -> None:
    """A digit of a figure bold: the figure is two runs."""
    anchor = page.figures()[0]
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goRight(1, True)
    page.controller.select(cursor)
    page.do("Bold")


@edit(figures=True)
def figure_moved(page: Page) -> None:
    """A figure cut out of its sentence and pasted at the end of the paragraph."""
    anchor = page.figures()[0]
    end = page.document.Text.createTextCursorByRange(anchor.End)
    end.gotoEndOfParagraph(False)
    page.controller.select(anchor)
    page.do("Cut")
    page.go(end)
    page.do("Paste")


@edit(typed=True)
def paragraph_after(page: Page) -> None:
    """A new paragraph typed behind one."""
    page.go(page.paragraphs()[4].End)
    page.do("InsertPara")
    page.type(WORDS + "，另起一段。")


@edit(typed=True)
def paragraph_before(page: Page) -> None:
    """A new paragraph typed before one."""
    page.go(page.paragraphs()[4].Start)
    page.do("InsertPara")
    page.do("GoUp")
    page.type(WORDS + "，另起一段。")


@edit(figures=True)
def paragraph_deleted(page: Page) -> None:
    """A paragraph deleted with its end."""
    paragraphs = page.paragraphs()
    cursor = paragraphs[5].getText().createTextCursorByRange(paragraphs[5].Start)
    cursor.gotoRange(paragraphs[5].End, True)
    cursor.goRight(1, True)
    page.controller.select(cursor)
    page.do("Delete")


@edit(figures=True)
def paragraph_emptied(page: Page) -> None:
    """The text of a paragraph deleted, its end left."""
    paragraph = page.paragraphs()[5]
    page.select(paragraph.Start, paragraph.End)
    page.do("Delete")


@edit()
def bold(page: Page) -> None:
    """Some words bold."""
    page.controller.select(page.wording(1))
    page.do("Bold")


@edit()
def font_of_all(page: Page) -> None:
    """Everything in another size."""
    page.do("SelectAll")
    page.do("FontHeight", **{"FontHeight.Height": 15.0})


@edit()
def formatting_cleared(page: Page) -> None:
    """Everything without direct formatting (清除格式)."""
    page.do("SelectAll")
    page.do("ResetAttributes")


@edit()
def split_paragraph(page: Page) -> None:
    """A paragraph split in its middle."""
    page.go(page.wording(3).Start)
    page.do("InsertPara")


@edit()
def split_at_figure(page: Page) -> None:
    """A paragraph split directly before a figure."""
    page.go(page.figures()[0].Start)
    page.do("InsertPara")


@edit()
def merge_paragraphs(page: Page) -> None:
    """A paragraph joined with the next."""
    page.go(page.paragraphs()[6].End)
    page.do("Delete")


@edit()
def join_previous(page: Page) -> None:
    """A paragraph joined with the one before it."""
    page.go(page.paragraphs()[7].Start)
    page.do("SwBackspace")


@edit()
def move_paragraph(page: Page) -> None:
    """A paragraph cut and pasted elsewhere."""
    paragraphs = page.paragraphs()
    cursor = paragraphs[3].getText().createTextCursorByRange(paragraphs[3].Start)
    cursor.gotoRange(paragraphs[3].End, True)
    cursor.goRight(1, True)
    page.controller.select(cursor)
    page.do("Cut")
    page.go(page.paragraphs()[6].Start)
    page.do("Paste")


@edit()
def move_up(page: Page) -> None:
    """A paragraph moved up by the key."""
    page.go(page.paragraphs()[4].Start)
    page.do("MoveUp")


@edit()
def copy_paragraph(page: Page) -> None:
    """A paragraph copied and pasted elsewhere."""
    paragraphs = page.paragraphs()
    page.select(paragraphs[3].Start, paragraphs[3].End)
    page.do("Copy")
    page.go(paragraphs[8].End)
    page.do("InsertPara")
    page.do("Paste")


@edit()
def style_changed(page: Page) -> None:
    """A paragraph in another style."""
    page.go(page.paragraphs()[2].Start)
    page.do("StyleApply", Style="Text body", FamilyName="ParagraphStyles")


@edit()
def bullets(page: Page) -> None:
    """A paragraph with a bullet before it."""
    page.go(page.paragraphs()[2].Start)
    page.do("DefaultBullet")


@edit(typed=True, figures=True)
def many_retyped(page: Page) -> None:
    """Three paragraphs deleted and one typed instead."""
    paragraphs = page.paragraphs()
    page.select(paragraphs[4].Start, paragraphs[6].End)
    page.type(WORDS + "，三段并作一段，数字都不要了。")


@edit(figures=True)
def replaced_everywhere(page: Page) -> None:
    """A word found and replaced in the whole document."""
    search = page.document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = "工作", "各项工作"
    if not page.document.replaceAll(search):
        raise NoPlaceError("the word is not there")


@edit(typed=True, figures=True, changes=True)
def tracked(page: Page) -> None:
    """Words and a figure changed with the recording of changes on."""
    page.do("TrackChanges", TrackChanges=True)
    page.controller.select(page.wording(1))
    page.type(WORDS)
    page.go(page.paragraphs()[4].End)
    page.do("InsertPara")
    page.type(WORDS + "，另起一段。")
    page.controller.select(page.figures()[-1])
    page.type("66666")
    page.do("TrackChanges", TrackChanges=False)


@edit(figures=True, changes=True)
def tracked_across(page: Page) -> None:
    """A stretch from one paragraph into the next deleted with the recording of changes on."""
    page.do("TrackChanges", TrackChanges=True)
    page.select(page.wording(4).Start, page.wording(5).End)
    page.do("Delete")
    page.do("TrackChanges", TrackChanges=False)


@edit(figures=True, changes=True)
def tracked_paragraph(page: Page) -> None:
    """A paragraph deleted, another split, with the recording of changes on."""
    page.do("TrackChanges", TrackChanges=True)
    paragraph_deleted(page)
    page.go(page.wording(2).Start)
    page.do("InsertPara")
    page.do("TrackChanges", TrackChanges=False)


@edit(figures=True)
def cell_typed(page: Page) -> None:
    """A figure in the table typed over."""
    cell = page.cell()
    cursor = cell.createTextCursor()
    cursor.gotoEnd(True)
    page.controller.select(cursor)
    page.type("55555")


@edit(typed=True)
def cell_filled(page: Page) -> None:
    """Two hundred characters in two paragraphs typed behind a figure in the table."""
    page.go(page.cell().End)
    page.type("（" + WORDS * 33 + "）")
    page.do("InsertPara")
    page.type("另见说明")


@edit(figures=True)
def row_deleted(page: Page) -> None:
    """A row of the table deleted."""
    page.go(page.cell().Start)
    page.do("DeleteRows")


@edit(typed=True)
def row_added(page: Page) -> None:
    """A row added to the table."""
    page.go(page.cell().Start)
    page.do("InsertRowsAfter")
    page.do("GoDown")
    page.type(WORDS)


@edit()
def column_added(page: Page) -> None:
    """A column added to the table."""
    page.go(page.cell().Start)
    page.do("InsertColumnsBefore")


@edit(typed=True)
def table_inside(page: Page) -> None:
    """A table in a cell of the table."""
    page.go(page.cell().End)
    page.do("InsertTable", Columns=2, Rows=2)
    page.type(WORDS)


@edit(typed=True)
def table_added(page: Page) -> None:
    """A table of one's own between two paragraphs."""
    page.go(page.paragraphs()[5].End)
    page.do("InsertPara")
    page.do("InsertTable", Columns=3, Rows=2)
    page.type(WORDS)


@edit()
def comment_added(page: Page) -> None:
    """A comment at some words."""
    page.controller.select(page.wording(1))
    page.do("InsertAnnotation", Text="请核实", Author="李四")


@edit()
def footnote_added(page: Page) -> None:
    """A footnote."""
    page.go(page.wording(1).End)
    page.do("InsertFootnote")


@edit()
def line_break(page: Page) -> None:
    """A line broken inside a paragraph."""
    page.go(page.wording(3).Start)
    page.do("InsertLinebreak")


@edit()
def field_added(page: Page) -> None:
    """A field with the page number in the text."""
    page.go(page.wording(3).Start)
    page.do("InsertPageNumberField")


@edit()
def page_break(page: Page) -> None:
    """A new page before a paragraph."""
    page.go(page.paragraphs()[4].Start)
    page.do("InsertPagebreak")


@edit()
def link_added(page: Page) -> None:
    """Words and the figure in them made a link."""
    anchor = page.figures()[0]
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goLeft(2, False)
    cursor.goRight(2 + len(anchor.String), True)
    cursor.HyperLinkURL = "https://example.com/"


@edit()
def header_typed(page: Page) -> None:
    """A header over every page, a footer typed over."""
    for name in page.document.StyleFamilies.getByName("PageStyles").ElementNames:
        style = page.document.StyleFamilies.getByName("PageStyles").getByName(name)
        if style.isInUse():
            style.HeaderIsOn = True
            style.HeaderText.setString("内部资料 2021")


@edit()
def text_box(page: Page) -> None:
    """A text box beside a paragraph."""
    frame = page.document.createInstance("com.sun.star.text.TextFrame")
    frame.Width, frame.Height = 5000, 1500
    place = page.wording(2)
    place.getText().insertTextContent(place.End, frame, False)
    frame.setString("框里的字 12 个")


@edit()
def picture(page: Page) -> None:
    """A picture in a paragraph."""
    path = Path(page.office.folder) / "p.png"
    path.write_bytes(_PICTURE)
    page.go(page.wording(2).End)
    page.do("InsertGraphic", FileName=path.as_uri())


@edit()
def section_break_deleted(page: Page) -> None:
    """The last section break deleted: pages on their side stand upright."""
    found = [item for item in _items(page.document.Text) if getattr(item, "PageDescName", None)]
    if not found:
        raise NoPlaceError("one section only")
    found[-1].PageDescName = ""


@edit()
def typed_and_undone(page: Page) -> None:
    """Words typed over a figure, and undone."""
    page.controller.select(page.figures()[0])
    page.type(WORDS)
    page.do("Undo")
    if WORDS in page.document.Text.String:
        page.do("Undo")


@edit(typed=True, figures=True, changes=True)
def everything(page: Page) -> None:
    """Many of these in one document."""
    for name in (
        "replace_words",
        "figure_whole",
        "paragraph_after",
        "bold",
        "split_paragraph",
        "join_previous",
        "copy_paragraph",
        "cell_typed",
        "row_added",
        "tracked",
        "line_break",
        "comment_added",
    ):
        with contextlib.suppress(NoPlaceError):
            EDITS[name].do(page)


# --- ways on which a file comes back --------------------------------------------------------------------------------


def _through(ending: str, name: str) -> Callable[[Office, str, str], None]:
    """Saved in another format, opened there, saved as .docx again."""

    def detour(office: Office, source: str, target: str) -> None:
        office.open(source).save(target + ending, name)
        office.open(target + ending).save(target)

    return detour


def _pasted(command: str, **arguments: Any) -> Callable[[Office, str, str], None]:
    """Everything copied and pasted into a new file."""

    def paste(office: Office, source: str, target: str) -> None:
        page = office.open(source)
        page.do("SelectAll")
        page.do("SelectAll")
        page.do("Copy")
        other = office.open("")
        other.do(command, **arguments)
        page.document.close(True)
        other.save(target)

    return paste


DETOURS: dict[str, Callable[[Office, str, str], None]] = {
    "by_doc": _through(".doc", "MS Word 97"),
    "by_odt": _through(".odt", "writer8"),
    "by_rtf": _through(".rtf", "Rich Text Format"),
    "pasted": _pasted("Paste"),
    "pasted_as_text": _pasted("PasteUnformatted"),
}


def perform(office: Office, task: str, source: str, target: str) -> None:
    """Do one job."""
    if task in DETOURS:
        DETOURS[task](office, source, target)
        return
    page = office.open(source)
    if task in ("accept", "reject"):
        page.do("AcceptAllTrackedChanges" if task == "accept" else "RejectAllTrackedChanges")
    else:
        EDITS[task].do(page)
    page.save(target)


def main() -> None:
    """All jobs in one session; what fails is told and the rest goes on."""
    office = Office()
    undone: dict[str, tuple[str, str]] = {}
    try:
        for job in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
            try:
                perform(office, job["task"], job["source"], job["target"])
            except NoPlaceError as reason:
                undone[job["target"]] = "skipped", str(reason)
                office.drop_all()
            except Exception as error:
                undone[job["target"]] = "failed", f"{type(error).__name__}: {error}"
                office.drop_all()
    finally:
        office.close()
    print(json.dumps(undone, ensure_ascii=False))


if __name__ == "__main__":
    main()
