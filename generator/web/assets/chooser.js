// A cell that is chosen: its choices below a line in which a few letters find one. Plain script for
// Chrome 99, as AG Grid takes an editor.
"use strict";

window.nigaoChooser = class {
  init(params) {
    this.params = params;
    this.words = params.choices;
    this.text = String(params.value || "");
    const key = params.eventKey && params.eventKey.length === 1 ? params.eventKey : "";
    this.isFresh = !key;
    this.at = -1;
    this.gui = document.createElement("div");
    this.gui.className = "chooser";
    this.gui.style.minWidth = `${params.column.getActualWidth()}px`;
    this.line = this.gui.appendChild(document.createElement("input"));
    this.line.value = this.begun() + key || this.text;
    this.line.placeholder = "打几个字就能找到";
    this.list = this.gui.appendChild(document.createElement("ul"));
    this.line.addEventListener("input", () => this.typed());
    this.line.addEventListener("keydown", (event) => this.pressed(event));
    this.list.addEventListener("mousedown", (event) => this.clicked(event));
    this.draw();
  }

  // What stands before the letters that one types: of several choices those that are made.
  begun() {
    return this.params.several && this.text ? `${this.text.replace(/[、，,；;\s]+$/, "")}、` : "";
  }

  getGui() {
    return this.gui;
  }

  isPopup() {
    return true;
  }

  afterGuiAttached() {
    this.line.focus();
    if (this.isFresh && !this.params.several) this.line.select();
    const chosen = this.list.querySelector(".chosen");
    if (chosen) chosen.scrollIntoView({ block: "nearest" });
  }

  getValue() {
    if (this.line.value === this.text) return this.text;
    return this.params.several ? this.parts().join("、") : this.line.value.trim();
  }

  parts() {
    return this.line.value.split(/[、，,；;\s]+/).filter(Boolean);
  }

  // What is being looked for: of several the last, which no separator ends.
  wanted() {
    if (this.isFresh) return "";
    const { value } = this.line;
    return (this.params.several ? value.split(/[、，,；;\s]/).pop() : value).trim();
  }

  found() {
    const wanted = this.wanted();
    const there = this.words.filter((word) => word.includes(wanted));
    return there.sort((one, other) => other.startsWith(wanted) - one.startsWith(wanted));
  }

  typed() {
    this.isFresh = false;
    this.at = this.wanted() && this.found().length ? 0 : -1;
    this.draw();
  }

  draw() {
    const chosen = this.params.several ? this.parts() : [this.text];
    this.list.textContent = "";
    for (const [at, word] of this.found().entries()) {
      const item = this.list.appendChild(document.createElement("li"));
      item.textContent = word;
      item.classList.toggle("chosen", chosen.includes(word));
      item.classList.toggle("at", at === this.at);
    }
    if (this.line.value && !this.params.several && this.isFresh) {
      const blank = this.list.appendChild(document.createElement("li"));
      blank.textContent = "（清空）";
      blank.className = "blank";
    }
  }

  pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const last = this.found().length - 1;
      this.at = Math.max(0, Math.min(last, this.at + step));
      this.draw();
      const item = this.list.children[this.at];
      if (item) item.scrollIntoView({ block: "nearest" });
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && this.at >= 0) {
      const exact = !this.isFresh && this.words.includes(this.wanted());
      this.take(exact ? this.wanted() : this.found()[this.at]);
      if (this.params.several) event.stopPropagation();
    }
  }

  clicked(event) {
    event.preventDefault(); // the line keeps the focus
    const item = event.target.closest("li");
    if (!item) return;
    this.take(item.className === "blank" ? "" : item.textContent);
    if (!this.params.several) this.params.stopEditing();
  }

  // One word, or of several one more, or one less where it is there.
  take(word) {
    if (!this.params.several) {
      this.line.value = word;
      return;
    }
    const wanted = this.wanted();
    const parts = this.parts();
    if (wanted && wanted !== word) parts.pop();
    const rest = parts.filter((part) => part !== word);
    const now = wanted === word || !parts.includes(word) ? [...rest, word] : rest;
    this.line.value = now.length ? `${now.join("、")}、` : "";
    this.isFresh = false;
    this.at = -1;
    this.draw();
  }
};
