/* Note cards: a note opens beside its mark with every body it has. Click, Enter or hover opens; Escape closes. */
"use strict";

(() => {
  const HOVER = 180; // milliseconds the pointer rests before a card opens, and the time it has to reach the card
  const ANCHORED = CSS.supports("anchor-name: --mark");

  class ReaderNotes extends HTMLElement {
    connectedCallback() {
      this.card = Reader.make("div", { id: "note-card", class: "note-card", popover: "auto", role: "dialog", "aria-label": "" });
      this.append(this.card);
      this.mark = null;
      this.card.addEventListener("toggle", (event) => event.newState === "closed" && this.closed());
      this.card.addEventListener("pointerenter", () => clearTimeout(this.timer));
      this.card.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.later(() => this.hovered && this.close()));
      document.addEventListener("click", (event) => this.clicked(event));
      document.addEventListener("pointerover", (event) => this.over(event));
    }

    markOf(event) {
      return event.target.closest?.("a.mark");
    }

    clicked(event) {
      const mark = this.markOf(event);
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      clearTimeout(this.timer);
      if (mark === this.mark && !this.hovered) return this.close();
      this.open(mark, false);
    }

    over(event) {
      if (event.pointerType === "touch") return;
      const mark = this.markOf(event);
      if (mark === this.resting) return;
      this.resting = mark;
      if (mark && mark !== this.mark) this.later(() => this.open(mark, true));
      else if (!mark && !this.card.contains(event.target)) this.later(() => this.hovered && this.close());
    }

    later(what) {
      clearTimeout(this.timer);
      this.timer = setTimeout(what, HOVER);
    }

    /** Fill the card from the note at the end of the page and put it by the mark. */
    open(mark, hovered) {
      const note = document.getElementById(Reader.fragment(mark.hash));
      if (!note) return;
      if (this.mark && this.mark !== mark) this.release();
      this.mark = mark;
      this.hovered = hovered;
      this.fill(note, mark);
      mark.setAttribute("aria-expanded", "true");
      if (ANCHORED) mark.style.setProperty("anchor-name", "--mark");
      if (!this.card.matches(":popover-open")) this.card.showPopover();
      if (!ANCHORED) this.put(mark);
      if (!hovered) this.card.focus();
    }

    fill(note, mark) {
      const { make, t } = Reader;
      const label = note.querySelector(".label").textContent;
      const close = make("button", { type: "button", class: "plain", "aria-label": t("close") }, "✕");
      close.addEventListener("click", () => this.close());
      const head = make("div", { class: "head" }, make("b", {}, label), make("span", {}, t("note")), close);
      const bodies = [...note.querySelectorAll(".bodies > p")].map((body) => body.cloneNode(true));
      const go = make("a", { href: `#${note.id}` }, t("note.go"));
      go.addEventListener("click", () => {
        this.hovered = true; // the reader goes on to the note: the focus must not go back to the mark
        this.close();
      });
      const told = mark.classList.contains("borrowed") ? t("note.borrowed") : [...note.querySelectorAll("small")].map((each) => each.textContent).join("");
      this.card.tabIndex = -1;
      this.card.setAttribute("aria-label", `${t("note")} ${label}`);
      this.card.replaceChildren(head, ...bodies, make("div", { class: "foot" }, go, make("span", {}, told)));
    }

    /** Where anchors are not known: below the mark, kept inside the window. */
    put(mark) {
      const at = mark.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = this.card;
      const left = Math.min(Math.max(8, at.left - width / 2), innerWidth - width - 8);
      const below = at.bottom + height + 16 < innerHeight;
      Object.assign(this.card.style, { left: `${left}px`, top: `${below ? at.bottom : Math.max(8, at.top - height - 16)}px` });
    }

    close() {
      if (this.card.matches(":popover-open")) this.card.hidePopover();
    }

    closed() {
      const mark = this.mark;
      const back = !this.hovered && (this.card.contains(document.activeElement) || document.activeElement === document.body);
      this.release();
      if (back) mark?.focus({ preventScroll: true });
    }

    release() {
      clearTimeout(this.timer);
      this.mark?.removeAttribute("aria-expanded");
      this.mark?.style.removeProperty("anchor-name");
      this.mark = null;
    }
  }

  customElements.define("reader-notes", ReaderNotes);
})();
