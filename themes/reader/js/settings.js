/* The settings panel: shows what is chosen, changes it at once, and closes like any popover. */
"use strict";

(() => {
  const { settings } = Reader;

  class ReaderSettings extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", (event) => this.changed(event.target));
      this.addEventListener("input", (event) => event.target.type === "range" && this.changed(event.target));
      this.querySelector(".reset").addEventListener("click", () => settings.reset());
      settings.onChange(() => this.show());
      Reader.on("start", () => this.show());
    }

    changed(input) {
      const name = (input.name || input.id).replace(/^set-/, "");
      if (input.type === "checkbox") settings.set(name, input.checked ? "on" : "off");
      else if (name === "first" || name === "second") Reader.place(name, input.value);
      else Reader.choose(name, input.type === "range" ? Number(input.value) : input.value);
    }

    show() {
      const chosen = settings.chosen();
      const { view, wide, lead, follow } = settings.effective();
      const now = { ...chosen, view, first: Reader.languages[lead], second: Reader.languages[follow], interface: Reader.lang };
      for (const input of this.querySelectorAll("input[type=radio]")) {
        input.checked = input.value === now[input.name.replace(/^set-/, "")];
        if (input.name === "set-view" && input.value === "columns") input.parentElement.hidden = !wide;
      }
      for (const select of this.querySelectorAll("select")) select.value = chosen[select.id.replace(/^set-/, "")];
      for (const input of this.querySelectorAll("input[type=range]")) {
        input.value = chosen[input.id.replace(/^set-/, "")];
        input.nextElementSibling.textContent = `${input.value} %`;
      }
      for (const input of this.querySelectorAll("input[type=checkbox]")) input.checked = chosen[input.id.replace(/^set-/, "")] === "on";
    }
  }

  Reader.on("words", () => document.querySelector("reader-settings")?.show());
  customElements.define("reader-settings", ReaderSettings);
})();
