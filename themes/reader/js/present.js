/* The presenter: one sentence or paragraph, as large as it fits, the translation when it is asked for. Arrows, space and the
   two buttons of a clicker lead through the text; the address follows. */
"use strict";

(() => {
  const { make, t, settings } = Reader;
  const SWIPE = 50; // pixels that a finger has to go
  const ZOOM = 1.12;

  class ReaderPresenter extends HTMLElement {
    /** Open at a segment, or at a paragraph to show whole ones. */
    open(id = "") {
      if (!this.dialog) this.make();
      this.ids = [...document.querySelectorAll("article .line[id]")].map((line) => line.id);
      this.whole = Boolean(id) && !this.ids.includes(id);
      this.zoom = 1;
      this.keeps = false;
      this.swapped = false;
      this.cut(id);
      this.open_ = false;
      if (!this.slides.length) return;
      if (!this.dialog.open) this.dialog.showModal();
      this.stage.focus();
      this.show();
    }

    cut(id) {
      this.slides = PresentSteps.slides(this.ids, this.whole);
      this.at = PresentSteps.find(this.slides, id);
    }

    make() {
      const button = (name, sign, act) => {
        const made = make("button", { type: "button", class: `plain ${name}`, "data-label": `classroom.${name}`, "aria-label": t(`classroom.${name}`), title: t(`classroom.${name}`), "data-sign": sign });
        made.addEventListener("click", act);
        return made;
      };
      this.slide = make("div", { class: "slide" });
      this.stage = make("div", { class: "stage", tabindex: "-1" }, this.slide);
      this.note = make("aside", { class: "slide-note", "aria-label": t("note"), hidden: "" });
      this.count = make("p", { class: "count" });
      this.aloud = make("p", { class: "unseen", role: "status" });
      this.help = make("dl", { class: "slide-help", hidden: "" });
      const bar = make(
        "footer", { class: "slide-bar" },
        button("back", "←", () => this.back()), this.count, button("forward", "→", () => this.forward()),
        button("reveal", "◐", () => this.reveal()), button("swap", "⇄", () => this.act("x")), button("unit", "¶", () => this.act("u")),
        button("smaller", "A−", () => this.act("-")), button("larger", "A+", () => this.act("+")), button("black", "■", () => this.act("b")), button("keys", "?", () => this.act("?")), button("leave", "×", () => this.dialog.close()),
      );
      this.dialog = make("dialog", { class: "presenter", "aria-label": t("present") }, this.stage, this.note, this.help, bar, this.aloud);
      this.append(this.dialog);
      document.addEventListener("keydown", (event) => this.dialog.open && this.key(event), true); // a black screen has no focus
      this.dialog.addEventListener("click", (event) => this.clicked(event));
      this.dialog.addEventListener("pointerover", (event) => event.stopPropagation()); // the text behind stays dark
      this.dialog.addEventListener("close", () => this.closed());
      let from = null;
      this.stage.addEventListener("pointerdown", (event) => (from = event.pointerType === "touch" ? event.clientX : null));
      this.stage.addEventListener("pointerup", (event) => {
        const by = from === null ? 0 : event.clientX - from;
        if (Math.abs(by) < SWIPE) return;
        this.swiped = true;
        const on = document.documentElement.dataset.direction === "rtl" ? by > 0 : by < 0;
        on ? this.forward() : this.back();
      });
      addEventListener("resize", () => this.dialog.open && this.fit());
      settings.onChange(() => this.dialog.open && this.show());
      Reader.on("text", () => this.dialog.open && this.show());
    }

    /** The places of the language that stands first, and of the one that is uncovered. */
    get sides() {
      const { lead, follow, shown } = settings.effective();
      const first = shown.length === 1 ? shown[0] : lead;
      const pair = [first, first === lead ? follow : lead];
      return this.swapped ? pair.reverse() : pair;
    }

    /** Show the slide, and once more when its words have their readings. */
    show() {
      this.lay();
      const ids = this.slides[this.at];
      PresentSlide.dressed(ids).then((done) => done && this.slides[this.at] === ids && this.dialog.open && this.lay(), () => undefined);
    }

    lay() {
      const ids = this.slides[this.at];
      const [first, second] = this.sides;
      const [asked, answer] = [PresentSlide.said(ids, first, "asked"), PresentSlide.said(ids, second, "answer")];
      if (!asked.textContent) this.open_ = true; // nothing to ask for: only one language says something here
      answer.toggleAttribute("data-covered", !this.open_);
      answer.inert = !this.open_;
      this.slide.replaceChildren(asked, answer);
      this.note.hidden = true;
      const name = PresentSteps.name(ids, this.whole);
      this.count.textContent = `¶ ${name.slice(1)} · ${this.at + 1} / ${this.slides.length}`;
      this.fit();
      this.aloud.textContent = this.open_ ? `${asked.textContent} ${answer.textContent}` : asked.textContent;
      const url = new URL(location.href);
      url.searchParams.set("present", name);
      url.hash = "";
      history.replaceState(null, "", url.href.replace(/#$/, ""));
    }

    fit() {
      PresentSlide.fit(this.slide, this.stage, this.zoom);
    }

    move(to) {
      if (!to) return;
      this.at = to.at;
      this.open_ = to.open;
      this.show();
    }

    forward() {
      const to = PresentSteps.forward({ at: this.at, open: this.open_ }, this.slides.length, this.keeps);
      to ? this.move(to) : this.turn("next", "line");
    }

    back() {
      const to = PresentSteps.back({ at: this.at });
      to ? this.move(to) : this.turn("prev", "line");
    }

    /** A long document goes on on its next page. */
    turn(rel) {
      const link = document.querySelector(`.neighbours a[rel="${rel}"][data-line]`);
      if (!link) return;
      const url = new URL(link.href);
      url.searchParams.set("present", this.whole ? link.dataset.pair : link.dataset.line);
      location.href = url.href;
    }

    reveal() {
      this.open_ = !this.open_;
      this.show();
    }

    act(key) {
      const now = this.slides[this.at][0];
      if (key === "b" || key === ".") this.dialog.toggleAttribute("data-black");
      else if (key === "+" || key === "-") {
        this.zoom = Math.min(3, Math.max(0.4, this.zoom * (key === "+" ? ZOOM : 1 / ZOOM)));
        this.fit();
      } else if (key === "x") this.swapped = !this.swapped;
      else if (key === "u") {
        this.whole = !this.whole;
        this.cut(now);
      } else if (key === "h") this.open_ = this.keeps = !this.keeps;
      else if (key === "f") document.fullscreenElement ? document.exitFullscreen() : this.dialog.requestFullscreen?.().catch(() => undefined);
      else if (key === "?") this.explain();
      if ("xuh".includes(key)) this.show();
    }

    explain() {
      this.help.replaceChildren(...PresentSlide.help());
      this.help.hidden = !this.help.hidden;
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      event.stopPropagation(); // the shortcuts of the page rest
      if (key === "Escape") return this.leave(event);
      if ((key === "Enter" || key === " ") && event.target.closest("a, button")) return;
      if (this.dialog.hasAttribute("data-black") && !"b.".includes(key)) return this.act("b");
      if (["ArrowRight", "ArrowDown", "PageDown", " ", "j"].includes(key)) this.forward();
      else if (["ArrowLeft", "ArrowUp", "PageUp", "k"].includes(key)) this.back();
      else if (key === "Home" || key === "End") this.move({ at: key === "Home" ? 0 : this.slides.length - 1, open: false });
      else if (key === "Enter" || key === "r") this.reveal();
      else if (key === "=") this.act("+");
      else if (["b", ".", "+", "-", "x", "u", "h", "f", "?"].includes(key)) this.act(key);
      else return;
      event.preventDefault();
    }

    clicked(event) {
      const mark = event.target.closest("a.mark");
      if (this.dialog.hasAttribute("data-black")) return this.act("b");
      if (mark) {
        event.preventDefault();
        event.stopPropagation(); // the card of the page would open behind
        return this.tell(mark);
      }
      const swiped = this.swiped;
      this.swiped = false;
      if (!swiped && this.stage.contains(event.target) && !event.target.closest("a") && !String(getSelection()) && !this.open_) this.reveal();
    }

    tell(mark) {
      const bodies = PresentSlide.note(mark);
      this.note.replaceChildren(make("b", {}, mark.textContent), make("div", {}, ...bodies));
      this.note.hidden = false;
      this.fit(); // the slide makes room
      this.aloud.textContent = bodies.map((body) => body.textContent).join(" ");
    }

    /** Escape closes what lies on top first. */
    leave(event) {
      const top = [this.note, this.help].find((each) => !each.hidden);
      if (!top && !this.dialog.hasAttribute("data-black")) return;
      event.preventDefault();
      if (!top) return this.dialog.removeAttribute("data-black");
      top.hidden = true;
      this.fit();
    }

    closed() {
      const url = new URL(location.href);
      url.searchParams.delete("present");
      history.replaceState(null, "", url);
      Reader.go(this.slides[this.at][0]);
    }
  }

  customElements.define("reader-presenter", ReaderPresenter);

  Reader.presenter = (id) => {
    const presenter = document.querySelector("reader-presenter") ?? document.body.appendChild(make("reader-presenter"));
    presenter.open(id);
  };
})();
