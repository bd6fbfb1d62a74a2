/* A text as the tokens that a concordance sorts and counts by: words by their stem, and, of scripts written without spaces,
   characters. Names no document. */
const ConcordanceTokens = (() => {
  "use strict";

  const PIECE = new RegExp(`${SearchText.WORD}|[\\p{L}\\p{M}\\p{N}]`, "gv"); // what no word takes is a character by itself
  const JOINS = /^[\s\-'"&]*$/; // what may stand inside an expression: high-quality, R&D; anything else parts

  /** The tokens of a text folded by SearchText.folder: { key, word, wide, parted, start, end }. `key` is what is compared,
      `word` the folded spelling, `wide` true of a character; `parted` when punctuation stands before it; `start` and `end`
      are places in the text as it was before it was folded. */
  function tokens(folded, stem) {
    const found = [];
    let last = 0;
    for (const { 0: word, index } of folded.text.matchAll(PIECE)) {
      const end = index + word.length;
      const wide = SearchText.isUnspaced(word);
      const parted = found.length > 0 && !JOINS.test(folded.text.slice(last, index));
      const [from, to] = folded.from ? [folded.from[index], folded.to[end - 1]] : [index, end];
      found.push({ key: wide ? word : stem(word), word, wide, parted, start: from, end: to });
      last = end;
    }
    return found;
  }

  /** Where the keys `wanted` stand in a row in `all`: the index of each first token; none across punctuation. */
  function places(all, wanted) {
    const found = [];
    for (let at = 0; wanted.length && at + wanted.length <= all.length; at++)
      if (wanted.every((key, by) => all[at + by].key === key && !(by && all[at + by].parted))) found.push(at);
    return found;
  }

  return { tokens, places };
})();
