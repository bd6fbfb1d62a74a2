/* The lines of a concordance as a table of tab-separated values, written as the site's other tables are: tab, line break and
   backslash as \t, \n and \\, and an apostrophe before what a spreadsheet would calculate. Names no document. */
const ConcordanceTable = (() => {
  "use strict";

  const SPELT = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\" };
  const CALCULATED = /^[=+\-@"']/;

  /** A row a line: document, place, language, before, hit, after, and a column for each language of the lines. */
  function table(lines) {
    const languages = [...new Set(lines.flatMap(({ work }) => work.languages))];
    const head = ["document", "place", "language", "before", "hit", "after", ...languages];
    return [head, ...lines.map((line) => row(line, languages))].map((cells) => `${cells.map(cell).join("\t")}\n`).join("");
  }

  function row(line, languages) {
    const { work, id, side, before, hit, after, others } = line;
    const texts = languages.map((lang) => others.find((other) => work.languages[other.side] === lang)?.text ?? "");
    return [work.titles[side] || work.titles.find(Boolean) || work.id, id, work.languages[side], before.trim(), hit, after.trim(), ...texts];
  }

  function cell(text) {
    const plain = text.trim().replace(/[\t\n\r\\]/g, (character) => SPELT[character]);
    return CALCULATED.test(plain) ? `'${plain}` : plain;
  }

  return { table };
})();
