(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var cards = data.cards, remarks = data.remarks;
  var panel = document.getElementById("card"), report = document.getElementById("report");
  var todo = document.getElementById("todo"), search = document.getElementById("q"), hits = document.getElementById("hits");
  var back = document.getElementById("back"), close = document.getElementById("close");
  var hint = Array.prototype.slice.call(panel.childNodes), most = 30;
  var figures = Array.prototype.slice.call(report.querySelectorAll("[data-f]"));
  var byKey = Object.create(null), named = Object.create(null), lit = [], trail = [];
  var shown = { draw: rest, nodes: [], origin: null };

  cards.forEach(function (card) {
    if (!byKey[card.k]) {
      byKey[card.k] = { cards: [], places: [] };
      named[card.n || card.k] = (named[card.n || card.k] || 0) + 1;
    }
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
  function definition(list, term, text) {
    if (text) { make("dt", term, list); make("dd", text, list); }
  }

  // --- where the reader is, and the way back ---
  function light(nodes) {
    lit.forEach(function (node) { node.classList.remove("on"); });
    lit = nodes;
    lit.forEach(function (node) { node.classList.add("on"); });
  }
  function rest() {
    panel.textContent = "";
    hint.forEach(function (node) { panel.appendChild(node); });
  }
  function put(state) {
    shown = state;
    state.draw();
    panel.scrollTop = 0;
    light(state.nodes);
    close.hidden = state.draw === rest;
    back.hidden = !trail.length;
  }
  // Focus goes to the card, or to the words themselves where there is nothing to say of them.
  function go(state, origin) {
    trail.push({ state: shown, top: report.scrollTop, origin: origin });
    state.origin = origin;
    put(state);
    if (state.nodes.length) { state.nodes[0].scrollIntoView({ block: "center" }); }
    focusOn(state.draw === rest ? state.nodes[0] : panel);
  }
  function ask(state, origin, byKeyboard) {
    state.origin = origin;
    put(state);
    if (byKeyboard) { focusOn(panel); }
  }
  function goBack() {
    var last = trail.pop();
    if (!last) { return; }
    put(last.state);
    report.scrollTop = last.top;
    focusOn(last.origin || last.state.nodes[0] || report);
  }
  function leave() {
    var origin = shown.nodes.filter(function (node) { return node.hasAttribute("data-f"); })[0] || shown.origin;
    put({ draw: rest, nodes: [], origin: null });
    focusOn(origin || report);
  }
  function focusOn(node) {
    if (node.tabIndex < 0 && !node.hasAttribute("tabindex")) { node.tabIndex = -1; }
    node.focus({ preventScroll: node !== panel && report.contains(node) });
  }
  // From where one goes: a figure or a button outside of the card, which is drawn anew.
  function here() {
    var node = document.activeElement;
    var stays = node && node !== document.body && !panel.contains(node) && node !== panel && !(hits && hits.contains(node));
    return stays ? node : shown.nodes.filter(function (lit) { return lit.tabIndex >= 0; })[0] || shown.origin;
  }

  // --- the words of a line ---
  function words(top, before) {
    var walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT), text = "", cell = null, node;
    while ((node = walker.nextNode())) {
      if (before && (before.contains(node) || before.compareDocumentPosition(node) & 4)) { break; }
      var own = node.parentNode.closest("td,th");
      if (node.parentNode.className === "margin") { continue; }
      if (cell && own !== cell && text) { text += " "; }
      cell = own;
      text += node.nodeValue;
    }
    return text;
  }
  function lineOf(node) { return node.closest("tr") || node.closest("[data-n]") || node; }
  function around(node) {
    var line = lineOf(node), whole = words(line), before = words(line, node).length;
    var from = Math.max(0, before - 14), to = before + words(node).length + 14;
    return (from ? "…" : "") + whole.slice(from, to) + (to < whole.length ? "…" : "");
  }
  function nodesOf(at) {
    return Array.prototype.filter.call(report.querySelectorAll('[data-n="' + at[0] + '"]'), function (node) {
      var from = Number(node.dataset.a), length = words(node).length;
      return at[1] < from + length + 1 && at[2] >= from;
    });
  }
  function marksOf(number) {
    return Array.prototype.filter.call(report.querySelectorAll("mark"), function (node) {
      return node.dataset.m.split(" ").indexOf(String(number)) >= 0;
    });
  }
  // The figure or the number without a source that holds a character, else the whole line.
  function nodeAt(line, position) {
    var node = nodesOf([line, position, position]).slice(-1)[0];
    if (!node) { return null; }
    var at = position - Number(node.dataset.a);
    return Array.prototype.filter.call(node.querySelectorAll("[data-f],span.l"), function (figure) {
      var begin = words(node, figure).length;
      return begin <= at && at < begin + words(figure).length;
    })[0] || node;
  }

  // --- what the card says ---
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
        button(text, item, function () { go(figureState(byKey[part[0]].cards[0], byKey[part[0]].places[0]), here()); });
      } else { item.textContent = text; }
    });
  }
  function placeState(place) { return figureState(cards[place.dataset.f], place); }
  function showPlaces(card, node) {
    var places = byKey[card.k].places, now = places.indexOf(node);
    if (!places.length) { return; }
    if (places.length === 1 && now === 0) { make("h3", "印在哪里", panel); make("p", "只此一处", panel); return; }
    make("h3", "印在 " + places.length + " 处" + (now < 0 ? "" : "，这是第 " + (now + 1) + " 处"), panel);
    if (places.length > 1) {
      var moves = make("p", "", panel, "moves");
      [["上一处", -1], ["下一处", 1]].forEach(function (move) {
        button(move[0], moves, function () {
          go(placeState(places[(Math.max(now, 0) + move[1] + places.length) % places.length]), here());
          panel.querySelectorAll(".moves button")[move[1] < 0 ? 0 : 1].focus();
        });
      });
    }
    var list = make("ol", "", panel);
    places.slice(0, 2 * most).forEach(function (place, index) {
      var item = make("li", "", list, index === now ? "now" : "");
      button(around(place), item, function () { go(placeState(place), here()); });
    });
    if (places.length > 2 * most) { make("p", "还有" + (places.length - 2 * most) + "处", panel); }
  }
  function showRemarks(card, node) {
    var within = [];
    Array.prototype.forEach.call(node ? node.querySelectorAll("mark") : [], function (marked) {
      within = within.concat(marked.dataset.m.split(" ").map(Number));
    });
    var found = remarks.map(function (remark, index) { return [index + 1, remark]; }).filter(function (pair) {
      return within.indexOf(pair[0]) >= 0 || pair[1].k.indexOf(card.k) >= 0;
    });
    if (!found.length) { return; }
    make("h3", "检查发现", panel);
    var list = make("ul", "", panel);
    found.forEach(function (pair) {
      var item = make("li", "", list);
      button(pair[0] + " " + pair[1].g + "［" + pair[1].r + "］" + pair[1].m, item, function () { go(remarkState(pair[0]), here()); });
    });
  }
  function figureState(card, node) {
    return { nodes: node ? [node] : [], draw: function () {
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
    } };
  }
  function remarkState(number) {
    var remark = remarks[number - 1], marks = marksOf(number);
    var nodes = remark.s.map(function (side) { return side[2].length ? nodesOf(side[2])[0] : null; });
    return { nodes: marks.length ? marks : nodes.filter(Boolean).slice(0, 1), draw: function () {
      panel.textContent = "";
      make("h2", number + "　" + remark.g + "［" + remark.r + "］", panel);
      make("p", remark.m, panel);
      var list = make("ul", "", panel);
      remark.s.forEach(function (side, index) {
        var item = make("li", "", list), text = side[0] + (side[1] ? "：“" + side[1] + "”" : "");
        if (nodes[index]) { button(text, item, function () { nodes[index].scrollIntoView({ block: "center" }); }); }
        else { item.textContent = text; }
      });
    } };
  }

  // --- the search ---
  function isHit(card, word) {
    var texts = byKey[card.k].places.map(function (node) { return node.textContent; });
    return [card.k, card.n || "", card.v].concat(texts).some(function (text) { return text.indexOf(word) >= 0; });
  }
  function find(word) {
    hits.textContent = "";
    if (!word) { return; }
    var found = Object.keys(byKey).map(function (key) { return byKey[key].cards[0]; });
    found = found.filter(function (card) { return isHit(card, word); });
    found.slice(0, most).forEach(function (card) {
      var name = card.n || card.k, apart = named[name] > 1 && name !== card.k ? "（" + card.k + "）" : "";
      button(name + apart + "　" + card.v, make("li", "", hits), function () {
        hits.textContent = "";
        go(figureState(card, byKey[card.k].places[0]), search);
      });
    });
    if (found.length > most) { make("li", "还有" + (found.length - most) + "个", hits, "more"); }
    if (!found.length) { make("li", "没有找到“" + word + "”", hits); }
  }
  if (search) {
    search.addEventListener("input", function () { find(search.value.trim()); });
    document.getElementById("search").addEventListener("submit", function (event) {
      event.preventDefault();
      var first = hits.querySelector("button");
      if (first) { first.click(); }
    });
  }

  // --- what the reader does ---
  report.addEventListener("click", function (event) {
    var node = event.target.closest("[data-f]"), marked = event.target.closest("mark");
    if (node) { ask(placeState(node), node); }
    else if (marked) { ask(remarkState(Number(marked.dataset.m.split(" ")[0])), null); }
  });
  report.addEventListener("keydown", function (event) {
    var node = event.target.closest("[data-f]");
    if (node && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      ask(placeState(node), node, true);
    }
  });
  todo.addEventListener("click", function (event) {
    var node = event.target.closest("button"), link = event.target.closest("a");
    if (link) { event.preventDefault(); openGroup(document.getElementById(link.hash.slice(1))); }
    if (!node) { return; }
    if (node.dataset.r) { go(remarkState(Number(node.dataset.r)), node); return; }
    var place = nodeAt(Number(node.dataset.l), Number(node.dataset.c));
    if (!place) { return; }
    go(place.hasAttribute("data-f") ? placeState(place) : { draw: rest, nodes: [place] }, node);
  });
  function openGroup(target) {
    var group = target.closest("details");
    group.open = true;
    target.scrollIntoView({ block: "start" });
    (target === group ? group.querySelector("summary") : target.querySelector("button")).focus({ preventScroll: true });
  }
  back.addEventListener("click", goBack);
  close.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" || event.key === "Esc") {
      if (hits && hits.firstChild) { event.preventDefault(); hits.textContent = ""; search.focus(); }
      else if (shown.draw !== rest) { leave(); }
    }
    if (event.altKey && event.key === "ArrowLeft" && trail.length) { event.preventDefault(); goBack(); }
  });
})();
