(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var cards = data.cards, remarks = data.remarks;
  var panel = document.getElementById("card"), report = document.getElementById("report");
  var figures = Array.prototype.slice.call(report.querySelectorAll("[data-f]"));
  var byKey = {}, lit = [];

  cards.forEach(function (card, index) {
    card.i = index;
    if (!byKey[card.k]) { byKey[card.k] = { cards: [], places: [] }; }
    byKey[card.k].cards.push(card);
  });
  figures.forEach(function (node) { byKey[cards[node.dataset.f].k].places.push(node); });

  function make(tag, text, parent, name) {
    var node = document.createElement(tag);
    if (text) { node.textContent = text; }
    if (name) { node.className = name; }
    if (parent) { parent.appendChild(node); }
    return node;
  }
  function button(text, parent, act) {
    var node = make("button", text, parent);
    node.type = "button";
    node.addEventListener("click", act);
    return node;
  }
  function light(nodes) {
    lit.forEach(function (node) { node.classList.remove("on"); });
    lit = nodes.filter(Boolean);
    lit.forEach(function (node) { node.classList.add("on"); });
  }
  function jump(node, focus) {
    if (!node) { return; }
    light([node]);
    node.scrollIntoView({ block: "center" });
    if (focus && node.tabIndex >= 0) { node.focus({ preventScroll: true }); }
  }
  function lineOf(node) {
    while (node && node !== report && !node.hasAttribute("data-n")) { node = node.parentNode; }
    return node && node !== report ? node : null;
  }
  function around(node) {
    var line = lineOf(node), whole = line ? line.textContent : node.textContent;
    var row = node.closest("tr");
    if (row) { whole = row.textContent; }
    var at = whole.indexOf(node.textContent);
    var from = Math.max(0, at - 14);
    return (from ? "…" : "") + whole.slice(from, at + node.textContent.length + 14);
  }
  function definition(list, term, text) {
    if (text) { make("dt", term, list); make("dd", text, list); }
  }
  function showSources(card) {
    make("h3", "来源", panel);
    var list = make("ul", "", panel);
    (card.s || []).forEach(function (cell) {
      var item = make("li", "", list);
      make("span", cell[0], item, "cell");
      if (cell[1]) { item.appendChild(document.createTextNode("：" + cell[1])); }
      if (cell[2]) { item.appendChild(document.createTextNode("（" + cell[2] + "）")); }
    });
    if (!(card.s || []).length) { make("li", "没有记下", list); }
  }
  function showFormula(card) {
    if (!card.f) { return; }
    make("h3", "算法", panel);
    make("p", card.f, panel);
    var list = make("ul", "", panel);
    (card.p || []).forEach(function (part) {
      var item = make("li", "", list), text = part[1] + " " + part[2];
      if (byKey[part[0]]) {
        button(text, item, function () { show(byKey[part[0]].cards[0], byKey[part[0]].places[0], true); });
      } else { item.textContent = text; }
    });
  }
  function showPlaces(card, node) {
    var places = byKey[card.k].places, now = places.indexOf(node);
    if (!places.length) { return; }
    make("h3", "印在 " + places.length + " 处" + (now < 0 ? "" : "，这是第 " + (now + 1) + " 处"), panel);
    var moves = make("p", "", panel, "moves");
    [["上一处", -1], ["下一处", 1]].forEach(function (move) {
      button(move[0], moves, function () {
        var next = places[(Math.max(now, 0) + move[1] + places.length) % places.length];
        show(cards[next.dataset.f], next, true);
        var again = panel.querySelectorAll(".moves button")[move[1] < 0 ? 0 : 1];
        if (again) { again.focus(); }
      });
    });
    var list = make("ol", "", panel);
    places.slice(0, 60).forEach(function (place, index) {
      var item = make("li", "", list, index === now ? "now" : "");
      button(around(place), item, function () { show(cards[place.dataset.f], place, true); });
    });
  }
  function showRemarks(card, node) {
    var here = [];
    Array.prototype.forEach.call(node ? node.querySelectorAll("mark") : [], function (marked) {
      here = here.concat(marked.dataset.m.split(" ").map(Number));
    });
    var found = remarks.map(function (remark, index) { return [index + 1, remark]; }).filter(function (pair) {
      return here.indexOf(pair[0]) >= 0 || pair[1].k.indexOf(card.k) >= 0;
    });
    if (!found.length) { return; }
    make("h3", "检查发现", panel);
    var list = make("ul", "", panel);
    found.forEach(function (pair) {
      var item = make("li", "", list);
      button(pair[0] + " " + pair[1].g + "［" + pair[1].r + "］" + pair[1].m, item, function () { showRemark(pair[0]); });
    });
  }
  function show(card, node, move) {
    panel.textContent = "";
    make("h2", card.n || card.k, panel);
    if (card.w) { make("p", card.w, panel, "differs"); }
    var list = make("dl", "", panel);
    definition(list, "键", card.k);
    definition(list, "数值", card.v);
    definition(list, "上年", card.l ? card.l + (card.c ? "，" + card.c : "") : "");
    if (node && node.classList.contains("c")) { definition(list, "怎么写上去的", "人工写入，并指明了键"); }
    showSources(card);
    showFormula(card);
    showPlaces(card, node);
    showRemarks(card, node);
    if (node) { if (move) { jump(node, true); } else { light([node]); } }
  }
  function nodesOf(at) {
    var found = [];
    Array.prototype.forEach.call(report.querySelectorAll('[data-n="' + at[0] + '"]'), function (node) {
      var from = Number(node.dataset.a), words = node.textContent.length;
      if (at[1] < from + words + 1 && at[2] >= from) { found.push(node); }
    });
    return found;
  }
  function marksOf(number) {
    return Array.prototype.filter.call(report.querySelectorAll("mark"), function (node) {
      return node.dataset.m.split(" ").indexOf(String(number)) >= 0;
    });
  }
  function showRemark(number) {
    var remark = remarks[number - 1], marks = marksOf(number);
    panel.textContent = "";
    make("h2", number + "　" + remark.g + "［" + remark.r + "］", panel);
    make("p", remark.m, panel);
    var list = make("ul", "", panel);
    remark.s.forEach(function (side) {
      var item = make("li", "", list);
      var text = side[0] + (side[1] ? "：“" + side[1] + "”" : "");
      var node = side[2].length ? nodesOf(side[2])[0] : null;
      if (node) { button(text, item, function () { jump(node); light(marks.length ? marks : [node]); }); }
      else { item.textContent = text; }
    });
    var first = marks[0] || remark.s.map(function (side) { return side[2].length ? nodesOf(side[2])[0] : null; }).filter(Boolean)[0];
    if (first) { jump(first); light(marks.length ? marks : [first]); }
  }
  function find(word) {
    var hits = document.getElementById("hits");
    hits.textContent = "";
    word = word.trim();
    if (!word) { return; }
    var seen = {}, count = 0;
    cards.forEach(function (card) {
      if (count >= 30 || seen[card.k]) { return; }
      var texts = byKey[card.k].places.map(function (node) { return node.textContent; });
      if ([card.k, card.n || "", card.v].concat(texts).some(function (text) { return text.indexOf(word) >= 0; })) {
        seen[card.k] = true;
        count += 1;
        button((card.n || card.k) + "　" + card.v, make("li", "", hits), function () {
          hits.textContent = "";
          show(card, byKey[card.k].places[0], true);
        });
      }
    });
    if (!count) { make("li", "没有找到“" + word + "”", hits); }
  }

  report.addEventListener("click", function (event) {
    var node = event.target.closest("[data-f]");
    if (node) { show(cards[node.dataset.f], node); return; }
    var marked = event.target.closest("mark");
    if (marked) { showRemark(Number(marked.dataset.m.split(" ")[0])); }
  });
  report.addEventListener("keydown", function (event) {
    var node = event.target.closest("[data-f]");
    if (node && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      show(cards[node.dataset.f], node);
    }
  });
  document.getElementById("todo").addEventListener("click", function (event) {
    var node = event.target.closest("button");
    if (!node) { return; }
    if (node.dataset.r) { showRemark(Number(node.dataset.r)); }
    else { jump(nodesOf([Number(node.dataset.l), Number(node.dataset.c), Number(node.dataset.c)])[0]); }
  });
  document.getElementById("q").addEventListener("input", function (event) { find(event.target.value); });
  document.getElementById("search").addEventListener("submit", function (event) {
    event.preventDefault();
    var first = document.querySelector("#hits button");
    if (first) { first.click(); }
  });
})();
