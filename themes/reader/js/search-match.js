/* Finds what a reader typed: every pair in which all terms are found, in either language, best first. Names no document.

   A pair is matched as a whole, so that a phrase may run across its segments; a result is the segments that are needed:
   each one that has all terms by itself, else the shortest run of them that has. */
const SearchMatch = (() => {
  "use strict";

  const { isSpaced, isLetter, WORD, WALL } = SearchText;
  const WORDS = new RegExp(WORD, "gv");
  const POINT = /^\p{Mn}$/u;

  /** A search over texts folded by `variants` (SearchText.folder) and words cut to their `stem`. */
  function create({ variants, stem }) {
    const fold = SearchText.folder(variants);
    const stems = new Map();
    const stemmed = (word) => {
      if (!stems.has(word)) stems.set(word, stem(word));
      return stems.get(word);
    };
    return {
      parse: (query) => SearchQuery.parse(query, fold, stemmed),
      fold,
      stem: stemmed,
      /** Rows of [id, text a language…] that belong together, made ready to be searched. */
      prepare: (rows) => prepare(rows, fold),
      /** What is found in one prepared pair: { rows, score } for each run of rows; rows are { id, texts, ranges }.
          With a `side`, everything must be found in that language. */
      match: (pair, terms, side) => match(pair, terms, stemmed, side),
      /** What is found in prepared pairs, best first; the order they came in decides between equals. */
      search: (pairs, terms) => rank(pairs.flatMap((pair) => match(pair, terms, stemmed))),
      /** Results, best first; the order they came in decides between equals. */
      rank,
    };
  }

  function prepare(rows, fold) {
    const sides = [];
    for (let side = 1; side < rows[0].length; side++) sides.push(join(rows.map((row) => row[side]), fold));
    return { rows, sides };
  }

  function join(texts, fold) {
    let original = "";
    const starts = texts.map((text) => {
      const last = Array.from(original.slice(-2)).at(-1);
      if (last && text && isLetter(last) && isLetter(String.fromCodePoint(text.codePointAt(0)))) original += WALL;
      const start = original.length;
      original += text;
      return start;
    });
    return { original, starts, ...fold(original) };
  }

  function match(pair, terms, stemmed, only) {
    const found = [];
    for (const term of terms) {
      const hits = pair.sides.flatMap((side, index) => (only === undefined || term.without || index === only ? hitsOf(side, index, term, stemmed) : []));
      if (Boolean(hits.length) === Boolean(term.without)) return [];
      if (!term.without) found.push(hits);
    }
    if (!found.length) return [];
    return windows(found, pair.rows.length).map(([first, last]) => result(pair, found, first, last));
  }

  const hitsOf = (side, index, term, stemmed) => (term.kind === "word" ? words(side, index, term, stemmed) : texts(side, index, term));

  /** Words with the term's stem, or that begin with it while it is being typed, or have it glued to something. A stem begins as
      its word does, so that most words need none. */
  function words(side, index, term, stemmed) {
    const hits = [];
    for (const word of side.text.matchAll(WORDS)) {
      const exact = word[0] === term.folded;
      const within = (term.grows && word[0].startsWith(term.folded)) || (term.inside && word[0].includes(term.folded));
      if (exact || within || (word[0][0] === term.stem[0] && stemmed(word[0]) === term.stem))
        hits.push(hit(side, index, word.index, word.index + word[0].length, exact));
    }
    return hits;
  }

  function texts(side, index, term) {
    const hits = [];
    const { pattern } = term;
    pattern.lastIndex = 0;
    for (let found; (found = pattern.exec(side.text)); ) {
      const [start, end] = [found.index, found.index + found[0].length];
      if (atEdges(side.text, start, end, term)) {
        const one = hit(side, index, start, end, false);
        hits.push({ ...one, exact: SearchQuery.plain(side.original.slice(one.start, one.end)) === term.typed });
      } else pattern.lastIndex = start + String.fromCodePoint(side.text.codePointAt(start)).length;
    }
    return hits;
  }

  function atEdges(text, start, end, { opens, closes }) {
    const [before, after] = [Array.from(text.slice(Math.max(start - 2, 0), start)).at(-1), Array.from(text.slice(end, end + 2))[0]];
    return !(opens && before && isSpaced(before)) && !(closes && after && isSpaced(after));
  }

  /** A hit in the original text of one side, and the first and last row it lies in. */
  function hit(side, index, foldedStart, foldedEnd, exact) {
    const start = side.from ? side.from[foldedStart] : foldedStart;
    let end = side.to ? side.to[foldedEnd - 1] : foldedEnd;
    while (POINT.test(side.original[end])) end += 1; // points that were passed over belong to their letter
    return { side: index, start, end, exact, first: rowAt(side.starts, start), last: rowAt(side.starts, end - 1) };
  }

  /** The row that a character lies in; an empty row holds none. */
  function rowAt(starts, at) {
    let row = starts.length - 1;
    while (row > 0 && starts[row] > at) row -= 1;
    return row;
  }

  /** The shortest runs of rows that have every term: all of them when one row is enough, else the first. */
  function windows(found, count) {
    let [shortest, runs] = [Infinity, []];
    for (let first = 0; first < count; first++) {
      const ends = found.map((hits) => Math.min(...hits.filter((one) => one.first >= first).map((one) => one.last)));
      const length = Math.max(...ends) - first;
      if (length < shortest) [shortest, runs] = [length, []];
      if (length === shortest && length < Infinity) runs.push([first, first + length]);
    }
    return shortest === 0 ? runs : runs.slice(0, 1);
  }

  function result(pair, found, first, last) {
    const inside = found.map((hits) => hits.filter((one) => one.first >= first && one.last <= last));
    const rows = [];
    for (let row = first; row <= last; row++) {
      const texts = pair.rows[row].slice(1);
      rows.push({ id: pair.rows[row][0], texts, ranges: texts.map((text, side) => ranges(inside.flat(), side, pair.sides[side].starts[row], text.length)) });
    }
    const exact = inside.filter((hits) => hits.some((one) => one.exact)).length;
    const many = rows.reduce((sum, row) => sum + row.ranges.flat().length, 0);
    return { rows, score: [first - last, exact, beside(inside) ? 1 : 0, many] };
  }

  /** What hits mark of the text that begins at `start` of its side: [start, end] in it, merged, in order. */
  function ranges(hits, side, start, length) {
    const merged = [];
    const own = hits.filter((one) => one.side === side && one.start < start + length && one.end > start);
    for (const one of own.sort((a, b) => a.start - b.start)) {
      const [from, to] = [Math.max(one.start - start, 0), Math.min(one.end - start, length)];
      if (merged.length && from <= merged.at(-1)[1]) merged.at(-1)[1] = Math.max(merged.at(-1)[1], to);
      else merged.push([from, to]);
    }
    return merged;
  }

  /** Whether the terms stand side by side somewhere, in the order they were typed. */
  function beside(found) {
    return found[0].some((start) => {
      let last = start;
      return found.slice(1).every((hits) => {
        last = hits.find((one) => one.side === last.side && one.start >= last.end && one.start - last.end <= 1);
        return last;
      });
    });
  }

  const rank = (results) => results.toSorted((one, other) => compare(one.score, other.score));

  /** Fewer rows first, then more terms as they were typed, then side by side, then more hits. */
  function compare(one, other) {
    for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return other[at] - one[at];
    return 0;
  }

  return { create };
})();
