/* The reading place: the contents follow it, the progress line shows it, and the next visit offers to go on from it. */
"use strict";

(() => {
  const KEY = `bilingual-reader:place:${Reader.document}`;
  const FAR = 3; // pairs read before a place is worth coming back to

  class ReaderPlace extends HTMLElement {
    connectedCallback() {
      const { since = 0, until = 1, before = 0, more } = this.dataset; // of a long document, this page is a part
      Object.assign(this, { since: Number(since), until: Number(until), before: Number(before), last: more === undefined });
      this.nav = this.querySelector(".contents");
      this.links = [...this.querySelectorAll("li > a")].map((link) => ({ link, target: document.getElementById(Reader.fragment(link.hash)) })).filter(({ target }) => target);
      this.opener = document.querySelector(".open-contents");
      this.opener?.addEventListener("click", () => this.toggle());
      this.addEventListener("click", (event) => event.target.closest("a") && this.close());
      document.addEventListener("click", (event) => !this.contains(event.target) && !this.opener?.contains(event.target) && this.close());
      let waiting = false;
      addEventListener("scroll", () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          this.follow();
        });
      }, { passive: true });
      Reader.on("start", () => {
        this.offer();
        this.follow();
      });
    }

    toggle() {
      const open = this.nav.classList.toggle("open");
      this.opener.setAttribute("aria-expanded", String(open));
      if (open) this.querySelector("a[aria-current], a")?.focus();
    }

    close() {
      if (!this.isOpen) return;
      const inside = this.nav.contains(document.activeElement);
      this.nav.classList.remove("open");
      this.opener?.setAttribute("aria-expanded", "false");
      if (inside) this.opener?.focus();
    }

    get isOpen() {
      return this.nav.classList.contains("open");
    }

    follow() {
      const room = document.documentElement.scrollHeight - innerHeight;
      const read = room > 0 ? Math.min(1, scrollY / room) : 1;
      this.querySelector(".progress").style.setProperty("--read", (this.since + (this.until - this.since) * read).toFixed(4));
      this.mark(read);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(read), 400);
    }

    /** Mark the last entry that begins above the reading line; at the page's end the last that can be seen. */
    mark(read) {
      const line = read >= 0.999 ? innerHeight : innerHeight * 0.3;
      let now = null;
      for (const { link, target } of this.links) if (target.getBoundingClientRect().top <= line) now = link;
      if (now === this.now) return;
      this.now?.removeAttribute("aria-current");
      now?.setAttribute("aria-current", "location");
      this.now = now;
      this.intoSight(now);
    }

    /** Scroll the contents, never the page. */
    intoSight(link) {
      const list = this.querySelector("ol");
      if (!link || list.scrollHeight <= list.clientHeight) return;
      const [box, frame] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
      if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - list.clientHeight / 3;
    }

    keep(read) {
      if (!Reader.document) return;
      const finished = this.last && read >= 0.98; // a finished text has no place to go back to
      const line = finished ? null : Reader.atTop();
      const far = line ? this.before + [...document.querySelectorAll(".pair")].indexOf(line.closest(".pair")) : 0;
      if (line || finished) Reader.store(KEY, far >= FAR ? { segment: line.dataset.segment } : null);
    }

    /** "You stopped at …": only when the visit did not ask for a place of its own. */
    offer() {
      const place = Reader.stored(KEY);
      const segment = place && typeof place.segment === "string" ? document.getElementById(place.segment) : null;
      if (!segment || location.hash || scrollY > 0) return;
      const { make, t } = Reader;
      const number = place.segment.slice(1).split("-")[0];
      const go = make("a", { href: `#${place.segment}` }, t("place.go"));
      const line = make("p", { class: "stopped" }, make("span", {}, `${t("place.stopped")} ${number}`), go);
      go.addEventListener("click", () => line.remove());
      document.querySelector("article").prepend(line);
    }
  }

  customElements.define("reader-place", ReaderPlace);

  /* On paper the text says where it was read. */
  Reader.on("start", () => {
    const colophon = document.querySelector(".colophon");
    if (!colophon) return;
    colophon.dataset.address ||= location.href.replace(/[?#].*/, "");
    // The head of each sheet of paper (print.css): a string of CSS is one of JSON where it has no line breaks.
    const said = { title: document.title.replace(/\s+/g, " "), address: colophon.dataset.address };
    for (const [name, text] of Object.entries(said)) {
      document.documentElement.style.setProperty(`--running-${name}`, JSON.stringify(text));
    }
  });

  /* The cover and the front page of a long document offer to go on, too. */
  Reader.on("start", () => {
    const link = document.querySelector("a.continue");
    const place = link && Reader.stored(KEY);
    if (!place || typeof place.segment !== "string") return;
    link.hash = place.segment;
    link.hidden = false;
  });
})();
