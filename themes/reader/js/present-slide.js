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
      const line = [...document.querySelectorAll(`article .line[data-segment="${CSS.escape(id)}"]`)].find((each) => Reader.tongue(each) === lang);
      if (!line || line.classList.contains("empty")) continue;
      if (made.childNodes.length && !/^(?:zh|ja|yue)/.test(lang)) made.append(" ");
      made.lang = line.lang;
      made.append(...copyOf(line).childNodes);
    }
    return made;
  };

  /** A promise that the lines of a slide are cut into words with the readings that the reader wants; false where there are none.
   *  Lines are given back once the slide has gone. */
  const dressed = async (ids) => {
    const { learning } = Reader;
    if (!learning || Reader.settings.chosen().readings === "off") return false;
    await learning.ready();
    await Promise.all(learning.languages.map((lang) => learning.load(lang)));
    const lines = ids.flatMap((id) => [...document.querySelectorAll(`article .line[data-segment="${CSS.escape(id)}"]:not(.empty)`)]).filter((line) => learning.languages.includes(Reader.tongue(line)));
    for (const line of held.splice(0)) if (!lines.includes(line)) learning.unwrap(line);
    for (const line of lines) learning.wrap(line);
    held.push(...lines);
    return true;
  };
  const held = [];

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

  return { said, dressed, note, fit, help };
})();
