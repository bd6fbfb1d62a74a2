/* Which words of a sentence stand for which of its translation, learnt from the sentences that are at hand. Where a term stands
   once or twice, counting alone cannot tell its rendering from the words around it; here each of these is explained by
   what it translates itself. Names no document.

   The model is the first of Brown and others, "The Mathematics of Statistical Machine Translation" (1993). It knows no order
   of words: that of Chinese and English has too little in common to help. */
const ConcordanceAlign = (() => {
  "use strict";

  const ROUNDS = 6;
  const NOTHING = "\u0000"; // the source of words that translate nothing
  const ALONE = 0.05; // how likely that is, before anything is known

  /** Learn from pairs [source keys, target keys]; gives explained(source keys, places, target key): how much of a target word
      is explained by the words that stand at `places` of the source, 0 to 1. */
  function learn(pairs) {
    let table = null;
    for (let round = 0; round < ROUNDS; round++) table = improved(pairs, table);
    return (source, places, word) => {
      const chances = explain(table, source, word);
      return sum(places.map((place) => chances[place])) / (sum(chances) || 1);
    };
  }

  /** How likely each word of the source, and at last nothing, makes a word of the target. */
  function explain(table, source, word) {
    const chance = (from) => (table ? (table.get(from)?.get(word) ?? 0) : 1);
    return [...source.map((from) => ((1 - ALONE) * chance(from)) / source.length), ALONE * chance(NOTHING)];
  }

  function improved(pairs, table) {
    const counts = new Map();
    for (const [source, target] of pairs)
      target.forEach((word) => {
        const chances = explain(table, source, word);
        const all = sum(chances) || 1;
        chances.forEach((chance, place) => add(counts, source[place] ?? NOTHING, word, chance / all));
      });
    for (const words of counts.values()) {
      const all = sum([...words.values()]);
      for (const [word, count] of words) words.set(word, count / all);
    }
    return counts;
  }

  function add(counts, from, word, share) {
    if (!counts.has(from)) counts.set(from, new Map());
    const words = counts.get(from);
    words.set(word, (words.get(word) ?? 0) + share);
  }

  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

  return { learn };
})();
