// 预览: the page in its frame, which is of no origin; what it asks for goes to the server.
"use strict";

window.nigaoPreview = (() => {
  const shown = { room: "", kept: "", left: "", known: {} };
  const SAID = ["figure", "text", "mend", "accept", "ask"];
  const room = () => document.querySelector(".page-room");
  const last = () => room().lastElementChild;

  // A new frame is put behind the one that is read, which goes when the new one is there: so there is
  // neither a blank moment nor a step back more in the browser.
  function show(address, name, gravity) {
    shown.kept = `nigao-page ${name}`;
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = "报告";
    const place = sessionStorage.getItem(shown.kept) || 0;
    const left = encodeURIComponent(gravity ? "" : shown.left);
    frame.src = `${address}#at=${place}&found=${encodeURIComponent(gravity)}&left=${left}`;
    room().appendChild(frame);
  }

  function know(known) {
    Object.assign(shown.known, known);
    if (last()) post(last());
  }

  // The frame has no origin that could be named; it holds nothing but what we sent.
  const post = (frame) => frame.contentWindow.postMessage(shown.known, "*");

  function ready(frame) {
    for (const other of [...room().children]) if (other !== frame) other.remove();
    post(frame);
    room().dataset.shown = new URL(frame.src).searchParams.get("version");
  }

  function heard(event) {
    const frame = room() && [...room().children].find((node) => node.contentWindow === event.source);
    if (!frame || event.origin !== "null" || !event.data) return;
    const { said, what } = event.data;
    if (said === "ready") ready(frame);
    else if (said === "at") sessionStorage.setItem(shown.kept, String(Number(what) || 0));
    else if (said === "left") shown.left = String(what).slice(0, 2000);
    else if (SAID.includes(said)) emitEvent("nigao-asked", { said, what: String(what).slice(0, 500) });
  }

  async function copy(text) {
    await navigator.clipboard.writeText(text);
    const told = document.querySelector(".to-copy");
    if (told) told.dataset.copied = "已复制";
  }

  window.addEventListener("message", heard);
  return { show, know, copy };
})();
