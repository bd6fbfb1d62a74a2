/* What a reader typed, as terms that must all be found. Names no document.

   White space separates terms. A term is
     - a word ("word"), found by its stem and, while it is being typed, by its beginning; in Arabic and Hebrew also inside
       other words;
     - or a text ("text"), found as it stands: anything with Chinese in it, a phrase in quotation marks, 42.9%, R&D.
   A hyphen before a term leaves out ("without") what has it. Nothing else that is typed is an operator, a pattern or
   markup. */
const SearchQuery = (() => {
  "use strict";

  const { isUnspaced, isSpaced, isGlued, WORD } = SearchText;
  const LONGEST = 1000; // characters; nobody types more, and a pasted book must not stop the page
  const CLOSERS = { '"': '"”“', "“": '”"', "”": '”"', "„": '“”"', "「": "」", "『": "』", "«": "»" };
  const WITHOUT = "-－";
  const GROWS = 3; // letters from which the beginning of a word is enough while it is being typed
  const EDGES = /^[.,;:!?()[\]{}"'…、]+|[.,;:!?()[\]{}"'…、]+$/g;
  const ONE_WORD = new RegExp(`^(?:${WORD})$`, "v");

  /** The terms of a query; `fold` from SearchText.folder, `stem` for words. */
  function parse(query, fold, stem) {
    const pieces = Array.from(cut(query.slice(0, LONGEST)));
    const unfinished = pieces.length > 0 && !pieces.at(-1).closed;
    return pieces.flatMap((piece, at) => {
      const found = term(piece, unfinished && !piece.without && at === pieces.length - 1, fold, stem);
      return found ? { ...found, without: piece.without } : [];
    });
  }

  /** The query cut at white space and quotation marks; `closed` pieces are not being typed any more. */
  function* cut(query) {
    const space = /\s/u;
    for (let at = 0; at < query.length; ) {
      if (space.test(query[at])) {
        at += 1;
        continue;
      }
      const without = WITHOUT.includes(query[at]) && /\S/u.test(query[at + 1] ?? "");
      if (without) at += 1;
      const closers = CLOSERS[query[at]];
      const quoted = closers && phrase(query, at + 1, closers);
      if (quoted) {
        yield { text: query.slice(at + 1, quoted.end), phrase: true, closed: quoted.closed, without };
        at = quoted.end + 1;
        continue;
      }
      let end = at;
      while (end < query.length && !space.test(query[end])) end += 1;
      yield { text: query.slice(at, end), phrase: false, closed: end < query.length, without };
      at = end;
    }
  }

  /** Where a phrase ends: at a closing mark with nothing glued to it. Without any closing mark it is still being typed.
      Marks in the middle of a text, as in “三城一區”建設, are part of the text. */
  function phrase(query, start, closers) {
    let seen = false;
    for (let at = start; at < query.length; at++) {
      if (!closers.includes(query[at])) continue;
      if (at + 1 === query.length || /\s/u.test(query[at + 1])) return { end: at, closed: true };
      seen = true;
    }
    return seen ? null : { end: query.length, closed: false };
  }

  function term(piece, growing, fold, stem) {
    const folded = fold(piece.text.replaceAll(SearchText.WALL, "")).text.replace(/ +/g, " ").trim();
    if (!folded) return null;
    const typed = plain(piece.text);
    if (piece.phrase) return text(folded, typed, true, growing);
    if (Array.from(folded).some(isUnspaced)) return text(folded, typed, false, growing);
    const bare = folded.replace(EDGES, "") || folded;
    if (ONE_WORD.test(bare)) return { kind: "word", folded: bare, stem: stem(bare), grows: growing && bare.length >= GROWS, inside: isGlued(bare) };
    return text(bare, typed.replace(EDGES, "") || typed, true, growing);
  }

  /** `opens` and `closes` tell whether a hit must begin and end where a word does. */
  function text(folded, typed, edged, growing) {
    const characters = Array.from(folded);
    const opens = edged && isSpaced(characters[0]);
    const grows = growing && (characters.length >= GROWS || !characters.every(isSpaced));
    const closes = edged && !grows && isSpaced(characters.at(-1));
    return { kind: "text", folded, typed, opens, closes, pattern: pattern(characters) };
  }

  /** Finds the characters in a row. Beside Chinese, white space does not count: 殷 勇 is 殷勇. */
  function pattern(characters) {
    const solid = characters.filter((character, at) => character !== " " || (!isUnspaced(characters[at - 1]) && !isUnspaced(characters[at + 1])));
    const parts = solid.map((character, at) => {
      if (character === " ") return " +";
      const next = solid[at + 1] ?? " ";
      const gap = next !== " " && (isUnspaced(character) || isUnspaced(next)) ? " *" : "";
      return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&") + gap;
    });
    return new RegExp(parts.join(""), "gu");
  }

  /** A text without differences of width, case and white space: what "as it was typed" compares. */
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/gu, "");

  return { parse, plain, GROWS };
})();
