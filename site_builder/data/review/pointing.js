/* From a point on the screen to a character of the text, and the boundary between two segments as something to be dragged. */
"use strict";

const ReviewPointing = (() => {
  const SNAP = 2; // characters; so near to the end of a clause, that is what is meant

  /** The text under a point as { side, row, offset }: the side's number, the row's place in its pair, and the code point of
   *  the pair's text; null where there is none. */
  const spot = (x, y) => {
    const found = document.caretPositionFromPoint?.(x, y) ?? legacy(x, y);
    const part = found?.offsetNode.parentElement?.closest("[data-start]");
    const text = part?.closest("[data-side]");
    if (!text || found.offsetNode.nodeType !== Node.TEXT_NODE) return null;
    const before = [...found.offsetNode.data.slice(0, found.offset)].length;
    return { side: Number(text.dataset.side), row: Number(text.dataset.row), offset: Number(part.dataset.start) + before, rect: rect(found) };
  };

  const legacy = (x, y) => {
    const range = document.caretRangeFromPoint?.(x, y);
    return range && { offsetNode: range.startContainer, offset: range.startOffset };
  };

  const rect = ({ offsetNode, offset }) => {
    const range = new Range();
    range.setStart(offsetNode, offset);
    const box = range.getBoundingClientRect();
    return box.height ? box : offsetNode.parentElement.getBoundingClientRect();
  };

  const snapped = (offset, cuts) => cuts.find((cut) => Math.abs(cut - offset) <= SNAP) ?? offset;

  const line = Object.assign(document.createElement("div"), { className: "drop", hidden: true });

  const showLine = (found) => {
    line.hidden = !found;
    if (!found) return;
    line.style.insetInlineStart = `${found.rect.x}px`;
    line.style.insetBlockStart = `${found.rect.y}px`;
    line.style.blockSize = `${found.rect.height}px`;
  };

  /** Let a boundary be dragged: `edge` is the element, `cuts` are where clauses end, `drop(offset)` is called in the end. */
  const drag = (edge, cuts, drop) => {
    const { side, boundary } = edge.dataset;
    const grip = edge.querySelector(".grip");
    let target = null;
    const over = ({ clientX, clientY }) => {
      const found = spot(clientX, clientY);
      const near = found && String(found.side) === side && [Number(boundary), Number(boundary) + 1].includes(found.row);
      target = near ? found : null;
      showLine(target);
    };
    const end = (event) => {
      grip.removeEventListener("pointermove", over);
      edge.classList.remove("dragged");
      showLine(null);
      if (event.type === "pointerup" && target) drop(snapped(target.offset, cuts));
      target = null;
    };
    grip.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      if (!line.isConnected) document.body.append(line);
      edge.classList.add("dragged");
      grip.addEventListener("pointermove", over);
      for (const name of ["pointerup", "pointercancel"]) grip.addEventListener(name, end, { once: true });
    });
  };

  return { spot, snapped, drag };
})();
