// What was typed into a text and not saved: kept in this browser until a person saves it, takes it
// or throws it away. Each window keeps what was begun in it alone, so that what is saved in one is
// never taken for what stands in another. What no window shows any more (not ``open``) the next one
// goes on with, or tells of below the text where that is another one now. Plain script for Chrome 99.
"use strict";

window.nigaoBegun = (() => {
  const BEGINS = "nigao-text ";
  const shown = { key: "", left: [] };
  const read = (key) => JSON.parse(localStorage.getItem(key) || "null");

  // What was begun is named by its text and, behind a line end, by the window.
  const textOf = (key) => key.slice(BEGINS.length).split("\n")[0];

  const begunOf = (place) =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(BEGINS) && textOf(key) === place)
      .map((key) => ({ key, ...read(key) }));

  // The texts of a package in which something was begun.
  function texts(opened) {
    const places = Object.keys(localStorage).filter((key) => key.startsWith(`${BEGINS}${opened}/`)).map(textOf);
    return [...new Set(places)].map((place) => place.slice(opened.length + 1));
  }

  // ``saved`` are the pieces in the file, as JSON; ``gone`` is a text that was asked for and is there
  // no more. Gives the pieces to go on with, null for none.
  function begin(place, stamp, saved, gone) {
    letGo();
    const isSaved = ({ pieces }) => JSON.stringify(pieces) === saved;
    const all = begunOf(place);
    all.filter(isSaved).forEach(({ key }) => localStorage.removeItem(key));
    const left = all.filter((begun) => !isSaved(begun)).sort((one, other) => (other.at || 0) - (one.at || 0));
    const mine = left.find((begun) => !begun.open && begun.stamp === stamp);
    shown.key = mine ? mine.key : `${BEGINS}${place}\n${Date.now()} ${Math.random()}`;
    const others = [...left.filter((begun) => begun !== mine), ...(gone ? begunOf(gone) : [])];
    shown.left = others.map(({ key }) => key);
    tell();
    return mine ? mine.pieces : null;
  }

  // What stands in this window, null where nothing is to be saved.
  function keep(begun) {
    if (begun) localStorage.setItem(shown.key, JSON.stringify({ ...begun, at: Date.now(), open: true }));
    else localStorage.removeItem(shown.key);
  }

  // This window does not show it any more.
  function letGo() {
    const begun = read(shown.key);
    if (begun) localStorage.setItem(shown.key, JSON.stringify({ ...begun, open: false }));
  }

  // --- what is left of other windows, and of what the text was before ------------------------------

  function tell() {
    const room = document.querySelector(".left-overs");
    if (!room) return;
    shown.left = shown.left.filter((key) => localStorage.getItem(key));
    room.replaceChildren(...shown.left.map(box));
  }

  function box(key) {
    const { pieces, open } = read(key);
    const node = document.createElement("div");
    node.className = "quoted left-over";
    const said = document.createElement("div");
    const whose = open ? "您在另一个窗口写了没有存下的" : "您写了没有存下的";
    said.textContent = `${whose}（可以从这里复制）：\n${nigaoText.said(pieces)}`;
    const take = () => {
      nigaoText.append(pieces);
      drop(key);
    };
    node.append(said, button("放到文字后面", take), button("不要了", (event) => ask(event.target, key)));
    return node;
  }

  function button(words, clicked) {
    const node = document.createElement("button");
    node.type = "button";
    node.textContent = words;
    node.addEventListener("click", clicked);
    return node;
  }

  // What is thrown away cannot be had back: it takes two clicks.
  function ask(node, key) {
    if (node.dataset.asked) drop(key);
    node.dataset.asked = "yes";
    node.textContent = "真的不要了";
  }

  function drop(key) {
    localStorage.removeItem(key);
    tell();
  }

  window.addEventListener("storage", ({ key, newValue }) => {
    if (newValue === null && shown.left.includes(key)) tell();
  });

  return { texts, begin, keep, letGo };
})();
