/* The lines of the page as words: their text nodes are cut into plain spans, or turned into the other script, and put back
   exactly as they were. What is lit or selected stays so. */
const LearningLine = (() => {
  "use strict";

  const LINES = ".line[data-segment]:not(.empty), .notes .bodies > [lang]";
  const laid = new Map(); // line → [[its own text node, [what stands in its place]]]

  /** The lines of a language that are on the page, notes included. */
  const all = (lang) => [...document.querySelectorAll(LINES)].filter((line) => Reader.tongue(line) === lang);

  const lineOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(LINES) ?? null;

  /** What the data call a line: the id of its segment, or n5/1 for a paragraph of a note. */
  function nameOf(line) {
    if (line.dataset.segment) return line.dataset.segment;
    const same = [...line.parentElement.children].filter((each) => Reader.tongue(each) === Reader.tongue(line));
    return `${line.closest("li").id}/${same.indexOf(line) + 1}`;
  }

  /** The text of a line by its nodes: [node, where it begins]. A line break counts one, a picture its description, the mark of
      a note nothing. */
  function partsOf(line) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const parts = [];
    let at = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.parentElement.closest(".mark")) continue;
        parts.push([node, at]);
        at += node.length;
      } else if (node.localName === "br") at += 1;
      else if (node.localName === "img") at += node.alt.length;
    }
    return parts;
  }

  /** Put a line back as it was sent. */
  function restore(line) {
    for (const [node, pieces] of laid.get(line) ?? []) {
      const parent = pieces[0].parentNode;
      if (parent.childNodes.length === pieces.length) {
        parent.replaceChildren(node); // at once, which is much faster
        continue;
      }
      pieces[0].before(node);
      for (const piece of pieces) piece.remove();
    }
    laid.delete(line);
  }

  /** Cut a line into `runs` (none: leave it whole) after `changes` (none: as typed); `fill` is told of each word's span, and
      where in the word it begins. */
  function lay(line, { runs = [], changes = [], fill = () => {} }) {
    restore(line);
    if (!runs.length && !changes.length) return;
    const done = [];
    for (const [node, start] of partsOf(line)) {
      const pieces = cut(node, start, runs, changes, fill);
      if (!pieces.length) continue;
      node.replaceWith(...pieces);
      done.push([node, pieces]);
    }
    laid.set(line, done);
  }

  function cut(node, start, runs, changes, fill) {
    const end = start + node.length;
    const pieces = [];
    const part = (from, to) => LearningText.turned(node.data.slice(from - start, to - start), from, changes);
    for (const run of runs) {
      const [from, to] = [Math.max(run.start, start), Math.min(run.end, end)];
      if (from < to) pieces.push(run.word ? span(run, part(from, to), from, fill) : between(part(from, to)));
    }
    const last = Math.max(runs.length ? runs[runs.length - 1].end : 0, start);
    if (last < end) pieces.push(runs.length ? between(part(last, end)) : document.createTextNode(part(last, end)));
    spaced(pieces);
    return pieces;
  }

  const between = (text) => Reader.make("span", { class: "between" }, text);

  /** Between characters and figures a browser leaves a gap, and puts it elsewhere where a span begins; so that no row breaks
      otherwise than before, these gaps are the style sheet's. */
  function spaced(pieces) {
    for (let at = 1; at < pieces.length; at++) {
      const [one, other] = [[...pieces[at - 1].textContent], [...pieces[at].textContent]];
      const last = one.pop();
      if (!apart(last, other[0])) continue;
      pieces[at - 1].replaceChildren(one.join(""), Reader.make("span", { class: "before-gap" }, last));
      pieces[at].classList.add("after-gap");
    }
  }

  const HAN = /[\p{Script=Han}\u3040-\u30ff]/u;
  const FIGURE = /[\p{L}\p{N}]/u;
  const apart = (one, other) => HAN.test(one) !== HAN.test(other) && FIGURE.test(one) && FIGURE.test(other);

  function span(run, text, from, fill) {
    const made = Reader.make("span", { class: "word", "data-word": run.word.place }, text);
    fill(made, run, from - run.start);
    return made;
  }

  /** What a line says, without the marks of notes. */
  const text = (line) => partsOf(line).map(([node]) => node.data).join("");

  /** What it says as it was sent. */
  function typed(line) {
    const own = new Map((laid.get(line) ?? []).flatMap(([node, pieces]) => pieces.map((piece, at) => [piece, at ? "" : node.data])));
    return partsOf(line).map(([node]) => own.get(node) ?? own.get(node.parentElement) ?? own.get(node.parentElement?.parentElement) ?? node.data).join("");
  }

  /** Change lines and keep what is lit or selected in them. */
  function keeping(lines, change) {
    const touched = new Set(lines);
    const selection = getSelection();
    const selected = selection.rangeCount && !selection.isCollapsed ? [selection.getRangeAt(0)] : [];
    const lights = [...(globalThis.CSS?.highlights?.values() ?? [])].flatMap((light) => [...light]);
    const kept = [...selected, ...lights].map((range) => [range, edge(range.startContainer, range.startOffset, touched), edge(range.endContainer, range.endOffset, touched)]);
    change();
    for (const [range, start, end] of kept) {
      if (!start && !end) continue;
      const [from, to] = [start && find(start), end && find(end)];
      if (from) range.setStart(...from);
      if (to) range.setEnd(...to);
      if (range === selected[0]) {
        selection.removeAllRanges();
        selection.addRange(range);
      }
    }
  }

  /** Where an edge of a range is, told by a line: { line, at }; null outside of the lines. */
  function edge(node, offset, touched) {
    const line = node.nodeType === Node.TEXT_NODE && lineOf(node);
    if (!line || !touched.has(line)) return null;
    const part = partsOf(line).find(([each]) => each === node);
    return part ? { line, at: part[1] + offset } : null;
  }

  function find({ line, at }) {
    const parts = partsOf(line);
    const [node, start] = parts.find(([each, begins]) => at <= begins + each.length) ?? parts[parts.length - 1] ?? [];
    return node && [node, Math.min(at - start, node.length)];
  }

  return { all, lineOf, nameOf, partsOf, lay, restore, text, typed, keeping };
})();
