/* The lines of the page as a listener has them: which there are, what each says aloud, and light on the one that is heard. */
const ListeningLines = (() => {
  "use strict";

  const SILENT = "a.mark, .mark, rt, rp, [hidden], [aria-hidden=true], .unseen, code, script, style";
  const lines = (id) => [...document.querySelectorAll(`article .line[data-segment="${CSS.escape(id)}"]`)];
  const kept = (line) => line.closest(".pair")?.matches(".pair:not(.code, .picture, .rule)");
  const ids = [...document.querySelectorAll("article .line[id]")].filter(kept).map((line) => line.id);

  const sections = new Map();
  for (const id of ids) {
    const section = document.getElementById(id).closest(".section");
    sections.set(section, [...(sections.get(section) ?? []), id]);
  }

  /** The sentences of the section that one stands in. */
  const section = (id) => sections.get(document.getElementById(id)?.closest(".section")) ?? [];

  /** The line of a sentence in a language. The page may show it in its other script, and says so by its `lang`. */
  const line = (id, tag) => {
    const found = lines(id);
    return found.find((one) => one.lang === tag) ?? found[Reader.languages.indexOf(tag)];
  };

  /** What a line says aloud: the text that is shown in it; no marks of notes, no readings above words, nothing hidden. */
  const said = (id, tag) => {
    const whole = line(id, tag);
    if (!whole) return "";
    const hidden = (element) => element !== whole && (element.matches(SILENT) || getComputedStyle(element).display === "none");
    const walk = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType === Node.ELEMENT_NODE && !hidden(node) ? [...node.childNodes].map(walk).join("") : "");
    return walk(whole).replace(/[\u00ad\u2060\u200b]/g, "").trim();
  };

  /** Light a sentence, and in it the language that is heard; "" puts the light out. */
  function light(id, tag) {
    for (const one of document.querySelectorAll(".line.heard")) one.classList.remove("heard", "aloud");
    if (!id) return;
    for (const one of lines(id)) one.classList.add("heard");
    line(id, tag)?.classList.add("aloud");
    const shown = Reader.shownLine(id);
    const box = shown?.getBoundingClientRect();
    const [top, bottom] = [document.querySelector(".bar").offsetHeight, innerHeight - (document.querySelector(".listening")?.offsetHeight ?? 0) - 24];
    if (box && (box.top < top || box.bottom > bottom)) shown.scrollIntoView({ block: box.height > bottom - top ? "start" : "nearest" });
  }

  /** Where a sentence stands, as the margin counts: 3.2. */
  const place = (id) => Citation.where(id, id, false).slice(2);

  return { ids, section, said, light, line, place };
})();
