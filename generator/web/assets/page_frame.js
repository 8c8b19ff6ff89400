// Inside the page of a report, as the workbench shows it: tells the window around it what was asked
// for, and says sheets by their titles. Plain script for Chrome 99; the page does without it.
(() => {
  "use strict";
  if (window.parent === window) return;
  const home = `${location.protocol}//${location.host}`;
  const card = document.getElementById("card");
  const report = document.getElementById("report");
  const data = JSON.parse(document.getElementById("data").textContent);
  const OF_OUTLINE = "这句话由提纲写出：请下载初稿后在 Word 里改，改过的话更新时会保留。";
  const names = Object.create(null); // of keys
  const known = { sheets: {}, rows: {}, settings: {}, titles: {}, texts: {}, remarks: null };
  const shown = { said: "", what: "" };

  for (const item of data.cards) {
    names[item.k] = item.n || "";
    for (const [key, name] of item.p || []) names[key] = names[key] || name;
  }
  const tell = (said, what) => window.parent.postMessage({ said, what: String(what) }, home);

  // --- words of clerks ---------------------------------------------------------------------------

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // A cell by what its row is about: figures.csv 第2行“数值” is 数据“常委会”.
  function cellInWords(file, title, text) {
    const cell = new RegExp(`(?:${escaped(file)}|${escaped(title)}) 第(\\d+)行(?:“([^”]*)”列?)?`, "g");
    return text.replace(cell, (whole, row, column) => {
      const label = (known.rows[file] || {})[row];
      if (!label) return whole;
      const of = !column || column === "数值" || column === "值" ? "" : `的${column.replace(/键$/, "")}`;
      return `${title}“${label}”${of}`;
    });
  }

  function inWords(text) {
    let said = text.replace(/report\.yaml“([^”]*)”/g, (whole, path) =>
      known.settings[path] ? `设置“${known.settings[path]}”` : "report.yaml");
    said = said.replace(/，数据 [0-9a-f]{12}/, "").replace(/text\/ [里中]的文字/g, "文字");
    said = said.replace("并指明了键", "并指明了是哪个数");
    for (const [file, title] of Object.entries(known.sheets)) {
      said = cellInWords(file, title, said).split(file).join(title);
    }
    said = said.replace(/text\/([^\s“”，：]+?)(?:\.md)?(?=[\s“”，：]|$)/g, (whole, name) =>
      known.titles[name] ? `文字“${known.titles[name]}”` : "文字");
    said = said.replace(/[^\s“”，：（]+\.md\.j2(?: 第\d+行)?/g, "提纲").replace(/\.csv\b/g, "");
    return said.replace(/\{([^{}]+)\}/g, (whole, key) => names[key] || key);
  }

  function sayInWords(top) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const said = inWords(node.nodeValue);
      if (said !== node.nodeValue) node.nodeValue = said;
    }
  }

  // --- what the card offers ----------------------------------------------------------------------

  function add(tag, text, parent, className) {
    const node = document.createElement(tag);
    node.textContent = text;
    if (className) node.className = className;
    return parent.appendChild(node);
  }

  function offer(label, said, what, parent) {
    const button = add("button", label, parent, "ask");
    button.type = "button";
    button.addEventListener("click", ({ detail }) => detail > 1 || tell(said, what));
  }

  // What the page shows there: a figure by its key, a finding by its number.
  function read() {
    const key = [...card.querySelectorAll("dt")].find((node) => node.textContent === "键");
    const head = card.querySelector("h2");
    const number = head && /^(\d+)　(错误|提醒|供参考)［/.exec(head.textContent);
    if (key) {
      const value = key.nextElementSibling;
      Object.assign(shown, { said: "figure", what: value.textContent });
      if (head.textContent === value.textContent) head.textContent = nameOf(value.textContent);
      value.remove();
      key.remove();
    } else if (number) Object.assign(shown, { said: "remark", what: number[1] });
    else if (!card.querySelector(".asks")) Object.assign(shown, { said: "", what: "" });
  }

  // What is called by its key alone: a text by its title.
  const nameOf = (key) =>
    key.startsWith("text/") ? known.titles[key.slice(5)] || "这段文字" : "这个数";

  function draw() {
    watcher.disconnect();
    read();
    if (shown.said === "remark") sayOnce();
    sayInWords(card);
    const old = card.querySelector(".asks");
    if (old) old.remove();
    const asks = document.createElement("p");
    asks.className = "asks";
    if (shown.said === "figure") ofFigure(asks);
    if (shown.said === "remark") ofRemark(asks);
    if (shown.said === "line") ofLine(asks);
    const above = card.querySelector("h2 + p:not(.differs)") || card.querySelector("h2");
    if (above && asks.childNodes.length) above.after(asks);
    watcher.observe(card, { childList: true });
    leave();
  }

  // What is wrong, as the server says it: no cell is named twice.
  function sayOnce() {
    const about = known.remarks && known.remarks[Number(shown.what) - 1];
    const message = card.querySelector("h2 + p");
    if (about && about.said && message) message.textContent = about.said;
  }

  function ofFigure(asks) {
    const isText = shown.what.startsWith("text/");
    offer(isText ? "去写这段文字" : "到填数里的这一格", "figure", shown.what, asks);
  }

  function ofRemark(asks) {
    const about = known.remarks && known.remarks[Number(shown.what) - 1];
    if (!about) return;
    const go = about.gap ? "去填" : "去改";
    about.cells.forEach((label, at) => offer(`${go}：${label}`, "mend", `${shown.what} ${at}`, asks));
    if (about.text) offer(`${go}：${about.text}`, "text", about.item, asks);
    if (!about.gap) offer("接受并写理由", "accept", shown.what, asks);
    if (about.outline) add("span", OF_OUTLINE, asks);
    else offer("问部门", "ask", shown.what, asks);
  }

  function ofLine(asks) {
    const text = known.texts[shown.what];
    if (text) offer("去改这段文字", "text", text, asks);
    else add("span", "这一段由拟稿按数据写成：点里面带底色的数，去改它的格子。", asks);
  }

  function showLine(node) {
    for (const lit of report.querySelectorAll(".on")) lit.classList.remove("on");
    node.classList.add("on");
    card.textContent = "";
    add("h2", "这一段", card);
    Object.assign(shown, { said: "line", what: node.dataset.n });
    add("div", "", card, "asks");
    draw();
  }

  function clicked(event) {
    if (event.target.closest("[data-f],mark,button,a") || String(window.getSelection())) return;
    const line = event.target.closest("[data-n]");
    if (line) showLine(line);
  }

  // --- what the page that comes next shows again -------------------------------------------------

  const search = document.getElementById("q");
  const hits = document.getElementById("hits");
  const idOf = ({ r, m }) => `${r} ${m}`;

  // What one looks for, and what the card is about.
  function leave() {
    const remark = shown.said === "remark" && data.remarks[Number(shown.what) - 1];
    const about = remark ? idOf(remark) : shown.what;
    const word = search ? search.value : "";
    const left = { word, listed: Boolean(hits && hits.firstChild), said: shown.said, about };
    tell("left", JSON.stringify(left));
  }

  function returnTo({ word, listed, said, about }) {
    if (search) search.value = word;
    const at = report.scrollTop;
    const node = nodeOf(said, about);
    if (node && said === "line") showLine(node);
    else if (node) node.click();
    report.scrollTop = at;
    if (search && listed) search.dispatchEvent(new Event("input"));
  }

  // Where a card is opened: at a figure, at the line of a finding; null where it is gone.
  function nodeOf(said, about) {
    if (said === "figure") {
      const figures = [...report.querySelectorAll("[data-f]")];
      return figures.find(({ dataset }) => data.cards[dataset.f].k === about);
    }
    if (said === "line") return report.querySelector(`[data-n="${Number(about)}"]`);
    const at = data.remarks.findIndex((remark) => idOf(remark) === about);
    return said === "remark" && document.querySelector(`nav [data-r="${at + 1}"]`);
  }

  // --- the window around -------------------------------------------------------------------------

  function heard(event) {
    if (event.source !== window.parent || event.origin !== home) return;
    for (const [name, value] of Object.entries(event.data || {})) {
      if (name in known && value) known[name] = value;
    }
    listInBrief();
    for (const part of document.querySelectorAll("header,nav")) sayInWords(part);
    draw();
  }

  // The list says each finding in few words; all of it stands in the card.
  function listInBrief() {
    (known.remarks || []).forEach((about, at) => {
      const line = document.querySelector(`nav [data-r="${at + 1}"]`);
      if (line && about.brief) line.lastChild.nodeValue = about.brief;
    });
  }

  // The first finding of a gravity, in the list and at its words.
  function showFirst(gravity) {
    const links = [...document.querySelectorAll(".counts a")];
    const link = links.find((node) => node.hash === `#${gravity}`);
    if (!link) return;
    link.click();
    document.getElementById(link.hash.slice(1)).querySelector("button").click();
  }

  let waiting = 0;
  function scrolled() {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell("at", Math.round(report.scrollTop)), 100);
  }

  function pressed(event) {
    const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (isSave) event.preventDefault(); // the web page is not what one wants to save
  }

  const style = document.createElement("style");
  style.textContent =
    "header .name{display:none}.asks{margin:6px 0 10px}.asks .ask{display:block;width:100%;margin:0 0 6px;" +
    "padding:5px 10px;border:1px solid #1f5f99;border-radius:3px;color:#1f5f99;background:#fff;cursor:pointer}" +
    "[data-n]{cursor:pointer}";
  document.head.appendChild(style);
  if (search) {
    search.placeholder = "名称或数字";
    search.addEventListener("input", () => setTimeout(leave, 0));
  }
  const asked = new URLSearchParams(location.hash.slice(1));
  report.scrollTop = Number(asked.get("at")) || 0;
  showFirst(asked.get("found"));

  const watcher = new MutationObserver(draw);
  watcher.observe(card, { childList: true });
  report.addEventListener("click", clicked);
  report.addEventListener("scroll", scrolled);
  document.addEventListener("keydown", pressed);
  window.addEventListener("message", heard);
  if (asked.get("left")) returnTo(JSON.parse(asked.get("left")));
  tell("ready", "");
})();
