/* Hits in the page itself: every place of the page in which a query is found, and their light. */
const SearchLights = (() => {
  "use strict";

  const NAME = "hits"; // of the highlight, for ::highlight(hits)
  const BREATH = 24; // milliseconds of searching after which the page gets a turn

  /** A promise of the hits of this page in reading order, notes last: { id, ranges } as results name them; ranges are of the
      page's text. `side` is a language, "" for any; with `notes` only the notes count. */
  async function find(query, { side = "", notes = "" } = {}) {
    const engine = await SearchTexts.engine();
    const terms = engine.parse(query);
    const at = side ? Reader.languages.indexOf(side) : undefined;
    const found = [];
    let since = performance.now();
    for (const rows of [...(notes ? [] : pairs()), ...noteRows()]) {
      found.push(...matches(engine, terms, rows, at));
      if (performance.now() - since < BREATH) continue;
      await new Promise((resume) => setTimeout(resume));
      since = performance.now();
    }
    return found;
  }

  /** The elements that hold the text of each pair: rows of [id, an element a language…]. */
  function* pairs() {
    for (const pair of document.querySelectorAll("article .pair")) {
      const rows = new Map();
      for (const line of pair.querySelectorAll(".line[data-segment]")) rows.set(line.dataset.segment, [...(rows.get(line.dataset.segment) ?? []), line]);
      if (rows.size) yield Array.from(rows, ([id, lines]) => [id, ...lines]);
      else if (pair.matches(".code")) yield [[`${pair.id}-1`, ...pair.querySelectorAll(".text")]];
    }
  }

  function* noteRows() {
    for (const note of document.querySelectorAll("article .notes li[id]")) yield [[note.id, ...bodies(note)]];
  }

  /** The bodies of a note, one element a language: the paragraphs of a language follow each other. */
  function bodies(note) {
    const sides = new Map();
    for (const body of note.querySelectorAll(".bodies > [lang]")) sides.set(Reader.tongue(body), [...(sides.get(Reader.tongue(body)) ?? []), body]);
    return Reader.languages.map((lang) => sides.get(lang) ?? []);
  }

  function matches(engine, terms, rows, side) {
    if (side === -1) return [];
    const width = Math.max(...rows.map((row) => row.length)) - 1;
    const texts = rows.map(([id, ...elements]) => [id, ...Array.from({ length: width }, (_, at) => textOf(elements[at]))]);
    const elements = new Map(rows.map(([id, ...row]) => [id, row]));
    return engine.match(engine.prepare(texts), terms, side).map((found) => ({
      id: SearchItem.fragmentOf(found),
      ranges: found.rows.flatMap(({ id, ranges }) => ranges.flatMap((hits, at) => [...rangesIn(elements.get(id)[at], hits)])),
    }));
  }

  /** The text nodes of an element, or of several in turn, that are its text: the marks of notes are not. */
  function nodesOf(element) {
    if (Array.isArray(element)) return element.flatMap(nodesOf);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".mark")) nodes.push(walker.currentNode);
    return nodes;
  }

  /** The text of an element, and the space that parts it from the next one; of several, a line each. */
  function textOf(element) {
    if (Array.isArray(element)) return element.map(textOf).join("\n");
    const gap = element?.nextSibling?.nodeType === Node.TEXT_NODE && /^\s/.test(element.nextSibling.data) ? " " : "";
    return element ? nodesOf(element).map((node) => node.data).join("") + gap : "";
  }

  function* rangesIn(element, hits) {
    for (const [start, end] of hits) {
      let before = 0;
      for (const one of Array.isArray(element) ? element : [element]) {
        for (const node of nodesOf(one)) {
          const [from, to] = [Math.max(start - before, 0), Math.min(end - before, node.length)];
          if (from < to) yield rangeOf(node, from, to);
          before += node.length;
        }
        before += 1; // the end of a line
      }
    }
  }

  function rangeOf(node, from, to) {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  }

  /** Light hits, and nothing else; none for darkness. */
  function show(hits) {
    if (!globalThis.CSS?.highlights) return;
    if (hits.length) CSS.highlights.set(NAME, new Highlight(...hits.flatMap(({ ranges }) => ranges)));
    else CSS.highlights.delete(NAME);
  }

  return { find, show };
})();
