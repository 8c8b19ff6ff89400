// Cells of 填数 that were typed and could not be written: the server shows them as long as it runs,
// this browser keeps them for the next one. Plain script for Chrome 99.
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

  // Gives whether the server has been told of anything: then it sends what it shows now.
  function bringBack() {
    const kept = JSON.parse(localStorage.getItem(keptAs()) || "[]");
    const placed = kept.map((cell) => ({ ...cell, index: placeOf(cell) }));
    const lost = placed.filter(({ index }) => index < 0);
    const cells = placed.filter(({ index, field }) => index >= 0 && !isShown(index, field));
    if (lost.length) {
      const texts = lost.map(({ text }) => `“${text}”`).join("、");
      emitEvent("nigao-refused", `上次没有存下的，那一行后来改过或删了，没有放回去。当时写的是${texts}。`);
    }
    if (cells.length) emitEvent("nigao-kept", { version: nigao.stateOf(), cells });
    return cells.length > 0;
  }

  return { filed, indexOf, keep, bringBack };
})();
