// Cells of 填数 that were typed and could not be written: the server shows them as long as it runs,
// this browser keeps them for the next one. So it does with a change from when it is made until the
// server has answered. Plain script for Chrome 99.
"use strict";

window.nigaoKept = (() => {
  const keptAs = () => nigao.keptAs("refused");

  // What the file says in a row, whatever is typed over it.
  function filed(data) {
    const cells = Object.entries(data).filter(([field]) => /^c\d+$/.test(field));
    const typed = data.typed || {};
    return JSON.stringify(cells.map(([field, text]) => [field, typed[field] ? typed[field].filed : text]));
  }

  // The row that says what it said then: at its place, or else the only one.
  function indexOf(kept) {
    const same = [];
    nigao.api().forEachNode((node) => {
      if (filed(node.data) === kept.cells) same.push(node.rowIndex);
    });
    if (same.includes(kept.index)) return kept.index;
    return same.length === 1 ? same[0] : -1;
  }

  // "" for a column that is hidden now.
  const nameOf = (field) => {
    const column = nigao.api().getColumn(field);
    return column ? column.getColDef().context.name : "";
  };

  function refused() {
    const cells = [];
    const end = [];
    nigao.api().forEachNode(({ data, rowIndex: index }) => {
      if (data.new) end.push(index);
      for (const [field, { asks }] of Object.entries(data.typed)) {
        const place = data.new ? { behind: index - end[0] } : { index, cells: filed(data) };
        cells.push({ ...place, field, name: nameOf(field), text: data[field], why: data.said[field], asks });
      }
    });
    return cells;
  }

  function keep() {
    const cells = refused();
    if (cells.length) localStorage.setItem(keptAs(), JSON.stringify(cells));
    else localStorage.removeItem(keptAs());
  }

  const firstNew = () => {
    let found = -1;
    nigao.api().forEachNode((node) => {
      if (node.data.new && found < 0) found = node.rowIndex;
    });
    return found;
  };

  // A new row is one behind the last; those that nobody wrote are all alike.
  function placeOf(kept) {
    const name = nameOf(kept.field);
    if (name && kept.name && name !== kept.name) return -1;
    if (kept.behind === undefined) return indexOf(kept);
    const first = firstNew();
    return first < 0 ? -1 : first + kept.behind;
  }

  const isShown = (index, field) => {
    const node = nigao.api().getDisplayedRowAtIndex(index);
    return Boolean(node && node.data.typed[field]);
  };

  function tellLost(cells) {
    const texts = cells.map(({ text }) => `“${text}”`).join("、");
    emitEvent("nigao-refused", `上次没有存下的，那一行后来改过或删了，没有放回去。当时写的是${texts}。`);
  }

  // Gives whether the server has been told of anything: then it sends what it shows now.
  function bringBack() {
    const kept = JSON.parse(localStorage.getItem(keptAs()) || "[]");
    const placed = kept.map((cell) => ({ ...cell, index: placeOf(cell) }));
    const lost = placed.filter(({ index }) => index < 0);
    const cells = placed.filter(({ index, field }) => index >= 0 && !isShown(index, field));
    if (lost.length) tellLost(lost);
    if (cells.length) emitEvent("nigao-kept", { version: nigao.stateOf(), cells });
    return cells.length > 0;
  }

  // --- changes that the server has not answered yet ----------------------------------------------

  const sentAs = () => nigao.keptAs("sent");
  const sent = () => JSON.parse(localStorage.getItem(sentAs()) || "[]");

  function keepSent(changes) {
    try {
      if (changes.length) localStorage.setItem(sentAs(), JSON.stringify(changes));
      else localStorage.removeItem(sentAs());
    } catch (full) {
      console.warn(full); // a block that is too large for the browser: it is sent all the same
    }
  }

  // Edits ([index, field, text, text before]) by the row that they are made in.
  function byRow(edits) {
    const rows = new Map();
    for (const edit of edits) rows.set(edit[0], [...(rows.get(edit[0]) || []), edit]);
    return rows;
  }

  // What tells a row again: what it said before the ``edits`` in it; of a new one, which it is.
  function rowOf(index, edits, first) {
    const node = nigao.api().getDisplayedRowAtIndex(index);
    if (!node || node.data.new) return { index, behind: index - first };
    const before = edits.map(([, field, , text]) => [field, text]).reverse();
    return { index, cells: filed({ ...node.data, ...Object.fromEntries(before) }) };
  }

  function send(edits, block = null) {
    const { headed = false, left = [], labels = [], title = "" } = block || {};
    const id = `${Date.now()} ${Math.random()}`;
    const there = sent();
    const made = byRow([...there.flatMap((change) => change.edits), ...edits]);
    const first = firstNew();
    const rows = [...byRow(edits).keys()].map((index) => [index, rowOf(index, made.get(index), first)]);
    const names = Object.fromEntries(edits.map(([, field]) => [field, nameOf(field)]));
    keepSent([...there, { id, edits, headed, rows: Object.fromEntries(rows), names }]);
    const pasted = Boolean(block);
    const change = { id, version: nigao.stateOf(), edits, headed, left, labels, title, pasted };
    emitEvent("nigao-edited", change);
  }

  const answered = (id) => keepSent(sent().filter((change) => change.id !== id));

  // Whether the file says already what was sent, and else what it said in the row, but in cells that
  // were sent too: the server ended before it could answer.
  function isSaved(row, [, field, text], made) {
    const node = nigao.api().getDisplayedRowAtIndex(row.index - (row.behind || 0));
    if (!node || node.data.new || String(node.data[field] || "") !== text) return false;
    const fields = made.get(row.index).map(([, other]) => other);
    const others = (cells) =>
      JSON.stringify(JSON.parse(cells).filter(([name]) => !fields.includes(name)));
    return !row.cells || others(filed(node.data)) === others(row.cells);
  }

  // What had no answer is sent once more, at the rows of now.
  function sendAgain() {
    const changes = sent();
    const made = byRow(changes.flatMap(({ edits }) => edits));
    keepSent([]);
    for (const { edits, headed, rows, names } of changes) {
      const left = edits.filter((edit) => !isSaved(rows[edit[0]], edit, made));
      const placed = left.map(([index, field, text, before]) => {
        const place = placeOf({ ...rows[index], field, name: names[field] });
        return [place, field, text, before];
      });
      if (placed.some(([index]) => index < 0)) tellLost(placed.map(([, , text]) => ({ text })));
      else if (placed.length) send(placed, { headed });
    }
  }

  return { filed, indexOf, keep, bringBack, send, answered, sendAgain };
})();
