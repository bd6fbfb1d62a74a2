/* Which page of a long document holds a place. Pure data in, a name out: runs under node too. */
"use strict";

(() => {
  const AGAIN = /-\d+$/; // of a segment of a pair, or of a note that is marked again

  const within = (number, runs) => runs.some((first, at) => at % 2 === 0 && first <= number && number <= runs[at + 1]);

  /** The name of the page that holds the place `id` itself; "" when none of them does. `rows` are as places.py makes
   *  them: [name, runs of pairs, runs of sections, labels of notes, other places]. */
  const exactly = (rows, id) => {
    const [, kind, number] = /^([ps])(\d+)$/.exec(id) ?? [];
    const label = /^[nr]./.test(id) ? id.slice(1) : null;
    const counted = ([, pairs, sections, notes]) => within(Number(number), kind === "p" ? pairs : sections) || notes.includes(label);
    const named = ([, , , , others]) => others.includes(id);
    return (rows.find(named) ?? rows.find(counted))?.[0] ?? "";
  };

  /** The same for whatever an address may name: a place, a segment, a range of segments. */
  const find = (rows, id) => {
    const first = id.split(":")[0];
    return exactly(rows, id) || exactly(rows, first) || exactly(rows, first.replace(AGAIN, ""));
  };

  globalThis.PageMap = { find };
})();
