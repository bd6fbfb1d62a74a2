/* The times of a recording as they are taken: a mark a sentence, { start, end }, an end of null lasting until the next mark.
   Every act gives new marks, so that the last can be taken back. Pure: runs under node too. */
const SyncMarks = (() => {
  "use strict";

  const LEAST = 0.05; // seconds that a sentence lasts at least
  const exact = (time) => Math.max(0, Math.round(time * 1000) / 1000);

  /** The sentence begins now; the one before it, if it has no end of its own yet, ends by that. */
  const begin = (marks, id, time) => ({ ...marks, [id]: { start: exact(time), end: null } });

  /** The sentence that began last before `time` ends now, and silence follows. */
  const stop = (marks, time) => {
    const open = Object.entries(marks).filter(([, { start }]) => start < time).sort(([, a], [, b]) => b.start - a.start)[0];
    return open ? { ...marks, [open[0]]: { ...open[1], end: exact(time) } } : marks;
  };

  const remove = (marks, id) => Object.fromEntries(Object.entries(marks).filter(([other]) => other !== id));

  /** The cues that the marks come to, in the order of time: [id, start, end]. `length` ends the last one. */
  const cues = (marks, length) => {
    const sorted = Object.entries(marks).sort(([, a], [, b]) => a.start - b.start);
    return sorted
      .map(([id, { start, end }], at) => [id, start, end ?? sorted[at + 1]?.[1].start ?? (length > start ? exact(length) : exact(start + 1))])
      .map(([id, start, end]) => [id, start, Math.max(end, exact(start + LEAST))]);
  };

  /** A start or an end, moved by so much; never over the sentence's other edge. Where one sentence ends by the next, both move. */
  const nudge = (marks, id, edge, by, length) => {
    const mark = marks[id];
    if (!mark) return marks;
    const [, start, end] = cues(marks, length).find(([one]) => one === id);
    if (edge === "start") return { ...marks, [id]: { ...mark, start: exact(Math.min(start + by, end - LEAST)) } };
    return { ...marks, [id]: { ...mark, end: exact(Math.max(end + by, start + LEAST)) } };
  };

  /** The first sentence of the order behind the last that has a mark; "" when there is none left. */
  const next = (marks, order) => {
    const last = order.findLastIndex((id) => Object.hasOwn(marks, id));
    return order.slice(last + 1)[0] ?? order.find((id) => !Object.hasOwn(marks, id)) ?? "";
  };

  /** Marks of cues that are there already, and of what was kept in a browser; rubbish is none. */
  const known = (found, order) => {
    const marks = {};
    for (const id of order) {
      const row = found && typeof found === "object" && Object.hasOwn(found, id) ? found[id] : null;
      const [start, end] = Array.isArray(row) ? row : [row?.start, row?.end];
      if (Number.isFinite(start) && start >= 0) marks[id] = { start, end: Number.isFinite(end) && end > start ? end : null };
    }
    return marks;
  };

  return { begin, stop, remove, cues, nudge, next, known };
})();
