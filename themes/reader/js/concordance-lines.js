/* What was found as lines of a concordance: each hit with what stands before and after it, and the translation of its segment.
   Names no document. */
const ConcordanceLines = (() => {
  "use strict";

  const { isUnspaced, isSpaced } = SearchText;
  const LONGEST = 160; // letters of context; a character without spaces takes the room of two

  /** The lines of one result of SearchTexts.find, hit by hit: { work, page, id, note, unit, side, before, hit, after, lead, rest,
      others, at }. `before` and `after` are of the segment of the hit, `lead` and `rest` what stands around that in its pair
      (`rows`, all rows of the unit, where they are known); `others` are the other languages, { side, text, ranges }. */
  function lines(result, rows = result.rows) {
    const [first, last] = [result.rows[0].id, result.rows.at(-1).id];
    const id = first === last ? first : `${first}:${last}`;
    const found = [];
    result.rows.forEach(({ id: row, texts, ranges }, at) => {
      const place = Math.max(0, rows.findIndex((one) => one.id === row));
      ranges.forEach((hits, side) =>
        together(hits, texts[side]).forEach(([start, end]) => found.push({ ...line(texts[side], start, end), ...around(rows, place, side), ...other(result, side), id, side, at: [result.unit, place + at / 1e6, side, start] })),
      );
    });
    const { work, page, note, unit } = result;
    return found.map((one) => ({ work, page, note, unit, ...one }));
  }

  /** Hits that only white space or a hyphen parts are one. */
  function together(hits, text) {
    const merged = [];
    for (const [start, end] of hits)
      if (merged.length && /^[\s\-‐‑]*$/u.test(text.slice(merged.at(-1)[1], start))) merged.at(-1)[1] = end;
      else merged.push([start, end]);
    return merged;
  }

  function line(text, start, end) {
    return { before: plain(text.slice(0, start)), hit: plain(text.slice(start, end)), after: plain(text.slice(end)) };
  }

  function around(rows, place, side) {
    const texts = rows.map(({ texts }) => texts[side] ?? "");
    return { lead: plain(joined(texts.slice(0, place + 1)).slice(0, -texts[place].length || undefined)), rest: plain(joined(texts.slice(place)).slice(texts[place].length)) };
  }

  /** Segments one after another, with a space where two would touch letter to letter. */
  function joined(texts) {
    return texts.reduce((one, other) => one + (isSpaced(one.at(-1) ?? "") && isSpaced(other[0] ?? "") ? " " : "") + other, "");
  }

  function other({ rows }, side) {
    const others = [];
    for (let each = 0; each < rows[0].texts.length; each++) {
      if (each === side) continue;
      let text = "";
      const ranges = [];
      for (const row of rows) {
        const glue = joined([text, row.texts[each]]).length - text.length - row.texts[each].length;
        const by = text.length + glue;
        text += " ".repeat(glue) + row.texts[each];
        for (const [start, end] of row.ranges[each]) ranges.push([start + by, end + by]);
      }
      others.push({ side: each, text, ranges });
    }
    return { others };
  }

  const plain = (text) => text.replace(/\s+/gu, " ");

  /** The end of a text, as much as `room` letters; cut between words, and at either end of a whole character. */
  const ending = (text, room = LONGEST) => cut(Array.from(text).reverse(), room).reverse().join("");
  /** The beginning of a text, likewise. */
  const beginning = (text, room = LONGEST) => cut(Array.from(text), room).join("");

  function cut(characters, room) {
    let taken = 0;
    let word = 0; // where the last whole word ended
    for (let at = 0; at < characters.length; at++) {
      taken += isUnspaced(characters[at]) ? 2 : 1;
      if (!(at && isSpaced(characters[at]) && isSpaced(characters[at - 1]))) word = at;
      if (taken > room) return characters.slice(0, word || at);
    }
    return characters;
  }

  return { lines, ending, beginning, joined };
})();
