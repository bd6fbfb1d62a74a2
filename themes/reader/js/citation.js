/* A passage as a citation. Pure text in, text out: runs under node too. */
"use strict";

(() => {
  const CHINESE = (lang) => /^(zh|ja)/.test(lang);

  /** p5-1 to p5-3 → where it stands, in words. */
  const where = (first, last, chinese) => {
    const [pair, segment] = first.slice(1).split("-");
    const [lastPair, lastSegment] = last.slice(1).split("-");
    if (chinese) {
      if (pair !== lastPair) return `第${pair}段第${segment}句至第${lastPair}段第${lastSegment}句`;
      return segment === lastSegment ? `第${pair}段第${segment}句` : `第${pair}段第${segment}至${lastSegment}句`;
    }
    if (pair !== lastPair) return `¶ ${pair}.${segment}–${lastPair}.${lastSegment}`;
    return segment === lastSegment ? `¶ ${pair}.${segment}` : `¶ ${pair}.${segment}–${lastSegment}`;
  };

  /** Quotation marks inside a quotation: of the other kind. */
  const nested = (text, chinese) => (chinese ? text.replace(/「([^「」]*)」/g, "『$1』") : text.replace(/“([^“”]*)”/g, "‘$1’"));

  const one = ({ lang, text, title, by }, { first, last, url }) => {
    const chinese = CHINESE(lang);
    const quoted = nested(text.trim(), chinese);
    if (chinese) return `「${quoted}」——${by ? `${by}：` : ""}《${title}》，${where(first, last, true)}。${url}`;
    return `“${quoted}” ${by ? `${by}, ` : ""}${title}, ${where(first, last, false)}. ${url}`;
  };

  /** The citation of a passage in the given languages, with the notes it uses below.
   *  `parts`: {lang, text, title, by} a language; `passage`: {first, last, url}; `notes`: {label, text}. */
  const cite = (parts, passage, notes = []) =>
    [...parts.filter((part) => part.text.trim()).map((part) => one(part, passage)), ...notes.map((note) => `[${note.label}] ${note.text.trim()}`)].join("\n");

  globalThis.Citation = { cite, where };
})();
