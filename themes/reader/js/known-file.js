/* What a learner knows, and how far the cards are, as files: JSON with everything, or a plain list of words, one a line. Names
   no document. */
const KnownFile = (() => {
  "use strict";

  const FORMAT = "bilingual-reader-learner";
  const STATES = ["known", "learning", "new"];
  const LONGEST = 60;

  /** Everything as JSON: `words` as KnownStore keeps them, `cards` as CardStore does. */
  const json = (words, cards) => `${JSON.stringify({ format: FORMAT, version: 1, words, ...(cards && { cards }) }, null, 1)}\n`;

  /** Words as a plain list that says at its head which state they are in. */
  const list = (words, state = "") => [...(state ? [`# ${state}`] : []), ...words].map((line) => `${line}\n`).join("");

  /** What a file has: { words, cards }, null when it is none of ours. A plain list is of words in `state`, unless its head says
      which, in the language `tag`. */
  function read(text, { tag, state = "known" }) {
    const plain = text.replace(/^\uFEFF/, "").trim();
    return plain.startsWith("{") ? fromJson(plain) : fromList(plain, tag, state);
  }

  function fromJson(text) {
    try {
      const { format, words, cards } = JSON.parse(text);
      return format === FORMAT ? { words: Object(words), cards: cards && Object(cards) } : null;
    } catch {
      return null;
    }
  }

  /** Words of a list: the first cell of each line, whatever stands behind a tab or a comma. */
  function fromList(text, tag, state) {
    const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
    const said = lines.map((line) => /^#\s*(known|learning|new)$/i.exec(line)?.[1].toLowerCase()).find(Boolean);
    const words = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split(/[\t,，;；]/)[0].trim().normalize("NFC"));
    const good = [...new Set(words)].filter((word) => /\p{L}/u.test(word) && word.length <= LONGEST);
    if (!good.length || good.length < words.length / 2) return null;
    return { words: { [tag.split("-")[0].toLowerCase()]: { [said ?? (STATES.includes(state) ? state : "known")]: good } }, cards: undefined };
  }

  return { json, list, read };
})();
