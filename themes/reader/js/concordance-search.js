/* Asks for the lines of a term, window by window, as many as are wanted. Names no document; `texts` is SearchTexts. */
const ConcordanceSearch = (() => {
  "use strict";

  /** What is found, as far as was asked: { lines, taken, exact, failed }, and more(count), a promise that as many more lines are
      there, or all. `taken` are the segments that have the term, as "unit id". A word is found whole; only where no whole word
      is, by its beginning. */
  function ask(texts, query, filters) {
    const found = { lines: [], taken: new Set(), exact: false, failed: 0, more };
    let windows = texts.find(`${query} `, filters);
    let whole = true;

    async function more(count) {
      const wanted = found.lines.length + count;
      while (!found.exact && found.lines.length < wanted) {
        const { value, done } = await windows.next();
        if (value) await add(value);
        found.exact = Boolean(done || value.exact);
        if (found.exact && !found.lines.length && whole) again();
      }
    }

    function again() {
      whole = false;
      found.exact = false;
      windows = texts.find(query, filters);
    }

    async function add(window) {
      if (window.again) {
        found.lines = [];
        found.taken.clear();
      }
      found.failed = window.failed ?? 0;
      for (const result of window.results) {
        for (const { id } of result.rows) found.taken.add(`${result.unit} ${id}`);
        const { pair } = await texts.unit(result.unit);
        found.lines.push(...ConcordanceLines.lines(result, pair.rows.map(([id, ...row]) => ({ id, texts: row }))));
      }
    }

    return found;
  }

  return { ask };
})();
