// A block from Excel or WPS into 填数: where its cells go, and why it cannot. Plain script for Chrome 99.
"use strict";

(() => {
  const LONGEST = 400000; // characters of one block; a message holds 4 MB
  const HIDDEN = "hidden"; // a column that the sheet has and does not show now

  function pasted(event) {
    if (!nigao.isReady() || nigao.isCut()) return;
    const text = event.clipboardData.getData("text/plain");
    // A list that is open is none to type into: a block goes to the cells, as everywhere.
    if (document.querySelector(".chooser")) nigao.api().stopEditing(true);
    else if (nigao.isTyping()) return;
    const focused = nigao.api().getFocusedCell();
    if (!focused) return;
    event.preventDefault();
    if (text.length > LONGEST) {
      emitEvent("nigao-refused", `一次最多粘贴 ${LONGEST} 个字，请分几次粘贴。`);
      return;
    }
    const rows = blockOf(text);
    const titles = titlesAbove(rows);
    const block = placed(rows.slice(titles), focused);
    const title = rows.slice(0, titles).flat().find((said) => said.trim()) || "";
    if (block) nigaoKept.send(block.edits, { ...block, title });
  }

  // The rows of a block as Excel and WPS put it on the clipboard: tabs, lines, quotes around both.
  function blockOf(text) {
    const rows = [[]];
    let at = 0;
    const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    while (at <= plain.length) {
      let cell = "";
      if (plain[at] === '"' && /^"(?:[^"]|"")*"(?=\t|\n|$)/.test(plain.slice(at))) {
        const quoted = plain.slice(at).match(/^"((?:[^"]|"")*)"/);
        cell = quoted[1].replace(/""/g, '"');
        at += quoted[0].length;
      } else {
        const end = plain.slice(at).search(/[\t\n]/);
        cell = end < 0 ? plain.slice(at) : plain.slice(at, at + end);
        at += cell.length;
      }
      rows[rows.length - 1].push(cell);
      if (at >= plain.length) break;
      if (plain[at] === "\n") rows.push([]);
      at += 1;
    }
    return rows;
  }

  // Columns with what they are called: [column, head, name].
  function namesOf(shownColumns) {
    const named = shownColumns
      .filter((column) => column.getColId() !== "number")
      .map((column) => [column, column.getColDef().headerName, (column.getColDef().context || {}).name]);
    const { hidden } = nigao.api().getGridOption("context");
    return [...named, ...hidden.map((names) => [HIDDEN, ...names])];
  }

  // The column that is called so, or so but for its unit; null for none.
  function findIn(all, text) {
    const bare = (said) => said.replace(/[*＊\s]/g, "");
    const unitless = (said) => bare(said).replace(/（[^（）]*）|\([^()]*\)/g, "");
    const find = (as) => {
      const called = ([, ...names]) => names.some((name) => name && as(name) === as(text));
      const found = as(text) && all.find(called);
      return found ? found[0] : null;
    };
    return find(bare) || find(unitless);
  }

  // The columns that the first row of a block names, whatever their order; null where it is no head.
  function headOf(rows, shownColumns) {
    const all = namesOf(shownColumns);
    const head = rows[0].map((text) => findIn(all, text));
    const known = head.filter(Boolean);
    const written = rows[0].filter((text) => text.trim());
    const isHead = rows.length > 1 && known.length * 2 > written.length;
    const columns = known.filter((column) => column !== HIDDEN);
    return isHead && new Set(columns).size === columns.length ? head : null;
  }

  // How many rows above the head of a block are its title: one or two words, none of them the name
  // of a column.
  function titlesAbove(rows) {
    const columns = nigao.api().getAllDisplayedColumns();
    const isHead = (index) => (headOf(rows.slice(index), columns) || []).filter(Boolean).length > 1;
    const isTitle = (row) => {
      const texts = row.filter((text) => text.trim());
      return texts.length < 3 && !texts.some((text) => findIn(namesOf(columns), text));
    };
    const at = rows.slice(0, 4).findIndex((_, index) => isHead(index));
    return at > 0 && rows.slice(0, at).every(isTitle) ? at : 0;
  }

  // What the first row of a block says and no column is called, where it may be a head all the same:
  // it has no number, and a row below has one.
  function labelsOf([first, ...rows]) {
    const hasNumber = (row) => row.some((text) => /^\s*-?[\d,，]+(\.\d+)?%?\s*$/.test(text));
    if (first.some((text) => /^\s*-?\d/.test(text)) || !rows.some(hasNumber)) return [];
    const columns = nigao.api().getAllDisplayedColumns();
    return first.filter((text) => text.trim() && !findIn(namesOf(columns), text));
  }

  // Where the cells of a block go: [index, field, text, text before]; what says the same as before
  // is left out, and so is what stands under the head of a column that is hidden (``left``).
  function placed(block, focused) {
    const api = nigao.api();
    const columns = api.getAllDisplayedColumns();
    const first = columns.indexOf(focused.column);
    const head = headOf(block, columns);
    const rows = head ? block.slice(1) : block;
    const edits = [];
    for (const [down, row] of rows.entries()) {
      const index = focused.rowIndex + down;
      const node = api.getDisplayedRowAtIndex(index);
      if (!node && !nigao.canGrow()) return refused("粘贴的行数比表里剩下的多");
      for (const [right, text] of row.entries()) {
        const column = head ? head[right] : columns[first + right];
        if (column === HIDDEN) continue;
        if (!column) {
          if (text.trim() === "") continue;
          return head ? unknown(block[0][right] || "") : refused("粘贴的列数比表里剩下的多");
        }
        const colDef = column.getColDef();
        const now = node ? String(node.data[colDef.field] || "") : "";
        if (now === text) continue;
        const data = node ? node.data : { own: {}, said: {}, locked: false };
        if (!nigao.isOpen({ data, colDef })) {
          if (text === "") continue;
          return closed(data, colDef, text, Boolean(head));
        }
        edits.push([index, colDef.field, text, now]);
      }
    }
    const left = head ? block[0].filter((_, right) => head[right] === HIDDEN) : [];
    if (edits.length) return { edits, headed: Boolean(head), left, labels: head ? [] : labelsOf(block) };
    if (left.length) refused(`${left.join("、")} 要勾上“高级”才能填`, "别的列和表里的一样");
    return null;
  }

  function refused(why, todo = "请先选中要粘到的左上角那一格") {
    emitEvent("nigao-refused", `${why}，没有粘贴。${todo}。`);
    return null;
  }

  // What a cell that is not to be typed into is: which row it is, and why.
  function closed(data, colDef, text, isHeaded) {
    const row = `${data.number ? `第 ${data.number} 行` : ""}${nameOf(data)}`;
    const given = `要粘的“${text.length > 20 ? `${text.slice(0, 20)}……` : text}”没有地方放`;
    if (data.locked) {
      return refused(`${row}是分组的标题行，不能填，${given}`, "请分两次粘贴，跳过这一行");
    }
    const computed = nigao.about({ data, colDef }).computed;
    const why = computed ? "由公式算出，不能填" : "不能改";
    const order = isHeaded ? "请去掉这一列再复制" : "列的次序和这里不一样的，请连同列名那一行一起复制";
    return refused(`${row}“${colDef.headerName}”${why}，${given}`, order);
  }

  // What a row says that one cannot type: its name.
  function nameOf(data) {
    const closedColumns = nigao
      .api()
      .getAllDisplayedColumns()
      .map((column) => column.getColDef())
      .filter(({ field, context }) => field && context && !context.open && context.name);
    const texts = closedColumns.filter(({ context }) => context.name !== "代码");
    const said = texts.map(({ field }) => data[field]).find(Boolean);
    return said ? `“${said}”` : "";
  }

  const unknown = (label) =>
    refused(
      `粘贴的第一行是列名，其中“${label}”不是这里显示的列`,
      "请在 Excel 里改成这张表的列名或删去那一列，再复制；不带列名那一行，就从选中的格起按顺序放",
    );

  document.addEventListener("paste", pasted);
})();
