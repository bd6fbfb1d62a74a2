/* Words on paper: a list of them by level, and readings above a text. */
"use strict";

(() => {
  const { make, t } = Reader;
  const SENSES = 3; // of a word; a dictionary has more, and a sheet has one line

  Reader.sheets = { ...Reader.sheets, words };

  /** The reading of a word on one line. Syllables of pinyin are joined, as dictionaries for learners print them. */
  Reader.reading = (word, data, scheme) => {
    const found = data ? PracticeText.syllables(word, data, scheme) : [];
    return scheme === "pinyin" ? found.map((each, at) => (at && /^[aoeāáǎàōóǒòēéěè]/.test(each) ? `’${each}` : each)).join("") : found.join(" ");
  };

  /** A text with readings above its words, as far as they are wanted: above every word that is harder than the level. */
  Reader.annotated = (pieces, { data, readings, list, level }) =>
    pieces.map(({ text, word }) => {
      const said = word && readings !== "off" && data && (level === 0 || PracticeText.above(word, Math.max(0, list), level)) ? PracticeText.syllables(word, data, readings) : [];
      if (!said.some(Boolean)) return text;
      const characters = [...text];
      if (readings === "pinyin" || characters.length !== said.length) return make("ruby", {}, text, make("rt", { lang: "zh-Latn" }, Reader.reading(word, data, readings)));
      return make("ruby", {}, ...characters.flatMap((each, at) => [each, make("rt", {}, said[at])]));
    });

  /** What a word means, shortly. A row of meanings whose reading is not that of the word comes later. */
  Reader.meaning = (meanings, word) => {
    const rows = meanings?.[word.place] ?? [];
    const [, senses = ""] = rows.find(([reading]) => !reading) ?? rows[0] ?? [];
    return senses.split("/").filter((sense) => !/^(?:CL:|variant of|surname )/.test(sense)).slice(0, SENSES).join("; ");
  };

  /** The words of a passage that are above the level, each once, in the order of the text. */
  Reader.wordsOf = ({ text, segments, side, script, list, level }) => {
    const found = new Map();
    for (const segment of segments)
      for (const piece of text.pieces(segment, side, script)) {
        if (!piece.word || found.has(piece.word.text) || !/\p{L}/u.test(piece.text)) continue;
        if (list >= 0 ? PracticeText.above(piece.word, list, level) : [...piece.text].length > 6) found.set(piece.word.text, { ...piece, segment });
      }
    return [...found.values()];
  };

  /** See worksheet.js for what a sheet is given and gives. */
  function words(work) {
    const { text, side, script, list, count, help, readings, meanings } = work;
    const data = text.known(side);
    const labels = data?.lists[list]?.[2] ?? [];
    const graded = (word) => word.levels[list] || labels.length + 1; // words that the list lacks come last
    const rows = Reader.wordsOf(work).slice(0, count).sort((a, b) => (list < 0 ? 0 : graded(a.word) - graded(b.word)));
    const scheme = readings === "off" ? "" : readings;
    const lang = text.tag(side, script);

    const row = ({ text: said, word }, at, open) => {
      const other = word.other && word.other !== said ? word.other : word.other ? word.text : "";
      return make(
        "tr", {},
        make("td", { class: "label" }, String(at + 1)),
        make("td", { class: "word", lang }, said, ...(other && other !== said ? [make("small", {}, ` ${other}`)] : [])),
        ...(data && scheme ? [make("td", { class: "reading" }, Reader.reading(word, data, scheme))] : []),
        make("td", { class: "meaning", lang: "en" }, open ? Reader.meaning(meanings, word) : ""),
      );
    };

    const table = (open) => {
      const made = make("table", { class: "word-list" });
      let group = -1;
      rows.forEach((each, at) => {
        const level = list < 0 ? 0 : graded(each.word);
        if (level !== group) {
          group = level;
          const name = list < 0 ? "" : labels[level - 1] ? `${data.lists[list][1]} ${labels[level - 1]}` : t("worksheet.beyond");
          made.append(make("tbody", {}, ...(name ? [make("tr", {}, make("th", { colspan: 4, scope: "rowgroup" }, name))] : [])));
        }
        made.lastElementChild.append(row(each, at, open));
      });
      return made;
    };

    const meant = Boolean(meanings);
    return { body: [table(help && meant)], key: !help && meant ? [table(true)] : [], of: rows.length };
  }
})();
