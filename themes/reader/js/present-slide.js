/* What stands on a slide: lines as the page has them, so that readings, script and marks of notes come along. */
const PresentSlide = (() => {
  "use strict";

  const { make, t } = Reader;
  const SMALLEST = 15; // pixels: what is longer is scrolled
  const KEYS = [["→ ␣ PgDn", "forward"], ["← PgUp", "back"], ["Enter r", "reveal"], ["h", "keep"], ["x", "swap"], ["u", "unit"], ["+ −", "larger"], ["b", "black"], ["f", "full"], ["Esc", "leave"]];

  /** A copy in which nothing has a name, for names are unique in a page. */
  const copyOf = (element) => {
    const copy = element.cloneNode(true);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    copy.removeAttribute("id");
    return copy;
  };

  /** What the segments say in the language at a place of the document's. In another script the line has its own tag. */
  const said = (ids, side, kind) => {
    const lang = Reader.languages[side];
    const made = make("p", { class: `said ${kind}`, ...Reader.speaks(lang) });
    for (const id of ids) {
      const line = [...document.querySelectorAll(`article .line[data-segment="${CSS.escape(id)}"]`)].find((each) => [each.lang, each.closest(".text")?.lang].includes(lang));
      if (!line || line.classList.contains("empty")) continue;
      if (made.childNodes.length && !/^(?:zh|ja|yue)/.test(lang)) made.append(" ");
      made.lang = line.lang;
      made.append(...copyOf(line).childNodes);
    }
    return made;
  };

  /** The paragraphs of the note that a mark leads to. */
  const note = (mark) => [...(document.getElementById(Reader.fragment(mark.hash))?.querySelectorAll(".bodies > p") ?? [])].map(copyOf);

  /** Set the slide as large as both languages fit, and then by as much as was asked for. */
  const fit = (slide, stage, zoom) => {
    let size = Math.min(innerWidth / 16, innerHeight / 9);
    const set = (pixels) => slide.style.setProperty("--fit", `${pixels}px`);
    set(size);
    while (size > SMALLEST && (slide.scrollHeight > stage.clientHeight || slide.scrollWidth > stage.clientWidth)) set((size *= 0.94));
    set(Math.max(SMALLEST, size * zoom));
    stage.scrollTop = 0;
  };

  /** The keys, as rows of a description list. */
  const help = () => KEYS.map(([keys, name]) => make("div", {}, make("dt", {}, ...keys.split(" ").flatMap((key) => [make("kbd", {}, key), " "])), make("dd", {}, t(`classroom.${name}`))));

  return { said, note, fit, help };
})();
