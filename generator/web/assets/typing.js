// Typing into a cell of 填数 that is chosen and not open yet: AG Grid opens a cell by the key that is
// pressed, an input method and what is inserted without a key tell none. So a chosen cell holds a box
// that takes all of it, where a composition begins and ends; what came goes on in the opened cell.
// What is being typed while the page goes is kept for the next time. Plain script for Chrome 99.
"use strict";

window.nigaoTyping = (() => {
  const box = document.createElement("input");
  box.className = "cell-box";
  box.setAttribute("aria-label", "填这一格");
  const isBox = (node) => node === box;
  const isComposing = () => box.classList.contains("composing");

  // --- the box -----------------------------------------------------------------------------------

  function placeOf(cell) {
    const index = Number(cell.closest(".ag-row").getAttribute("row-index"));
    return { index, field: cell.getAttribute("col-id") };
  }

  function focused({ target }) {
    if (!target.matches || !target.matches(".sheet .ag-cell") || nigao.isBusy()) return;
    if (!nigao.isOpenAt(placeOf(target))) return;
    if (box.parentNode !== target) target.append(box);
    box.value = "";
    box.focus({ preventScroll: true });
  }

  // Keys of a composition are for the input method; a space chooses the row, as in any cell.
  function pressed(event) {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
    else if (event.key === " ") {
      event.preventDefault();
      box.parentNode.dispatchEvent(new KeyboardEvent(event.type, event));
    }
  }

  function came() {
    const text = box.value;
    if (isComposing() || !text) return;
    box.value = "";
    open(placeOf(box.parentNode), text);
  }

  function composed(is) {
    box.classList.toggle("composing", is);
    if (is) return;
    came();
    nigao.catchUp();
  }

  function open({ index, field }, text) {
    const api = nigao.api();
    api.startEditingCell({ rowIndex: index, colKey: field, key: "Backspace" });
    const [editor] = api.getCellEditorInstances();
    const line = editor && editor.getGui().querySelector("input, textarea");
    if (!line) return;
    line.value = text;
    line.dispatchEvent(new Event("input", { bubbles: true }));
    line.focus();
    line.setSelectionRange(text.length, text.length);
  }

  // A cell that is drawn anew loses what it holds.
  function left() {
    if (box.isConnected || document.activeElement !== document.body) return;
    const at = nigao.api().getFocusedCell();
    if (at) nigao.api().setFocusedCell(at.rowIndex, at.column);
  }

  box.addEventListener("keydown", pressed);
  box.addEventListener("input", came);
  box.addEventListener("blur", () => setTimeout(left, 0));
  box.addEventListener("compositionstart", () => composed(true));
  box.addEventListener("compositionend", () => composed(false));
  document.addEventListener("focusin", focused);

  // --- what is being typed while the page goes ---------------------------------------------------

  const keptAs = () => nigao.keptAs("cell");

  function typing() {
    if (isComposing()) return { ...placeOf(box.parentNode), text: box.value };
    const [at] = nigao.api().getEditingCells();
    const [editor] = nigao.api().getCellEditorInstances();
    if (!at || !editor) return null;
    const value = editor.getValue();
    const text = value === null || value === undefined ? "" : String(value);
    return { index: at.rowIndex, field: at.column.getColId(), text };
  }

  function keep() {
    const now = nigao.isReady() && typing();
    const node = now && nigao.api().getDisplayedRowAtIndex(now.index);
    if (!node || String(node.data[now.field] || "") === now.text) return;
    localStorage.setItem(keptAs(), JSON.stringify({ ...now, cells: nigaoKept.filed(node.data) }));
  }

  // What was typed is open again; it is written when the person says so, as anything typed.
  function bringBack() {
    const kept = JSON.parse(localStorage.getItem(keptAs()) || "null");
    if (!kept) return;
    localStorage.removeItem(keptAs());
    const place = { index: nigaoKept.indexOf(kept), field: kept.field };
    if (place.index >= 0 && nigao.isOpenAt(place)) {
      nigao.focus(place.index, place.field);
      open(place, kept.text);
    } else {
      emitEvent("nigao-refused", `上次没填完的一格没有存，那一行后来改过。当时写的是“${kept.text}”。`);
    }
  }

  window.addEventListener("pagehide", keep);

  return { isBox, isComposing, bringBack };
})();
