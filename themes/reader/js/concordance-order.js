/* The order of a concordance's lines: as they stand in the texts, by what follows, or by what precedes. Names no document. */
const ConcordanceOrder = (() => {
  "use strict";

  const DEEP = 4; // tokens that are compared
  const ORDERS = ["text", "right1", "right2", "right3", "left1", "left2", "left3"];

  /** The lines in an order of ORDERS: right2 is by the second word or character that follows, and those after it; left1 by
      the last one before the hit, and those before it. Languages stand one after another. `tokens` makes tokens of a text. */
  function sorted(lines, order, tokens) {
    const [, direction, from] = /^(right|left)([123])$/.exec(order) ?? [];
    if (!direction) return lines.toSorted(byPlace);
    const made = lines.map((line) => ({ line, lang: line.work.languages[line.side], keys: keys(line, direction, Number(from) - 1, tokens) }));
    return made.toSorted((one, other) => byLanguage(one, other) || byKeys(one, other) || byPlace(one.line, other.line)).map(({ line }) => line);
  }

  /** The folded words next to a hit, nearest first, from number `skip` on. */
  function keys(line, direction, skip, tokens) {
    const near =
      direction === "right"
        ? tokens(ConcordanceLines.beginning(line.after + line.rest, 60))
        : tokens(ConcordanceLines.ending(line.lead + line.before, 60)).reverse();
    return near.slice(skip, skip + DEEP).map(({ word }) => word);
  }

  const byLanguage = (one, other) => one.line.side - other.line.side || compare(one.lang, other.lang);

  function byKeys(one, other) {
    const collate = collator(one.lang);
    for (let at = 0; at < DEEP; at++) {
      const [mine, theirs] = [one.keys[at], other.keys[at]];
      if (mine === undefined || theirs === undefined) return mine === theirs ? 0 : mine === undefined ? -1 : 1;
      const order = mine === theirs ? 0 : collate(mine, theirs) || compare(mine, theirs);
      if (order) return order;
    }
    return 0;
  }

  function byPlace(one, other) {
    for (let at = 0; at < one.at.length; at++) if (one.at[at] !== other.at[at]) return one.at[at] - other.at[at];
    return 0;
  }

  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  const collators = new Map();
  /** How a language sorts: Chinese by pinyin. Where the browser does not know the language, by code point. */
  function collator(lang) {
    if (!collators.has(lang)) collators.set(lang, made(lang.split("-")[0]));
    return collators.get(lang);
  }

  function made(code) {
    const tag = code === "zh" ? "zh-u-co-pinyin" : code;
    try {
      if (!Intl.Collator.supportedLocalesOf([tag]).length) return compare;
      return new Intl.Collator(tag).compare;
    } catch {
      return compare;
    }
  }

  return { ORDERS, sorted };
})();
