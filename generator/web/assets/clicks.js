// Clicks and keys that every screen takes alike. Plain script for Chrome 99.
"use strict";

(() => {
  // The second click of a double click is no other one; .often are pressed again and again.
  function clicked(event) {
    const button = event.detail > 1 && event.target.closest("button, .q-btn");
    if (!button || button.matches(".often")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // All is saved by itself, or by the screen: never the web page.
  function pressed(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") event.preventDefault();
  }

  document.addEventListener("click", clicked, true);
  document.addEventListener("keydown", pressed, true);
})();
