/* Gaps: which words of a passage are asked for. */
const PracticeCloze = (() => {
  "use strict";

  const LONG = 7; // letters of a word that is worth asking for where nobody graded the words
  const APART = 4; // pieces between two gaps of a sentence, so that enough is left to guess from
  const LETTERS = /\p{L}/u;

  /** How many letters a word has. */
  const length = (text) => [...text].filter((each) => LETTERS.test(each)).length;

  /** Whether a word may be asked for. Numbers are asked for only where words have no levels: there they stand out. */
  const wanted = ({ list, level }) => (piece) => {
    if (!piece.word) return false;
    if (list >= 0) return LETTERS.test(piece.text) && PracticeText.above(piece.word, list, level);
    return /\p{Nd}/u.test(piece.text) || length(piece.text) >= LONG;
  };

  /** The places of gaps in a sentence, at most one in `APART` pieces, in an order of chance. */
  const places = (pieces, may, random) => {
    const able = PracticeRandom.shuffled(pieces.map((_, at) => at).filter((at) => may(pieces[at])), random);
    const taken = [];
    for (const at of able) if (taken.every((other) => Math.abs(other - at) >= APART)) taken.push(at);
    return taken;
  };

  /** Gaps in a passage: sentences in their order, each { segment, parts: [text | { gap, answer, other }] }; at most `count`
   *  gaps, spread over the passage, and no word twice. `rows` are { segment, pieces }; `list` is the place of the list of levels that
   *  counts, -1 for none, and `level` what words must be above. */
  const gaps = (rows, { count, list = -1, level = 0 }, random) => {
    const may = wanted({ list, level });
    const able = rows.map((row) => ({ ...row, places: places(row.pieces, may, random), taken: new Set() }));
    const order = PracticeRandom.shuffled(able, random);
    const used = new Set();
    for (let more = true; more && used.size < count; ) {
      more = false;
      for (const row of order) {
        const at = row.places.find((place) => !row.taken.has(place) && !used.has(row.pieces[place].text));
        if (at === undefined || used.size >= count) continue;
        row.taken.add(at);
        used.add(row.pieces[at].text);
        more = true;
      }
    }
    let gap = 0;
    return able.filter(({ taken }) => taken.size).map(({ segment, pieces, taken }) => {
      const parts = [];
      pieces.forEach((piece, at) => {
        if (taken.has(at)) parts.push({ gap: gap++, answer: piece.text, word: piece.word });
        else if (typeof parts[parts.length - 1] === "string") parts[parts.length - 1] += piece.text;
        else parts.push(piece.text);
      });
      return { segment, parts };
    });
  };

  /** What is asked for, in an order of chance. */
  const bank = (sentences, random) => PracticeRandom.shuffled(answers(sentences), random);

  /** The answers in the order of the gaps. */
  const answers = (sentences) => sentences.flatMap(({ parts }) => parts.filter((part) => part.answer).map(({ answer }) => answer));

  return { gaps, bank, answers };
})();
