"""Edits in LibreOffice Writer as a person makes them: run by a Python that knows UNO, not by the tests' own.

    python3 office.py JOBS.json     each job: {"task": NAME, "source": IN.docx, "target": OUT.docx}
    tasks: the names in EDITS, accept, reject, text (OUT.txt: a paragraph a line)
"""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WORDS = "人工补写的话"


def value(name, content):
    """A property for a call."""
    item = PropertyValue()
    item.Name, item.Value = name, content
    return item


class Office:
    """A Writer of our own, with a profile of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        pipe = f"nigao{time.time_ns()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
             f"-env:UserInstallation=file://{self.folder}", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(300):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.2)
        self.manager, self.context = context.ServiceManager, context
        self.desktop = self.manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = self.manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def close(self):
        """End this Writer."""
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def drop_all(self):
        """Close what an edit that failed has left open, so that no lock stays behind."""
        items = self.desktop.Components.createEnumeration()
        while items.hasMoreElements():
            items.nextElement().close(True)

    def open(self, path):
        """Open a file."""
        return Page(self, self.desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0,
                                                            (value("Hidden", True),)))


class Page:
    """An open document."""

    def __init__(self, office, document):
        self.office, self.document = office, document
        self.controller = document.getCurrentController()
        self.cursor = self.controller.getViewCursor()

    def do(self, command, **arguments):
        """A command as the menus and keys give it."""
        self.office.dispatcher.executeDispatch(self.controller.getFrame(), f".uno:{command}", "", 0,
                                               tuple(value(name, content) for name, content in arguments.items()))

    def type(self, text):
        """Type characters over what is selected."""
        self.do("InsertText", Text=text)

    def select(self, start, end):
        """Select from one place to another."""
        cursor = start.getText().createTextCursorByRange(start)
        cursor.gotoRange(end, True)
        self.controller.select(cursor)

    def go(self, place):
        """Put the cursor somewhere."""
        self.cursor.gotoRange(place, False)

    def paragraphs(self):
        """The paragraphs of the body that are long enough to be edited."""
        found = []
        items = self.document.Text.createEnumeration()
        while items.hasMoreElements():
            item = items.nextElement()
            if item.supportsService("com.sun.star.text.Paragraph") and len(item.String) > 60:
                found.append(item)
        return found

    def figures(self, number):
        """The figures (by their bookmarks) of a long paragraph, in order, that hold a digit."""
        paragraph = self.paragraphs()[number]
        text = paragraph.getText()
        found = []
        for name in self.document.Bookmarks.ElementNames:
            if "_f" in name:
                anchor = self.document.Bookmarks.getByName(name).Anchor
                inside = anchor.Text == text and text.compareRegionStarts(paragraph, anchor) >= 0 \
                    and text.compareRegionEnds(paragraph, anchor) <= 0
                if inside and any(char.isdigit() for char in anchor.String):
                    found.append((text, anchor))
        found.sort(key=lambda item: len(self._before(paragraph, item[1])))
        return [anchor for _, anchor in found]

    def _before(self, paragraph, anchor):
        cursor = paragraph.getText().createTextCursorByRange(paragraph.Start)
        cursor.gotoRange(anchor.Start, True)
        return cursor.String

    def wording(self, number, skip=0):
        """Five characters of wording in the middle of a long paragraph, away from figures."""
        paragraph = self.paragraphs()[number]
        text = paragraph.String
        for at in range(20 + skip, len(text) - 6):
            part = text[at:at + 6]
            if all("一" <= char <= "鿿" for char in part):
                cursor = paragraph.getText().createTextCursorByRange(paragraph.Start)
                for _ in range(at // 100):
                    cursor.goRight(100, False)
                cursor.goRight(at % 100, False)
                cursor.goRight(5, True)
                return cursor
        raise ValueError("no wording")

    def value(self):
        """A table cell that holds a number, in the largest table."""
        tables = [self.document.TextTables.getByIndex(n) for n in range(self.document.TextTables.Count)]
        table = max(tables, key=lambda item: len(item.CellNames))
        cells = [table.getCellByName(name) for name in table.CellNames if not name.startswith(("A", "B"))]
        return [cell for cell in cells if cell.String.isdigit()][2]

    def save(self, path):
        """Save as a Word file and close."""
        self.document.storeToURL(Path(path).resolve().as_uri(),
                                 (value("FilterName", "MS Word 2007 XML"),))
        self.document.close(True)


# --- what people do; every function gets the page ------------------------------------------------------------------

def replace_words(page):
    """Words selected and typed over."""
    page.controller.select(page.wording(1))
    page.type(WORDS)


def retype_paragraph(page):
    """A paragraph selected and typed again in other words."""
    paragraph = page.paragraphs()[2]
    page.select(paragraph.Start, paragraph.End)
    page.type(WORDS + "，这一段完全重写了，没有原来的数字。")


def figure_part(page):
    """A digit inside a figure typed over."""
    anchor = page.figures(7)[0]
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    while not cursor.String[-1:].isdigit():
        cursor.goRight(1, True)
    cursor.collapseToEnd()
    cursor.goLeft(1, True)
    page.controller.select(cursor)
    page.type("9" if cursor.String != "9" else "8")


def figure_whole(page):
    """A figure selected and typed over."""
    page.controller.select(page.figures(7)[0])
    page.type("77777人")


def figure_edge(page):
    """Words typed directly behind a figure."""
    page.go(page.figures(7)[0].End)
    page.type("以上" + WORDS)


def figure_front(page):
    """A word typed directly before a figure."""
    page.go(page.figures(7)[0].Start)
    page.type("约")


def figure_backspaced(page):
    """A figure deleted with the backspace key."""
    anchor = page.figures(7)[0]
    length = len(anchor.String)
    page.go(anchor.End)
    for _ in range(length):
        page.do("SwBackspace")


def figure_deleted(page):
    """A figure selected and deleted."""
    page.controller.select(page.figures(7)[0])
    page.do("Delete")


def paragraph_after(page):
    """A new paragraph typed behind one."""
    page.go(page.paragraphs()[4].End)
    page.do("InsertPara")
    page.type(WORDS + "，另起一段。")


def paragraph_before(page):
    """A new paragraph typed before one."""
    page.go(page.paragraphs()[4].Start)
    page.do("InsertPara")
    page.do("GoUp")
    page.type(WORDS + "，另起一段。")


def paragraph_deleted(page):
    """A paragraph deleted with its end."""
    paragraphs = page.paragraphs()
    cursor = paragraphs[5].getText().createTextCursorByRange(paragraphs[5].Start)
    cursor.gotoRange(paragraphs[5].End, True)
    cursor.goRight(1, True)
    page.controller.select(cursor)
    page.do("Delete")


def paragraph_emptied(page):
    """The text of a paragraph deleted, its end left."""
    paragraph = page.paragraphs()[5]
    page.select(paragraph.Start, paragraph.End)
    page.do("Delete")


def bold(page):
    """Some words bold."""
    page.controller.select(page.wording(1))
    page.do("Bold")


def font_of_all(page):
    """Everything in another size."""
    page.do("SelectAll")
    page.do("FontHeight", **{"FontHeight.Height": 15.0})


def split_paragraph(page):
    """A paragraph split in its middle."""
    page.go(page.wording(3).Start)
    page.do("InsertPara")


def merge_paragraphs(page):
    """A paragraph joined with the next."""
    page.go(page.paragraphs()[6].End)
    page.do("Delete")


def join_previous(page):
    """A paragraph joined with the one before it."""
    page.go(page.paragraphs()[7].Start)
    page.do("SwBackspace")


def move_paragraph(page):
    """A paragraph cut and pasted elsewhere."""
    paragraphs = page.paragraphs()
    cursor = paragraphs[3].getText().createTextCursorByRange(paragraphs[3].Start)
    cursor.gotoRange(paragraphs[3].End, True)
    cursor.goRight(1, True)
    page.controller.select(cursor)
    page.do("Cut")
    page.go(page.paragraphs()[6].Start)
    page.do("Paste")


def move_up(page):
    """A paragraph moved up by the key."""
    page.go(page.paragraphs()[4].Start)
    page.do("MoveUp")


def copy_paragraph(page):
    """A paragraph copied and pasted elsewhere."""
    paragraphs = page.paragraphs()
    page.select(paragraphs[3].Start, paragraphs[3].End)
    page.do("Copy")
    page.go(paragraphs[8].End)
    page.do("InsertPara")
    page.do("Paste")


def style_changed(page):
    """A paragraph in another style."""
    page.go(page.paragraphs()[2].Start)
    page.do("StyleApply", Style="Text body", FamilyName="ParagraphStyles")


def many_retyped(page):
    """Three paragraphs deleted and one typed instead."""
    paragraphs = page.paragraphs()
    page.select(paragraphs[4].Start, paragraphs[6].End)
    page.type(WORDS + "，三段并作一段，数字都不要了。")


def tracked(page):
    """Words and a figure changed with the recording of changes on."""
    page.do("TrackChanges", TrackChanges=True)
    page.controller.select(page.wording(1))
    page.type(WORDS)
    page.go(page.paragraphs()[4].End)
    page.do("InsertPara")
    page.type(WORDS + "，另起一段。")
    page.controller.select(page.figures(7)[1])
    page.type("66666人")
    page.do("TrackChanges", TrackChanges=False)


def cell_typed(page):
    """A figure in the table typed over."""
    cell = page.value()
    cursor = cell.createTextCursor()
    cursor.gotoEnd(True)
    page.controller.select(cursor)
    page.type("55555")


def row_deleted(page):
    """A row of the table deleted."""
    page.go(page.value().Start)
    page.do("DeleteRows")


def row_added(page):
    """A row added to the table."""
    page.go(page.value().Start)
    page.do("InsertRowsAfter")
    page.do("GoDown")
    page.type(WORDS)


def comment_added(page):
    """A comment at some words."""
    page.controller.select(page.wording(1))
    page.do("InsertAnnotation", Text="请核实", Author="李四")


def footnote_added(page):
    """A footnote."""
    page.go(page.wording(1).End)
    page.do("InsertFootnote")


def line_break(page):
    """A line broken inside a paragraph."""
    page.go(page.wording(3).Start)
    page.do("InsertLinebreak")


def field_added(page):
    """A field with the page number in the text."""
    page.go(page.wording(3).Start)
    page.do("InsertPageNumberField")


def page_break(page):
    """A new page before a paragraph."""
    page.go(page.paragraphs()[4].Start)
    page.do("InsertPagebreak")


def everything(page):
    """Many of these in one document."""
    for edit in (replace_words, figure_whole, paragraph_after, bold, split_paragraph, join_previous, cell_typed,
                 row_added, copy_paragraph, tracked):
        edit(page)


EDITS = {edit.__name__: edit for edit in (
    replace_words, retype_paragraph, figure_part, figure_whole, figure_edge, figure_front, figure_backspaced,
    figure_deleted, paragraph_after, paragraph_before, paragraph_deleted, paragraph_emptied, bold, font_of_all,
    split_paragraph, merge_paragraphs, join_previous, move_paragraph, move_up, copy_paragraph, style_changed,
    many_retyped, tracked, cell_typed, row_deleted, row_added, comment_added, footnote_added, line_break, field_added,
    page_break, everything)}


def perform(office, job):
    """Do one job."""
    page = office.open(job["source"])
    task = job["task"]
    if task in ("accept", "reject"):
        page.do("AcceptAllTrackedChanges" if task == "accept" else "RejectAllTrackedChanges")
        task = "text"
    if task == "text":
        Path(job["target"]).write_text("\n".join(texts(page.document.Text)), encoding="utf-8")
        page.document.close(True)
        return
    if task == "detour":
        middle = str(job["target"]) + job["ending"]
        name = {".doc": "MS Word 97", ".odt": "writer8", ".rtf": "Rich Text Format"}[job["ending"]]
        page.document.storeToURL(Path(middle).resolve().as_uri(), (value("FilterName", name),))
        page.document.close(True)
        page = office.open(middle)
    else:
        EDITS[task](page)
    page.save(job["target"])


def texts(text):
    """The paragraphs of a text and of the cells of its tables."""
    items = text.createEnumeration()
    while items.hasMoreElements():
        item = items.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in item.CellNames:
                yield from texts(item.getCellByName(name).Text)
        elif item.String:
            yield item.String


def main():
    """All jobs in one session; what fails is told and the rest goes on."""
    office = Office()
    failed = {}
    try:
        for job in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
            try:
                perform(office, job)
            except Exception as error:
                failed[job["task"]] = f"{type(error).__name__}: {error}"
                office.drop_all()
    finally:
        office.close()
    print(json.dumps(failed, ensure_ascii=False))


if __name__ == "__main__":
    main()
