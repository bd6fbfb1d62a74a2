/* The choice of view. It keeps the reading place, follows the window's width, and lays the veils of the reveal view. */
"use strict";

(() => {
  const { settings } = Reader;
  const NUMBERED = 48; // as far as views.css counts

  /** Run `change` and put the segment at the top of the window back where it was. */
  const keepingPlace = (change) => {
    const line = scrollY > 0 ? Reader.atTop?.() : null;
    const before = line?.getBoundingClientRect().top;
    change();
    const visible = line && Reader.shownLine(line.dataset.segment);
    if (visible) scrollBy({ top: visible.getBoundingClientRect().top - before, behavior: "instant" });
  };

  const veilsWanted = () => settings.effective().view === "reveal";

  const layVeils = () => {
    for (const veil of document.querySelectorAll(".veil")) veil.remove();
    for (const line of document.querySelectorAll(".line[inert]")) line.inert = false;
    if (!veilsWanted()) return;
    const hidden = settings.effective().follow;
    for (const body of document.querySelectorAll(".pair:not(.shared, .table, .title) > .body")) {
      const text = body.querySelectorAll(":scope > .text")[hidden];
      [...(text?.querySelectorAll(".line:not(.empty)") || [])].forEach((line) => text.append(veil(line)));
    }
  };

  const veil = (line) => {
    const button = Reader.make("button", { type: "button", class: "veil", "aria-pressed": "false", "data-veil": line.dataset.segment });
    button.setAttribute("aria-label", `${Reader.t("menu.reveal")} ${line.dataset.segment.slice(1)}`);
    button.style.setProperty("--n", [...line.parentElement.querySelectorAll(".line")].indexOf(line) + 1);
    line.inert = true;
    return button;
  };

  /** Show or cover the translation of a segment. */
  Reader.reveal = (id) => {
    const button = document.querySelector(`[data-veil="${CSS.escape(id)}"]`);
    if (!button) return;
    const show = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(show));
    for (const line of button.parentElement.querySelectorAll(`[data-segment="${CSS.escape(id)}"]`)) line.inert = !show;
    if (show) Reader.say(button.parentElement.querySelector(`[data-segment="${CSS.escape(id)}"]`).textContent);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-veil]");
    if (button) Reader.reveal(button.dataset.veil);
  });

  const countBeyond = () => {
    for (const line of document.querySelectorAll(`.line:nth-of-type(n + ${NUMBERED + 1})`))
      line.style.setProperty("--n", [...line.parentElement.querySelectorAll(".line")].indexOf(line) + 1);
  };

  /** Change a setting and keep the place. */
  Reader.choose = (name, value) => keepingPlace(() => settings.set(name, value));

  /** Put a language first or second; the one that stood there takes the other's place. */
  Reader.place = (name, language) => {
    const { lead, follow } = settings.effective();
    const now = { first: Reader.languages[lead], second: Reader.languages[follow] };
    const other = name === "first" ? "second" : "first";
    const swap = language === now[other];
    keepingPlace(() => {
      if (swap || Reader.languages.length > 2) settings.set(other, swap ? now[name] : now[other]);
      settings.set(name, language);
    });
  };

  class ReaderViews extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", (event) => Reader.choose("view", event.target.value));
      settings.onChange(() => this.show());
      Reader.on("start", () => this.show());
    }

    show() {
      const { view, wide } = settings.effective();
      for (const input of this.querySelectorAll("input")) {
        input.checked = input.value === view;
        input.parentElement.hidden = input.value === "columns" && !wide;
      }
    }
  }

  let shown = "";
  const update = () => {
    const { view, follow } = settings.effective();
    if (shown === `${view}${follow}`) return;
    shown = `${view}${follow}`;
    layVeils();
  };

  /** What the address asks for holds for the visit: links to the other pages of the site carry it along. */
  let carried = "";
  const carry = () => {
    const query = String(settings.query());
    if (query === carried) return;
    carried = query;
    for (const link of document.querySelectorAll('a[href*=".html"]:not([rel~="noopener"])')) link.search = query;
  };

  Reader.on("start", () => {
    countBeyond();
    update();
    carry();
  });
  settings.onChange(update);
  settings.onChange(carry);
  customElements.define("reader-views", ReaderViews);
})();
