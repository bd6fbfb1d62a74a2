/* How a word and a sentence are written on the pages of words and cards: in the script and with the readings that the reader
   has chosen. All of it is text, never markup. */
const VocabularyForms = (() => {
  "use strict";

  const { make } = Reader;
  const span = (name, attributes, ...children) => make("span", { class: name, ...attributes }, ...children);
  const say = (key, values = {}) => Reader.t(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const speaks = (lang) => Reader.speaks(lang);

  /** Whether the reader wants the other script. */
  function swapped({ script }) {
    const wanted = Reader.settings.chosen().script;
    return Boolean(wanted && script && script.toLowerCase().endsWith(`-${wanted}`));
  }

  /** A word as a dictionary heads it: in languages with capitals not as the text happens to have it. */
  const head = ({ key, text }) => (text.toUpperCase() === text.toLowerCase() ? text : key);

  /** A word in the script that is wanted, and in the other one behind it where that differs. */
  function form(word, table) {
    const [first, second] = [[head(word), table.language], [word.other, table.script]];
    const [[text, lang], [other, its]] = swapped(table) && word.other ? [second, first] : [first, second];
    return span("form", {}, make("b", speaks(lang), text), ...(other ? [" ", span("other", speaks(its), other)] : []));
  }

  /** The word alone, as text. */
  const text = (word, table) => (swapped(table) && word.other) || head(word);

  /** The scheme of readings that is shown: the one chosen for the text, else the first. */
  function scheme(table) {
    const { readings } = Reader.settings.chosen();
    return table.schemes.includes(readings) ? readings : table.schemes[0] ?? "";
  }

  function reading(word, table) {
    const chosen = scheme(table);
    const said = (word.readings[chosen] ?? []).flatMap((one, at) => [...(at ? [", "] : []), ...spoken(one, chosen)]);
    return span("reading", { lang: chosen === "zhuyin" ? "zh-Bopo" : `${table.language.split("-")[0]}-Latn` }, ...said);
  }

  /** A reading, with its tones in the colours that the reader has chosen. */
  function spoken(reading, scheme) {
    const { tones = "off" } = Reader.settings.chosen();
    if (tones === "off" || scheme === "jyutping") return [VocabularyTable.spelled(reading, scheme)];
    return VocabularyTable.syllables(reading, scheme).flatMap(({ joint, text, tone }) => [joint, span("letter", { "data-tone": tone }, text)]);
  }

  /** What of the settings the pages show, in one word. */
  function settings() {
    const { script, readings, tones } = Reader.settings.chosen();
    return [script, readings, tones].join(" ");
  }

  /** What a word means, on one line: as text, and as parts of an element, with what is read otherwise named before. */
  const meaning = (word, table) => VocabularyDeck.meanings(word, table).map(([name, senses]) => `${name} ${senses.join("; ")}`.trim()).join(" · ");
  const meanings = (word, table) => VocabularyDeck.meanings(word, table).flatMap(([name, senses], at) => [...(at ? [" · "] : []), ...(name ? [make("i", {}, name), " "] : []), senses.join("; ")]);

  /** The level of a word in a list, named for who does not see the column's head. */
  function level(word, table, list) {
    const [, title, labels] = table.lists[list] ?? ["", "", []];
    const at = word.levels[list] ?? 0;
    return span("level", {}, ...(at ? [span("list", {}, title), " ", span("label", {}, labels[at - 1])] : []));
  }

  /** A line of the text with a word in it set apart, in the script that is wanted. */
  function sentence(given, [id, start, end]) {
    const { work, data, table } = given;
    const text = work.lines[id]?.[work.languages.indexOf(table.language)] ?? "";
    const other = swapped(table) ? VocabularyTable.inOtherScript(id, text, data) : text;
    const said = other.length === text.length ? other : text;
    const lang = swapped(table) ? table.script : table.language;
    return make("p", { class: "sentence", ...speaks(lang) }, said.slice(0, start).trimStart(), make("mark", {}, said.slice(start, end)), said.slice(end).trimEnd());
  }

  /** A whole line, in the script that is wanted. */
  function line(given, id, tag) {
    const { work, data, table } = given;
    const text = (work.lines[id]?.[work.languages.indexOf(tag)] ?? "").trim();
    if (!table || tag !== table.language || !swapped(table)) return make("p", { class: "sentence", ...speaks(tag) }, text);
    return make("p", { class: "sentence", ...speaks(table.script) }, VocabularyTable.inOtherScript(id, work.lines[id][work.languages.indexOf(tag)], data).trim());
  }

  /** The translations of a line. */
  function translations({ work, table }, id) {
    const texts = work.lines[id] ?? [];
    return work.languages.flatMap((tag, side) => (tag !== table.language && texts[side]?.trim() ? [make("p", { class: "translation", ...speaks(tag) }, texts[side].trim())] : []));
  }

  /** The link to a line in the text, called by its paragraph. */
  function place(id) {
    const fragment = id.split("/")[0];
    const query = Reader.settings.query().toString();
    const name = id.startsWith("n") ? fragment : id.replace(/^p/, "").replace(/-\d+$/, "");
    return make("a", { class: "place", href: `index.html${query && `?${query}`}#${encodeURIComponent(fragment)}` }, `¶ ${name}`);
  }

  return { settings, say, span, form, text, scheme, reading, meaning, meanings, level, sentence, line, translations, place };
})();
