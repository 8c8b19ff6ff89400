// The grid of 填数: what AG Grid Community leaves to the page. Plain script for Chrome 99.
"use strict";

window.nigao = (() => {
  const shown = { id: 0, version: 0, length: 0, canGrow: false };

  const about = (params) => {
    const own = params.data && params.data.own && params.data.own[params.colDef.field];
    return own || params.colDef.context || {};
  };
  const said = (params) => (params.data && params.data.said[params.colDef.field]) || "";
  const doubted = (params) => (params.data && (params.data.doubts || {})[params.colDef.field]) || "";
  // What the file says in a cell that is typed over; where a person is asked it is said already.
  function saved(params) {
    const { filed, asks } = params.data.typed[params.colDef.field] || {};
    return filed && !asks ? `存着的是“${filed}”。` : "";
  }
  // What is wrong in a cell, or doubtful.
  const noted = (params) => (said(params) ? said(params) + saved(params) : doubted(params));
  // Of a formula what it gives; the formula itself is what is typed into.
  const shownOf = (params) => {
    const { computed } = params.data ? about(params) : {};
    return computed && (!params.value || params.value === "=") ? computed : params.value;
  };
  // Whether the server is gone: what is typed then would be lost.
  const isCut = () => document.getElementById("popup").ariaHidden === "false";
  const isOpen = (params) =>
    Boolean(params.data && !params.data.locked && about(params).open && !isCut());
  const numberOf = (params) => params.data.number || "";

  const classes = {
    wrong: (params) => Boolean(said(params)) && !params.data.new,
    unfinished: (params) => Boolean(said(params)) && params.data.new,
    doubtful: (params) => Boolean(doubted(params)) && !said(params),
    computed: (params) => shownOf(params) !== params.value,
    closed: (params) => !isOpen(params),
    number: (params) => about(params).kind === "数",
  };
  const rowClasses = {
    heading: (params) => params.data.locked,
    fresh: (params) => params.data.new,
  };

  function editor(params) {
    const { choices } = about(params);
    if (choices && choices.length) {
      return { component: nigaoChooser, popup: true, params: about(params) };
    }
    const text = String(params.value || "");
    if (text.includes("\n") || text.length > 24) {
      const size = { maxLength: 32767, rows: 6, cols: 50 };
      return { component: "agLargeTextCellEditor", popup: true, params: size };
    }
    return { component: "agTextCellEditor" };
  }

  const grid = () => getElement(shown.id);
  const isReady = () => Boolean(shown.id && grid() && grid().api);
  const api = () => grid().api;
  const isOpenAt = ({ index, field }) => {
    const node = isReady() && api().getDisplayedRowAtIndex(index);
    const column = node && api().getColumn(field);
    return Boolean(column) && isOpen({ data: node.data, colDef: column.getColDef() });
  };

  // --- what the server sends ---------------------------------------------------------------------

  function begin(id, version, length, canGrow) {
    Object.assign(shown, { id, version, length, canGrow });
    if (shown.wanted) focus(...shown.wanted);
    bringBack();
  }

  // What this browser kept of the sheet, once; from then on it keeps what the sheet shows.
  function bringBack() {
    if (shown.isBack) return nigaoKept.keep();
    shown.isBack = true;
    nigaoTyping.bringBack();
    if (!nigaoKept.bringBack()) nigaoKept.keep();
    nigaoKept.sendAgain();
  }

  // What comes while a cell is being typed into waits until that is done: it would end the typing.
  const late = [];
  const isBusy = () =>
    isReady() && (nigaoTyping.isComposing() || api().getEditingCells().length > 0);

  function inTurn(show) {
    late.push(show);
    catchUp();
  }

  function catchUp() {
    while (late.length && !isBusy()) late.shift()();
  }

  const renew = (...given) => inTurn(() => renewNow(...given));
  const reset = (...given) => inTurn(() => resetNow(...given));
  const answered = (id) => inTurn(() => nigaoKept.answered(id));

  function renewNow(id, version, length, changes) {
    Object.assign(shown, { id, version, length });
    const { api } = grid();
    for (const [index, data] of changes) {
      const node = api.getDisplayedRowAtIndex(index);
      if (node) node.setData(data);
    }
    bringBack();
    tell();
  }

  function resetNow(id, version, length, canGrow, rows, columns) {
    Object.assign(shown, { id, version, length, canGrow });
    const { api } = grid();
    const ticked = tickedRows();
    const top = api.getVerticalPixelRange().top;
    if (columns) api.setGridOption("columnDefs", prepared(columns));
    api.setGridOption("rowData", rows);
    tick(ticked);
    document.querySelector(".sheet .ag-body-viewport").scrollTop = top;
    if (hasKeyboard()) back();
    bringBack();
    tell();
  }

  // Rows that are all made anew: those that were ticked, by what they say, are ticked again.
  const tickedRows = () =>
    api().getSelectedNodes().map(({ rowIndex: index, data }) => ({ index, cells: nigaoKept.filed(data) }));

  function tick(rows) {
    for (const index of rows.map(nigaoKept.indexOf).filter((at) => at >= 0)) {
      api().getDisplayedRowAtIndex(index).setSelected(true);
    }
  }

  // Whether the keyboard is the grid's, or nobody's.
  function hasKeyboard() {
    const node = document.activeElement;
    return !node || node === document.body || Boolean(node.closest(".sheet")) || isButton(node);
  }

  function prepared(columns) {
    return columns.map((column) => {
      const { ":valueGetter": getter, ...rest } = column;
      return getter ? { ...rest, valueGetter: numberOf } : rest;
    });
  }

  // ``position`` is "middle" where a person is brought to a cell.
  function focus(index, field, position = null) {
    if (!grid() || !grid().api) {
      shown.wanted = [index, field, position];
      return;
    }
    const { api } = grid();
    api.ensureIndexVisible(index, position);
    if (api.getColumn(field)) {
      api.ensureColumnVisible(field);
      api.setFocusedCell(index, field);
    }
  }

  // The keyboard goes back to the cell that is chosen, where it is in sight; it never stays with a
  // button of the sheet, which Enter would press again.
  function back() {
    const focused = isReady() && api().getFocusedCell();
    if (focused && !isTyping()) api().setFocusedCell(focused.rowIndex, focused.column);
    if (isButton(document.activeElement)) document.activeElement.blur();
  }

  const isButton = (node) => Boolean(node && node.closest(".sheet-room button"));

  // --- what the person does ----------------------------------------------------------------------

  // What is typed while nothing has the keyboard goes to the cell that is chosen.
  const TO_CELL = /^(.|Process|Enter|F2|Delete|Backspace|Arrow.*)$/;

  function strayed(event) {
    if (document.activeElement !== document.body || event.ctrlKey || event.metaKey) return;
    if (!isReady() || !TO_CELL.test(event.key) || document.querySelector(".q-dialog")) return;
    const focused = api().getFocusedCell();
    if (focused) focus(focused.rowIndex, focused.column.getColId());
  }

  const clickedBeside = (event) => {
    if (isButton(event.target)) back();
  };

  // Enter goes on before the answer is there: of a cell that is refused the line below the grid tells
  // until another one is chosen by hand.
  const BY_HAND = /^(Arrow|Page|Home|End|Tab|Enter)/;

  function chosen(event) {
    const isMove = event.type === "mousedown" || (BY_HAND.test(event.key) && !isTyping());
    if (isMove && shown.left && shown.left.told) shown.left = null;
  }

  function leftNoted() {
    const node = shown.left && api().getDisplayedRowAtIndex(shown.left.index);
    const column = node && api().getColumn(shown.left.field);
    const params = column && { data: node.data, colDef: column.getColDef() };
    if (!params || !noted(params)) return "";
    shown.left.told = true;
    return `刚才填的“${params.colDef.headerName}”：${noted(params)}`;
  }

  function typed(params) {
    const text = params.newValue === null || params.newValue === undefined ? "" : params.newValue;
    if (String(params.oldValue || "") === String(text)) return;
    shown.left = { index: params.node.rowIndex, field: params.colDef.field, told: false };
    const before = String(params.oldValue || "");
    nigaoKept.send([[params.node.rowIndex, params.colDef.field, String(text), before]]);
  }

  // What is chosen is offered at the first click.
  function clicked(params) {
    const { choices } = about(params);
    if (!choices || !choices.length || !isOpen(params)) return;
    if (params.event.ctrlKey || params.event.shiftKey) return;
    params.api.startEditingCell({ rowIndex: params.rowIndex, colKey: params.column });
  }

  const isTyping = () => {
    const { tagName } = document.activeElement || {};
    if (nigaoTyping.isBox(document.activeElement)) return false;
    return tagName === "INPUT" || tagName === "TEXTAREA" || tagName === "SELECT";
  };

  function copied(event) {
    const focused = shown.id && grid() && grid().api && grid().api.getFocusedCell();
    if (!focused || isTyping() || String(window.getSelection())) return;
    const node = grid().api.getDisplayedRowAtIndex(focused.rowIndex);
    event.clipboardData.setData("text/plain", String(node.data[focused.column.getColId()] || ""));
    event.preventDefault();
  }

  // Ctrl+S saves the cell that is open: the others are saved.
  function savedNow(event) {
    if (!isReady() || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    if (!api().getEditingCells().length) return;
    api().stopEditing();
    back();
  }

  function pressed(event) {
    if (!shown.id || isTyping() || !(event.ctrlKey || event.metaKey)) return;
    if (event.key.toLowerCase() === "z") {
      event.preventDefault();
      emitEvent("nigao-undo");
    }
  }

  // Typing into a cell that is none to type into: why, once for a cell.
  function typedIntoClosed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return;
    if (event.key.length !== 1 && event.key !== "Process") return;
    if (!event.target.matches(".sheet .ag-cell") || isTyping() || isCut()) return;
    const focused = api().getFocusedCell();
    const node = focused && api().getDisplayedRowAtIndex(focused.rowIndex);
    const params = node && { data: node.data, colDef: focused.column.getColDef() };
    const place = params && `${focused.rowIndex} ${params.colDef.field}`;
    if (!params || !params.colDef.field || isOpen(params) || shown.toldClosed === place) return;
    shown.toldClosed = place;
    emitEvent("nigao-closed", whyClosed(params));
  }

  function whyClosed(params) {
    if (params.data.locked) return "这一行是分组的标题，不用填。";
    return about(params).computed ? "这一格由公式算出，不用填。" : "这一格是表里定好的，不能改。";
  }

  // Whether the columns for who knows the program are shown.
  function isAdvanced() {
    const hidden = api().getGridOption("context").hidden.map(([, name]) => name);
    return api().getColumns().some((column) => hidden.includes((column.getColDef().context || {}).name));
  }

  // The line below the grid: what the cell that is chosen wants, and what is wrong with it.
  function tell() {
    const line = document.querySelector(".cell-told");
    if (!line || !grid() || !grid().api) return;
    const { api } = grid();
    const focused = api.getFocusedCell();
    const node = focused && api.getDisplayedRowAtIndex(focused.rowIndex);
    if (!node || !node.data) return;
    const params = { data: node.data, colDef: focused.column.getColDef() };
    const wrong = noted(params) || leftNoted() || node.data.said[""] || "";
    const { told, more } = about(params);
    line.textContent = wrong || `${told || ""}${isAdvanced() ? more || "" : ""}`;
    line.classList.toggle("wrong", Boolean(wrong));
  }

  // The next cell with something wrong, after the one that is chosen.
  function nextWrong() {
    const { api } = grid();
    const focused = api.getFocusedCell();
    const places = [];
    api.forEachNode((node) => {
      for (const field of Object.keys(node.data.said)) places.push([node.rowIndex, field]);
    });
    if (!places.length) return;
    const here = focused ? focused.rowIndex : -1;
    const column = focused ? focused.column.getColId() : "";
    const at = places.findIndex(([index, field]) => index === here && field === column);
    const next = at >= 0 ? places[(at + 1) % places.length] : places.find(([i]) => i > here) || places[0];
    focus(next[0], next[1] || "number", "middle");
    tell();
  }

  const stateOf = () => shown.version;
  const fieldOf = (title) => {
    const columns = grid().api.getAllDisplayedColumns();
    const found = columns.find((column) => column.getColDef().headerName === title);
    return found ? found.getColId() : "";
  };

  // The first column that a new row may be typed into.
  const firstOpen = () => {
    const columns = grid().api.getAllDisplayedColumns();
    const open = columns.find((column) => (column.getColDef().context || {}).open);
    return open ? open.getColId() : "";
  };

  const selected = () => {
    const { api } = grid();
    const rows = api.getSelectedNodes().map((node) => node.rowIndex);
    const focused = api.getFocusedCell();
    return { version: shown.version, rows, focused: focused ? focused.rowIndex : -1 };
  };

  document.addEventListener("copy", copied);
  document.addEventListener("keydown", pressed);
  document.addEventListener("keydown", savedNow);
  document.addEventListener("keydown", strayed, true);
  document.addEventListener("click", clickedBeside);
  document.addEventListener("keydown", chosen, true);
  document.addEventListener("keydown", typedIntoClosed, true);
  document.addEventListener("mousedown", chosen, true);

  const canGrow = () => shown.canGrow;
  // What this browser keeps of a sheet has a name of the sheet's own.
  const keptAs = (what) => {
    const named = new URLSearchParams(window.location.search).get("package");
    return `nigao-${what} ${named} ${api().getGridOption("context").sheet}`;
  };

  return { about, noted, shownOf, isOpen, numberOf, classes, rowClasses, editor, begin, catchUp, renew, reset, answered, focus, typed, clicked, tell, nextWrong, firstOpen, isReady, isBusy, isCut, isTyping, isOpenAt, api, stateOf, fieldOf, selected, canGrow, keptAs };
})();
