// 文字: a text with figures as chips that are moved and deleted whole. Plain script for Chrome 99.
"use strict";

window.nigaoText = (() => {
  const HAPPENED = {
    changed: "nigao-text-changed",
    save: "nigao-text-save",
    back: "nigao-text-back",
  };
  const PIECES = "application/x-nigao-pieces";
  // ``told`` are the pieces in the file, ``before`` the same as the editor shows them.
  const shown = { stamp: "", told: [], before: "", guide: null, caret: null, chips: [] };
  const saving = { isOn: false, isAsked: false, agreed: "" };
  const typing = { isComposing: false, isPointing: false };
  const room = () => document.querySelector(".text-editor");

  // --- pieces and what stands on the screen ------------------------------------------------------

  function chip(piece) {
    const node = document.createElement("span");
    const isTag = piece.sort === "code" && piece.text.startsWith("{%");
    node.className = `chip ${isTag ? "tag" : piece.sort}`;
    node.contentEditable = "false";
    node.dataset.chip = String(shown.chips.push(piece) - 1);
    const name = document.createElement("span");
    name.className = "chip-name";
    name.textContent = { figure: piece.name, note: "提示", code: isTag ? "⋯" : piece.name || "自动写出的字" }[piece.sort];
    const value = document.createElement("span");
    value.className = "chip-value";
    if (piece.sort === "figure") value.textContent = piece.value || "不知道";
    if (piece.sort === "code") value.textContent = piece.value;
    if (piece.sort === "note") value.textContent = piece.text.replace(/^\{#\s*|\s*#\}$/g, "");
    node.title = {
      figure: `${piece.name}：数据变了，这里跟着变`,
      note: "写给撰稿人的，不印出来",
      code: isTag ? "拟稿在这里按数据选字，本身不印，不用改" : "这几个字由拟稿按数据写出，不用改",
    }[piece.sort];
    node.append(name, value);
    return node;
  }

  // A new text holds nothing but its guidance, which stands above the editor too: once is enough, so
  // it is kept aside and goes before what is saved.
  function isSaidAbove(piece) {
    const guidance = document.querySelector(".guidance");
    if (!piece || piece.sort !== "note" || !guidance) return false;
    return piece.text.includes(guidance.textContent.replace(/^怎么写：/, ""));
  }

  function withoutGuide(pieces) {
    const rest = pieces.slice(1);
    if (!rest.length || rest[0].sort !== "words") return rest;
    const text = rest[0].text.replace(/^\n/, "");
    return text ? [words(text), ...rest.slice(1)] : rest.slice(1);
  }

  function allPieces() {
    const written = piecesOf(room());
    if (!shown.guide) return written;
    if (!written.length) return [shown.guide];
    const [first, ...rest] = written;
    if (first.sort !== "words") return [shown.guide, words("\n"), ...written];
    return [shown.guide, words(`\n${first.text}`), ...rest];
  }

  // Marks of emphasis and of headings stay in the text as they are written, only lighter, and what
  // they mean is seen: ** is bold until the next one, a # at the head of a line until its end.
  function nodes(pieces) {
    const is = { strong: false, heading: false };
    const styled = (part) => {
      const isMark = part === "**" || /^#{1,4}$/.test(part);
      if (part === "**") is.strong = !is.strong;
      else if (isMark) is.heading = true;
      if (part === "\n") is.heading = false;
      if (!isMark && !is.strong && !is.heading) return part;
      const node = document.createElement(isMark ? "span" : "b");
      if (isMark) node.className = "text-mark";
      node.textContent = part;
      return node;
    };
    return pieces.flatMap((piece) => {
      if (piece.sort !== "words") return [chip(piece)];
      return piece.text.split(/(\*\*|^#{1,4}(?= )|\n)/m).filter(Boolean).map(styled);
    });
  }

  const guideOf = (pieces) => (isSaidAbove(pieces[0]) ? pieces[0] : null);
  const below = (pieces) => (guideOf(pieces) ? withoutGuide(pieces) : pieces);

  function fill(pieces) {
    shown.guide = guideOf(pieces);
    room().replaceChildren(...nodes(below(pieces)));
    shown.caret = null;
  }

  // What was saved. Where it looks like that already it stays, with what is selected and what
  // Ctrl+Z takes back.
  function settle(pieces) {
    const fresh = document.createElement("div");
    fresh.append(...nodes(below(pieces)));
    if (looks(fresh) !== looks(room())) {
      fillAround(pieces);
      return;
    }
    shown.guide = guideOf(pieces);
    const chips = below(pieces).filter(({ sort }) => sort !== "words");
    const there = leaves(room()).filter(isChip);
    there.forEach((node, at) => (shown.chips[Number(node.dataset.chip)] = chips[at]));
  }

  function styleOf(node) {
    const around = node.parentElement;
    if (!around) return "";
    return around.closest(".text-mark") ? "mark" : around.closest("b") ? "strong" : "";
  }

  function looks(top) {
    const signs = [];
    flow(top, {
      chip: (node) => signs.push(`[${node.className} ${node.textContent}]`),
      say: (text, node) => signs.push(text.replace(/[^\n]/gu, `${styleOf(node)}$&`)),
    });
    return signs.join("").replace(/\n+$/, "");
  }

  // Fill, with the caret behind as many characters and chips as before; a person who is here keeps
  // the blank lines at the end.
  function fillAround(pieces) {
    const isHere = document.activeElement === room();
    const before = isHere && shown.caret ? sizeBefore(shown.caret) : 0;
    const end = isHere ? lineEnds(flowOf(room())) : "";
    fill(pieces);
    if (!isHere) return;
    room().append(end);
    room().focus();
    shown.caret = placeBehindAll(before);
    choose(shown.caret);
  }

  function sizeBefore(caret) {
    const range = caret.cloneRange();
    range.setStart(room(), 0);
    const before = range.cloneContents();
    lastLine(before).append("。");
    return flowOf(before).reduce((sum, piece) => sum + sizeOf(piece), 0) - 1;
  }

  // The innermost line at the end of a part of the text.
  function lastLine(top) {
    const last = top.lastChild;
    return last && isLine(last) ? lastLine(last) : top;
  }

  const lineEnds = (pieces) => {
    const last = pieces[pieces.length - 1];
    return last && last.sort === "words" ? /\n*$/.exec(last.text)[0] : "";
  };

  const isLine = (node) => /^(DIV|P)$/.test(node.nodeName);
  const sizeOf = (piece) => (piece.sort === "words" ? piece.text.length : 1);

  // In a text that was just filled.
  function placeBehindAll(size) {
    const range = atEnd();
    let left = size;
    for (const leaf of leaves(room())) {
      const isText = leaf.nodeType === Node.TEXT_NODE;
      const length = isText ? leaf.nodeValue.length : 1;
      if (left <= length) {
        if (isText) range.setStart(leaf, left);
        else if (left) range.setStartAfter(leaf);
        else range.setStartBefore(leaf);
        break;
      }
      left -= length;
    }
    range.collapse(true);
    return range;
  }

  const isChip = (node) => Boolean(node.dataset && node.dataset.chip);
  const leaves = (top) =>
    [...top.childNodes].flatMap((node) =>
      isChip(node) || node.nodeType === Node.TEXT_NODE ? [node] : leaves(node),
    );

  const words = (text) => ({ sort: "words", text, key: "", name: "", value: "" });

  // What stands in an element, in its order: chips and words. A browser makes new lines as line
  // ends, as BR and as DIV; a line end right before or at the end of a DIV shows no further line.
  function flow(top, { chip, say }) {
    const at = { isBegun: false, isDue: false, isEnd: false };
    const come = (text) => {
      if (at.isDue && at.isBegun) say("\n", top);
      Object.assign(at, { isBegun: true, isDue: false, isEnd: text.endsWith("\n") });
    };
    const words = (text, node) => {
      if (text) come(text);
      if (text) say(text, node);
    };
    const inside = (node) => {
      if (isLine(node)) at.isDue = !at.isEnd;
      node.childNodes.forEach(walk);
      if (isLine(node)) at.isDue = !at.isEnd;
    };
    const walk = (node) => {
      if (isChip(node)) {
        come("");
        chip(node);
      } else if (node.nodeType === Node.TEXT_NODE) words(plain(node.nodeValue), node);
      else if (node.nodeName === "BR") words("\n", node);
      else if (node.nodeType === Node.ELEMENT_NODE) inside(node);
    };
    top.childNodes.forEach(walk);
  }

  const plain = (text) => text.replace(/\u00a0/g, " ");

  // Chips are whole pieces.
  function flowOf(top) {
    const pieces = [];
    const say = (text) => {
      const last = pieces[pieces.length - 1];
      if (last && last.sort === "words") last.text += text;
      else pieces.push(words(text));
    };
    flow(top, { chip: (node) => pieces.push(shown.chips[Number(node.dataset.chip)]), say });
    return pieces;
  }

  function piecesOf(top) {
    const pieces = flowOf(top);
    const last = pieces[pieces.length - 1];
    if (last && last.sort === "words") last.text = last.text.replace(/\n+$/, "");
    return pieces.filter((piece) => piece.sort !== "words" || piece.text);
  }

  const now = () => JSON.stringify(allPieces());
  const isChanged = () => now() !== shown.before;

  // --- what the server says ----------------------------------------------------------------------

  // What was typed and not saved is there again: a reload loses nothing.
  function show(place, stamp, pieces, gone) {
    Object.assign(saving, { isOn: false, isAsked: false });
    Object.assign(shown, { stamp, told: pieces });
    fillAround(pieces);
    shown.before = now();
    const kept = nigaoBegun.begin(place, stamp, shown.before, gone);
    if (kept) fill(kept);
    changed();
  }

  const said = (pieces) =>
    pieces.map((piece) => (piece.sort === "words" ? piece.text : piece.value)).join("");

  // The text as it was saved; what was typed while that went on stays, and so does the caret.
  function saved(stamp, sent, pieces) {
    Object.assign(shown, { stamp, told: pieces });
    if (now() === sent) {
      settle(pieces);
      shown.before = now();
    } else shown.before = sent;
    changed();
    answered();
  }

  function answered() {
    const isAsked = saving.isAsked;
    Object.assign(saving, { isOn: false, isAsked: false });
    if (isAsked && isChanged()) save();
  }

  // Other values of the figures, while nothing is typed.
  function renew(pieces) {
    if (isChanged() || document.activeElement === room()) return;
    shown.told = pieces;
    fill(pieces);
    shown.before = now();
  }

  const insert = (piece) => put([piece]);

  // Through the browser, so that Ctrl+Z takes it back; as plain text it would keep no chips.
  function put(pieces) {
    const isKnown = shown.caret && room().contains(shown.caret.startContainer);
    const range = isKnown ? shown.caret : atEnd();
    const box = document.createElement("div");
    box.append(...nodes(pieces));
    room().focus();
    choose(range);
    keepOutOfChips();
    room().contentEditable = "true";
    document.execCommand("insertHTML", false, box.innerHTML);
    room().contentEditable = "plaintext-only";
    keepOutOfChips();
    changed();
  }

  function choose(range) {
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function atEnd() {
    const range = document.createRange();
    range.selectNodeContents(room());
    range.collapse(false);
    return range;
  }

  // A chip is one piece: what is typed into it goes nowhere, and what is chosen has it whole.
  function keepOutOfChips() {
    const selection = window.getSelection();
    if (typing.isComposing || !room() || !selection.rangeCount) return;
    const inside = [selection.anchorNode, selection.focusNode].map(chipAround);
    if (!inside.some(Boolean)) return;
    if (selection.isCollapsed) selection.collapse(inside[0].parentNode, placeBehind(inside[0]));
    else chooseWhole(selection, inside);
  }

  function chooseWhole(selection, [from, to]) {
    const range = selection.getRangeAt(0);
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const isOn = anchorNode === range.startContainer && anchorOffset === range.startOffset;
    const end = (chip, isLast) => [chip.parentNode, placeBehind(chip) - (isLast ? 0 : 1)];
    selection.setBaseAndExtent(
      ...(from ? end(from, !isOn) : [anchorNode, anchorOffset]),
      ...(to ? end(to, isOn) : [focusNode, focusOffset]),
    );
  }

  function chipAround(node) {
    if (!node || !room().contains(node)) return null;
    return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".chip");
  }

  // A click on a chip goes behind it: inside it nothing can be typed.
  function clicked(event) {
    const inside = isHere(event) && event.target.closest(".chip");
    if (inside) window.getSelection().collapse(inside.parentNode, placeBehind(inside));
  }

  const placeBehind = (node) => [...node.parentNode.childNodes].indexOf(node) + 1;

  // What was typed and not saved once, behind all that stands there.
  function append(pieces) {
    const there = isSaidAbove(pieces[0]) ? withoutGuide(pieces) : pieces;
    shown.caret = null;
    put(piecesOf(room()).length ? [words("\n\n"), ...there] : there);
  }

  // --- what the person does ----------------------------------------------------------------------

  const keep = () =>
    nigaoBegun.keep(isChanged() ? { stamp: shown.stamp, pieces: allPieces() } : null);

  function changed() {
    keep();
    emitEvent(HAPPENED.changed, { is: isChanged() });
  }

  function left() {
    if (!room() || !shown.before) return;
    keep();
    nigaoBegun.letGo();
  }

  // Where the caret is, for when the person is elsewhere. Typing and leaving tell it as well: news of
  // a selection may come only after the person has left.
  function remember() {
    const selection = window.getSelection();
    if (!room() || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (room().contains(range.commonAncestorContainer)) shown.caret = range.cloneRange();
  }

  // What an input method has not finished is not written yet.
  function whenComposed(doing) {
    if (!typing.isComposing) doing();
    else document.addEventListener("compositionend", doing, { once: true });
  }

  const save = () => whenComposed(saveNow);

  // One at a time: the stamp of what is saved next comes with the answer. With nothing new it is
  // what stands in the file, to the blank.
  function saveNow() {
    if (saving.isOn) saving.isAsked = true;
    if (saving.isOn) return;
    saving.isOn = true;
    const pieces = isChanged() ? allPieces() : shown.told;
    emitEvent(HAPPENED.save, { stamp: shown.stamp, pieces, sent: now() });
  }

  // The second click of two is no wish of its own.
  function takeBack(event) {
    if (saving.isOn || event.detail > 1) return;
    Object.assign(saving, { isOn: true, agreed: now() });
    emitEvent(HAPPENED.back, { is: isChanged() });
  }

  // The text as it was before. What stood here at the click was given up; what was typed since was
  // not, and is shown below.
  function tookBack(...told) {
    whenComposed(() => {
      if (now() === saving.agreed) nigaoBegun.keep(null);
      else keep();
      show(...told);
    });
  }

  const isHere = (event) => room() && room().contains(event.target);

  // Chips go with what is copied; elsewhere they are their values.
  function copied(event) {
    const selection = window.getSelection();
    if (!isHere(event) || selection.isCollapsed) return;
    const pieces = piecesOf(selection.getRangeAt(0).cloneContents());
    event.clipboardData.setData("text/plain", said(pieces));
    event.clipboardData.setData(PIECES, JSON.stringify(pieces));
    event.preventDefault();
    if (event.type === "cut") document.execCommand("delete");
  }

  function pasted(event) {
    const pieces = isHere(event) && event.clipboardData.getData(PIECES);
    if (!pieces) return;
    event.preventDefault();
    put(JSON.parse(pieces));
  }

  window.addEventListener("pagehide", left);
  document.addEventListener("copy", copied);
  document.addEventListener("cut", copied);
  document.addEventListener("paste", pasted);
  document.addEventListener("click", clicked);
  document.addEventListener("input", (event) => {
    if (!isHere(event)) return;
    remember();
    changed();
  });
  document.addEventListener("focusout", (event) => {
    if (isHere(event)) remember();
  });
  document.addEventListener("compositionstart", (event) => {
    typing.isComposing = Boolean(isHere(event));
  });
  document.addEventListener("compositionend", () => (typing.isComposing = false));
  document.addEventListener("mousedown", () => (typing.isPointing = true), true);
  document.addEventListener("mouseup", () => {
    typing.isPointing = false;
    keepOutOfChips();
  });
  document.addEventListener("keydown", keepOutOfChips, true);
  document.addEventListener("selectionchange", () => {
    if (window.getSelection().isCollapsed && !typing.isPointing) keepOutOfChips();
    remember();
  });
  document.addEventListener("keydown", (event) => {
    if (!room() || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });

  return {
    show, saved, answered, renew, insert, append, save, takeBack, tookBack,
    isChanged, piecesOf, said,
  };
})();
