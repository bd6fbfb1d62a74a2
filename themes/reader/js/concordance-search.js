/* Asks for the lines of a term, window by window, as many as are wanted. Names no document; `texts` is SearchTexts. */
const ConcordanceSearch = (() => {
  "use strict";

  const OPERATOR = /["“”„「『«]|(?:^|\s)[-－]/u; // the reader knows how to ask

  /** A query in the ways that it may be meant, the strictest first: several words as a phrase, then each of them whole, then by
      the beginning of the last. */
  function ways(query) {
    const phrase = /\s/u.test(query) && !OPERATOR.test(query) ? [`"${query}" `] : [];
    return [...phrase, `${query} `, query];
  }

  /** What is found, as far as was asked: { lines, taken, query, exact, failed, total }, and more(count), a promise that as
      many more lines are there, or all. `total` is how many results there may be. `taken` are the segments that have the term, as "unit id"; `query` is the way in which something was
      found. */
  function ask(texts, query, filters) {
    const left = ways(query);
    const found = { lines: [], taken: new Set(), query: left.shift(), exact: false, failed: 0, total: 0, more };
    let windows = texts.find(found.query, filters);

    async function more(count) {
      const wanted = found.lines.length + count;
      while (!found.exact && found.lines.length < wanted) {
        const { value, done } = await windows.next();
        if (value) await add(value);
        found.exact = Boolean(done || value.exact);
        if (found.exact && !found.lines.length && left.length) another();
      }
    }

    function another() {
      found.query = left.shift();
      found.exact = false;
      windows = texts.find(found.query, filters);
    }

    async function add(window) {
      if (window.again) {
        found.lines = [];
        found.taken.clear();
      }
      found.failed = window.failed ?? 0;
      found.total = window.shown + window.left;
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
