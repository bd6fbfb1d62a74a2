/* The text that a voice is given: what the line shows, and in parts that no voice stumbles over. Pure: runs under node too. */
const ListeningText = (() => {
  "use strict";

  const MOST = { short: 90, long: 240 }; // characters of a part: about fifteen seconds, after which some voices fall silent
  const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]|[\ud840-\ud87f][\udc00-\udfff]/;
  const AFTER_SENTENCE = /(?<=[。！？；!?;…])(?![”’」』）)\]])|(?<=[。！？；!?;…][”’」』）)\]])|(?<=[.!?;]["”’)]?)\s+/;
  const AFTER_CLAUSE = /(?<=[，、：,:—])\s*/;

  const most = (text) => (DENSE.test(text) ? MOST.short : MOST.long);

  /** Join neighbours as long as they are short enough. */
  const joined = (pieces, limit) => {
    const made = [];
    for (const piece of pieces) {
      const last = made.at(-1);
      if (last !== undefined && last.length + piece.length < limit) made[made.length - 1] = last + piece;
      else made.push(piece);
    }
    return made;
  };

  const split = (text, border) => {
    const made = [];
    let at = 0;
    for (const found of text.matchAll(new RegExp(border, "g"))) {
      made.push(text.slice(at, found.index + found[0].length));
      at = found.index + found[0].length;
    }
    return [...made, text.slice(at)].filter((piece) => piece.trim());
  };

  const hard = (text, limit) => {
    const made = [];
    let rest = text;
    while (rest.length > limit) {
      const space = rest.lastIndexOf(" ", limit);
      const end = space > limit / 2 ? space + 1 : limit;
      made.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return [...made, rest];
  };

  /** The text in parts: at ends of sentences, else of clauses, else of words. Joined they are the text. */
  const pieces = (text) => {
    const limit = most(text);
    const whole = text.replace(/\s+/g, " ").trim();
    if (!whole) return [];
    if (whole.length <= limit) return [whole];
    const fine = split(whole, AFTER_SENTENCE).flatMap((piece) => (piece.length <= limit ? [piece] : split(piece, AFTER_CLAUSE).flatMap((one) => hard(one, limit))));
    return joined(fine, limit).map((piece) => piece.trim());
  };

  /** A line of the text in its other script, by the words of the page's data for learners; the text itself where they do
      not fit it. Variants beside the words are put in as they stand there. */
  const otherScript = (data, id, text) => {
    const cuts = data?.lines?.[id];
    if (!cuts) return text;
    const [made, ends] = [[], []];
    let at = 0;
    for (const cut of cuts) {
      const word = cut < 0 ? null : data.words[cut];
      const length = word ? word[0].length : -cut;
      const own = text.slice(at, at + length);
      if (word && own !== word[0]) return text;
      made.push([at, word ? word[1] || own : own]);
      at += length;
      ends.push(at);
    }
    made.push([at, text.slice(at)]);
    return woven(made, ends, data.variants?.[id] ?? [], text);
  };

  const woven = (made, ends, variants, text) => {
    let out = "";
    const rows = [];
    for (let at = 0; at < variants.length; at += 3) rows.push(variants.slice(at, at + 3));
    made.forEach(([start, other], place) => {
      const end = ends[place] ?? text.length;
      const inside = rows.filter(([from, to]) => from < end && to > start);
      if (!inside.length) return void (out += other);
      let here = start;
      for (const [from, to, said] of inside) {
        out += text.slice(here, Math.max(here, from));
        if (from >= start) out += said;
        here = Math.min(end, to);
      }
      out += text.slice(here, end);
    });
    return out;
  };

  return { pieces, otherScript };
})();
