/* Words on the page: which one is at a point, and the range that a word takes. Marks of notes are no text. */
const GlossPlace = (() => {
  "use strict";

  const LINES = "article .line[data-segment], .notes .bodies > [lang]";

  /** The lines of a language that are on the page, in order. */
  const lines = (lang) => [...document.querySelectorAll(LINES)].filter((line) => Reader.tongue(line) === lang && line.getClientRects().length);

  /** The line that an element is in, null outside of all. */
  const lineOf = (element) => element?.closest?.(LINES) ?? null;

  /** What the data call a line: the id of its segment, or n5/1 for a paragraph of a note. */
  function nameOf(line) {
    if (line.dataset.segment) return line.dataset.segment;
    const same = [...line.parentElement.children].filter((each) => Reader.tongue(each) === Reader.tongue(line));
    return `${line.closest("li").id}/${same.indexOf(line) + 1}`;
  }

  /** The parts of a line that count as its text: [node, how long it is]. A line break is one, a picture its description. */
  function partsOf(line) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const parts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE && !node.parentElement.closest(".mark")) parts.push([node, node.length]);
      else if (node.localName === "br") parts.push([node, 1]);
      else if (node.localName === "img") parts.push([node, node.alt.length]);
    }
    return parts;
  }

  /** The range of a line's text from one offset to another; null where that is not on the page. */
  function rangeOf(line, start, end) {
    const range = new Range();
    let [at, begun] = [0, false];
    for (const [node, length] of partsOf(line)) {
      const text = node.nodeType === Node.TEXT_NODE;
      if (!begun && text && start < at + length) {
        range.setStart(node, Math.max(0, start - at));
        begun = true;
      }
      if (begun && text && end <= at + length) {
        range.setEnd(node, end - at);
        return range;
      }
      at += length;
    }
    return null;
  }

  const caretAt = (x, y) => {
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(x, y);
      return found && [found.offsetNode, found.offset];
    }
    const range = document.caretRangeFromPoint?.(x, y);
    return range && [range.startContainer, range.startOffset];
  };

  const covers = (node, offset, x, y) => {
    if (offset < 0 || offset >= node.length) return false;
    const range = new Range();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return [...range.getClientRects()].some((box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 4 && y <= box.bottom + 4);
  };

  /** The offset in a line of the character that is drawn at a point of the window; -1 beside all characters. */
  function offsetAt(line, x, y) {
    const [node, caret] = caretAt(x, y) ?? [];
    let at = 0;
    for (const [part, length] of partsOf(line)) {
      if (part === node) {
        const hit = [caret, caret - 1].find((offset) => covers(node, offset, x, y)); // a caret stands between two
        return hit === undefined ? -1 : at + hit;
      }
      at += length;
    }
    return -1;
  }

  return { lines, lineOf, nameOf, rangeOf, offsetAt };
})();
