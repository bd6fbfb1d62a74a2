/* The expressions that texts hold: runs of tokens, where they stand, and how much more often they stand in some texts than in
   others. Names no document. */
const ConcordanceGrams = (() => {
  "use strict";

  const WORDS = 5; // tokens of the longest expression
  const CHARACTERS = 8; // and of the longest without spaces
  const GLUE = "\u0001"; // between the keys of an expression

  /** The expressions that begin at token `at`, shortest first: [name, how many tokens, whether all are characters]. */
  function* from(tokens, at) {
    let name = "";
    let wide = true;
    for (let length = 1; at + length <= tokens.length; length++) {
      const token = tokens[at + length - 1];
      wide &&= token.wide;
      if ((length > 1 && token.parted) || length > (wide ? CHARACTERS : WORDS)) return;
      name += (length > 1 ? GLUE : "") + token.key;
      yield [name, length, wide];
    }
  }

  /** In which of the texts `found` each expression stands, and in how many of `others`: a map from its name to { name,
      length, wide, rows, elsewhere }. With `least`, what stands in fewer of `found` is left out; beginnings of what is counted are there. */
  function count(found, others, least = 1) {
    const all = new Map();
    found.forEach((tokens, row) => {
      for (let at = 0; at < tokens.length; at++)
        for (const [name, length, wide] of from(tokens, at)) {
          const gram = all.get(name) ?? { name, length, wide, rows: [], elsewhere: 0, seen: -1 };
          if (gram.rows.at(-1) !== row) gram.rows.push(row);
          all.set(name, gram);
        }
    });
    for (const [name, gram] of all) if (gram.rows.length < least) all.delete(name);
    others.forEach((tokens, row) => meet(all, tokens, row));
    return all;
  }

  /** Count what stands in one other text; where a beginning is unknown, so is whatever it leads to. */
  function meet(all, tokens, row) {
    for (let at = 0; at < tokens.length; at++)
      for (const [name] of from(tokens, at)) {
        const gram = all.get(name);
        if (!gram) break;
        if (gram.seen !== row) gram.elsewhere += 1;
        gram.seen = row;
      }
  }

  /** Dunning's log-likelihood ratio ("Accurate Methods for the Statistics of Surprise and Coincidence", 1993) of standing in
      `inside` of `found` texts and `elsewhere` of `others`; 0 when it stands there no more often than elsewhere. */
  function surprise(inside, found, elsewhere, others) {
    if (inside * others <= elsewhere * found) return 0;
    const share = (inside + elsewhere) / (found + others);
    const part = (seen, all, expected) => (seen ? seen * Math.log(seen / (all * expected)) : 0);
    const there = part(inside, found, share) + part(elsewhere, others, share);
    return 2 * (there + part(found - inside, found, 1 - share) + part(others - elsewhere, others, 1 - share));
  }

  const name = (keys) => keys.join(GLUE);
  const keys = (name) => name.split(GLUE);
  /** Whether an expression contains another one. */
  const contains = (name, other) => `${GLUE}${name}${GLUE}`.includes(`${GLUE}${other}${GLUE}`);

  return { count, surprise, name, keys, contains };
})();
