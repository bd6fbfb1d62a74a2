/* Which words of a sentence stand for which of its translation, learnt from the sentences that are at hand. Where a term stands
   once or twice, counting alone cannot tell its rendering from the words around it; here each of these is explained by
   what it translates itself. Names no document.

   The model is the first of Brown and others, "The Mathematics of Statistical Machine Translation" (1993). It knows no order
   of words: that of Chinese and English has too little in common to help. */
const ConcordanceAlign = (() => {
  "use strict";

  const ROUNDS = 6;
  const ALONE = 0.05; // how likely a word is to translate nothing, before anything is known

  /** Learn from pairs [source keys, target keys]; gives explained(source keys, places, target key): how much of a target word
      is explained by the words that stand at `places` of the source, 0 to 1. */
  function learn(pairs) {
    const { rows, idOf, owners } = numbered(pairs);
    let chances = new Float64Array(owners.length).fill(1);
    for (let round = 0; round < ROUNDS; round++) chances = improved(rows, owners, chances);
    return (source, places, word) => {
      const weights = [...source, null].map((from) => chances[idOf(from, word)] ?? 0);
      const prior = (at) => (at < source.length ? (1 - ALONE) / source.length : ALONE);
      const all = weights.reduce((sum, weight, at) => sum + weight * prior(at), 0);
      return all ? places.reduce((sum, at) => sum + weights[at] * prior(at), 0) / all : 0;
    };
  }

  /** Every couple of words that meet in a pair has a number; `owners` are the source words of the couples, as numbers. Rows are
      the couples of a pair, target word by target word; the last of each source is nothing at all. */
  function numbered(pairs) {
    const words = [new Map([[null, 0]]), new Map()];
    const number = (side, word) => words[side].get(word) ?? words[side].set(word, words[side].size).get(word);
    for (const [source, target] of pairs) {
      for (const word of source) number(0, word);
      for (const word of target) number(1, word);
    }
    const ids = new Map();
    const owners = [];
    const couple = (from, to) => {
      const name = from * words[1].size + to;
      if (!ids.has(name)) {
        ids.set(name, owners.length);
        owners.push(from);
      }
      return ids.get(name);
    };
    const rows = pairs.map(([source, target]) => {
      const from = [...source, null].map((word) => words[0].get(word));
      return { width: from.length, couples: Int32Array.from(target.flatMap((word) => from.map((each) => couple(each, words[1].get(word))))) };
    });
    return { rows, owners, idOf: (from, to) => ids.get(words[0].get(from) * words[1].size + words[1].get(to)) };
  }

  /** One round of expectation and maximization. Plain loops: it runs over hundreds of thousands of couples. */
  function improved(rows, owners, chances) {
    const counts = new Float64Array(owners.length);
    const totals = new Float64Array(owners.reduce((most, owner) => Math.max(most, owner), 0) + 1);
    for (const { width, couples } of rows) {
      const near = (1 - ALONE) / (width - 1 || 1);
      for (let start = 0; start < couples.length; start += width) {
        let all = 0;
        for (let at = 0; at < width; at++) all += chances[couples[start + at]] * (at < width - 1 ? near : ALONE);
        for (let at = 0; at < width; at++) {
          const share = (chances[couples[start + at]] * (at < width - 1 ? near : ALONE)) / (all || 1);
          counts[couples[start + at]] += share;
          totals[owners[couples[start + at]]] += share;
        }
      }
    }
    return counts.map((count, id) => count / (totals[owners[id]] || 1));
  }

  return { learn };
})();
