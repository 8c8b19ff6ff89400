// The head of every screen: what this browser keeps of texts and cells that are not saved, each with
// the way there. Plain script for Chrome 99.
"use strict";

window.nigaoUnsaved = (() => {
  const OFTEN = 1000; // milliseconds: storage tells other windows alone that it changed
  const shown = { package: "", open: null, said: "" };

  // Of a key the rest behind what it begins with, for each that does.
  const kept = (begins) =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(begins))
      .map((key) => ({ place: key.slice(begins.length), text: localStorage.getItem(key) }));

  // ``open`` are the sheets that the server has open: it knows of their cells, and says so itself.
  function parts() {
    const texts = nigaoBegun.texts(shown.package);
    const begun = kept(`nigao-cell ${shown.package} `).map(({ place }) => ({ place, count: 1 }));
    const isClosed = ({ place }) => shown.open && !shown.open.includes(place);
    const refused = kept(`nigao-refused ${shown.package} `)
      .filter(isClosed)
      .map(({ place, text }) => ({ place, count: JSON.parse(text).length }));
    const sent = kept(`nigao-sent ${shown.package} `)
      .filter(isClosed)
      .map(({ place, text }) => ({ place, count: JSON.parse(text).flatMap(({ edits }) => edits).length }));
    const cells = [...refused, ...sent, ...begun];
    const count = cells.reduce((sum, cell) => sum + cell.count, 0);
    return [
      texts.length && [`文字有 ${texts.length} 段没有保存`, "texts", "item", texts[0]],
      count && [`填数还有 ${count} 格没有存`, "fill", "sheet", cells[0].place],
    ].filter(Boolean);
  }

  function renew() {
    const room = document.querySelector(".head .unsaved");
    if (!room || !shown.package) return;
    const now = parts();
    const said = JSON.stringify(now);
    if (said === shown.said && room.childNodes.length === now.length) return;
    shown.said = said;
    room.replaceChildren(...now.map(link));
  }

  function link([words, screen, name, place]) {
    const node = document.createElement("a");
    node.href = `/${screen}?${new URLSearchParams({ package: shown.package, [name]: place })}`;
    node.textContent = words;
    node.title = "去看第一处";
    return node;
  }

  function tell(opened, sheets) {
    Object.assign(shown, { package: opened, open: sheets });
    renew();
  }

  window.addEventListener("DOMContentLoaded", () => {
    shown.package = new URLSearchParams(window.location.search).get("package") || "";
    setInterval(renew, OFTEN);
  });

  return { tell };
})();
