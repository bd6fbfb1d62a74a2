/* Hits in the page itself: what was looked for is lit in the segment or note that a result led to. */
(() => {
  "use strict";

  const NAME = "hits"; // of the highlight, for ::highlight(hits)

  /** The text nodes of an element that are its text: the marks of notes are not. */
  function nodesOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".mark")) nodes.push(walker.currentNode);
    return nodes;
  }

  /** The text of an element, and the space that parts it from the next one. */
  function textOf(element) {
    const gap = element?.nextSibling?.nodeType === Node.TEXT_NODE && /^\s/.test(element.nextSibling.data) ? " " : "";
    return element ? nodesOf(element).map((node) => node.data).join("") + gap : "";
  }

  /** The elements that hold the text of a place, a row of them (one a language) for each segment. */
  function rowsOf(place) {
    const [from, to] = place.split(":");
    const note = from.startsWith("n") && document.getElementById(from);
    if (note) return [[...note.querySelectorAll("[lang]:not(.unseen)")]];
    const ids = Reader.between?.(from, to) ?? [];
    return ids.map((id) => [...document.querySelectorAll(`.line[data-segment="${CSS.escape(id)}"]`)]);
  }

  function* rangesIn(element, hits) {
    for (const [start, end] of hits) {
      let before = 0;
      for (const node of nodesOf(element)) {
        const [from, to] = [Math.max(start - before, 0), Math.min(end - before, node.length)];
        if (from < to) {
          const range = new Range();
          range.setStart(node, from);
          range.setEnd(node, to);
          yield range;
        }
        before += node.length;
      }
    }
  }

  async function light({ id, terms: query }) {
    if (typeof query !== "string" || !globalThis.CSS?.highlights) return;
    CSS.highlights.delete(NAME);
    const search = await SearchTexts.engine();
    const rows = rowsOf(id);
    const width = Math.max(0, ...rows.map((row) => row.length));
    const texts = rows.map((row, at) => [String(at), ...Array.from({ length: width }, (_, side) => textOf(row[side]))]);
    if (!width) return;
    const highlight = new Highlight();
    for (const found of search.match(search.prepare(texts), search.parse(query)))
      for (const { id: row, ranges } of found.rows)
        ranges.forEach((hits, side) => rows[row][side] && [...rangesIn(rows[row][side], hits)].forEach((range) => highlight.add(range)));
    CSS.highlights.set(NAME, highlight);
  }

  Reader.on("hits", (place) => light(place).catch(() => {}));
})();
