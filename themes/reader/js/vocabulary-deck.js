/* Chosen words as a table for Anki, the same cards with the same names as in the document's own deck (the build's decks/), so
   that importing either again changes the cards that a learner has. Names no document.

   `work` is { id, languages, titles, lines: id → [text a language], base }: `base` is the address of the site, "" when that
   is unknown; `data` is the words script, `table` what VocabularyTable made of it. */
const VocabularyDeck = (() => {
  "use strict";

  const OWN = ["guid", "notetype", "deck", "tags"];
  const FIELDS = [
    ...["Text", "Other script", "Reading", "Other readings", "Meaning", "Level", "Sentence", "Sentence in the other script"],
    ...["Translation", "Notes", "Source", "Link", "Language", "Other language", "Translation language"],
  ];
  const KIND = "Bilingual Reader: word";
  const SHORTEST = 8; // characters that a sentence must have to say something of its words
  const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\r": "", "\n": "<br>" };

  /** A text as HTML on one line, which no spreadsheet takes for something to calculate. */
  function html(text) {
    const safe = text.replace(/[&<>"\t\r\n]/g, (character) => ESCAPED[character]);
    return /^[=+@-]/.test(safe) ? `&#${safe.charCodeAt(0)};${safe.slice(1)}` : safe;
  }

  const guid = (...parts) => Digest.sha256(parts.join("\0")).slice(0, 16);
  const length = (text) => [...text].length;
  const has = (text) => Boolean(text?.trim());

  /** The translations of a line, language after language. */
  const translations = (work, side, id) => (work.lines[id] ?? []).filter((text, at) => at !== side && has(text)).map((text) => text.trim());

  /** Where a word is easiest to see: in the shortest sentence that has a translation and is more than a title. */
  function best(word, work, side) {
    const worth = ([id]) => {
      const size = length(work.lines[id]?.[side] ?? "");
      return [translations(work, side, id).length ? 0 : 1, size < SHORTEST ? 1 : 0, size];
    };
    const less = (one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
    return word.spots.reduce((found, spot) => (less(worth(spot), worth(found)) < 0 ? spot : found), word.spots[0]);
  }

  /** The meanings of a word: [name, senses] each, the name is how it is read where that is to be said; of a word that no
      dictionary has, those of its parts. */
  function meanings(word, table) {
    const scheme = table.schemes[0] ?? "";
    const own = word.readings[scheme] ?? [];
    if (word.meanings.length)
      return word.meanings.map(([reading, senses]) => [word.meanings.length > 1 ? VocabularyTable.spelled(reading, scheme) : "", senses.split("/")]);
    return parts(word, table).map(([part, found]) => {
      const [reading, senses] = found.find(([one]) => own.join(" ").includes(one)) ?? found[0];
      return [`${part} ${VocabularyTable.spelled(reading, scheme)}`.trim(), senses.split("/")];
    });
  }

  /** The words that a word consists of, each the longest that begins where the one before ends, written as in the
      text, with their meanings. */
  function parts({ key, text }, table) {
    const characters = [...key];
    const written = [...text].length === characters.length ? [...text] : characters;
    const found = [];
    for (let start = 0; start < characters.length; ) {
      let end = characters.length;
      const part = () => characters.slice(start, end).join("");
      while (end > start && (part() === key || !table.meant(part()).length)) end--;
      if (end > start) found.push([written.slice(start, end).join(""), table.meant(part())]);
      start = Math.max(end, start + 1);
    }
    return found;
  }

  function marked(text, start, end) {
    return `${html(text.slice(0, start).trimStart())}<b>${html(text.slice(start, end))}</b>${html(text.slice(end).trimEnd())}`;
  }

  function card(word, { work, data, table }) {
    const side = work.languages.indexOf(table.language);
    const [id, start, end] = best(word, work, side);
    const text = work.lines[id]?.[side] ?? "";
    const other = VocabularyTable.inOtherScript(id, text, data);
    const [first, ...more] = table.schemes.map((scheme) => (word.readings[scheme] ?? []).map((one) => VocabularyTable.spelled(one, scheme)).join(", "));
    const levels = table.lists.flatMap(([, title, labels], at) => (word.levels[at] ? [`${title}: ${labels[word.levels[at] - 1]}`] : []));
    return {
      Text: html(word.text),
      "Other script": html(word.other),
      Reading: html(first ?? ""),
      "Other readings": html(more.filter(Boolean).join(" · ")),
      Meaning: meanings(word, table).map(([name, senses]) => (name ? `<i>${html(name)}</i> ` : "") + html(senses.join("; "))).join("<br>"),
      Level: html(levels.join(" · ")),
      Sentence: marked(text, start, end),
      "Sentence in the other script": other === text ? "" : marked(other, start, end),
      Translation: translations(work, side, id).map(html).join("<br>"),
      Notes: "",
      Source: html(work.titles[side] || work.titles.find(Boolean) || work.id),
      Link: work.base ? html(`${work.base}${work.id}/index.html#${id.split("/")[0]}`) : "",
      Language: html(table.language),
      "Other language": html(table.script),
      "Translation language": html(work.languages.find((_, at) => at !== side) ?? ""),
    };
  }

  const tags = (word, { work, table }) => [work.id, ...table.lists.map(([name, , labels], at) => `${name}::${word.levels[at] ? labels[word.levels[at] - 1] : "unlisted"}`)];

  /** Chosen words as a table. */
  function anki(words, given) {
    const { work, table } = given;
    const title = ([...new Set(work.titles.filter(Boolean))].join(" · ") || work.id).replaceAll("::", ":");
    const head = ["#separator:tab", "#html:true", ...OWN.map((name, at) => `#${name} column:${at + 1}`), `#columns:${[...OWN, ...FIELDS].join("\t")}`];
    const rows = words.map((word) => {
      const told = card(word, given);
      const named = tags(word, given).map((tag) => tag.trim().replace(/\s+/g, "_"));
      return [guid(work.id, table.language, word.key), KIND, `${title}::Words`, named.join(" "), ...FIELDS.map((field) => told[field])].join("\t");
    });
    return `${[...head, ...rows].join("\n")}\n`;
  }

  return { anki, best, meanings, translations };
})();
