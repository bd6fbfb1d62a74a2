/* The data scripts of a document, loaded when an exercise or a worksheet needs them. */
"use strict";

(() => {
  /** What the element that carries `data-scripts` and `data-apart` says, read: the text for exercises. Words that cannot be
   *  had are no reason not to practise. */
  Reader.material = async (host) => {
    const scripts = JSON.parse(host.dataset.scripts);
    await Reader.load(scripts.lines);
    const lines = Reader.take(`lines/${Reader.document}`);
    const words = {};
    for (const tag of lines.languages) {
      const path = scripts[`words-${tag}`];
      if (!path) continue;
      await Reader.load(path).catch(() => undefined);
      words[tag] = Reader.take(`words/${Reader.document}/${tag}`);
    }
    return PracticeText.create({ lines, words, apart: host.dataset.apart.split(" ") });
  };

  /** What words mean, in the order of the words script; undefined where nobody says. */
  Reader.meanings = async (host, tag) => {
    const path = JSON.parse(host.dataset.scripts)[`glosses-${tag}`];
    if (path) await Reader.load(path).catch(() => undefined);
    return Reader.take(`glosses/${Reader.document}/${tag}`)?.words;
  };

  /** Options for a `select`: [value, label] each, of which one is chosen. A language with one option has no choice. */
  Reader.options = (select, rows, chosen, speaks = () => ({})) => {
    select.replaceChildren(...rows.map(([value, label]) => Reader.make("option", { value, ...speaks(value) }, label)));
    if (rows.some(([value]) => value === chosen)) select.value = chosen;
    select.parentElement.hidden = rows.length < 2;
  };

  /** The paragraphs of a text that can be chosen, with how each begins; and a place that only the address names. */
  Reader.passages = (text, side, extra) => {
    const rows = [];
    const seen = new Set();
    for (const { id, pair, texts } of text.segments) {
      if (id === extra && extra !== pair) rows.push([id, `¶ ${id.slice(1)}`]);
      if (seen.has(pair)) continue;
      seen.add(pair);
      const said = texts[side] || texts.find(Boolean);
      const most = text.runsOn(side) ? 12 : 24;
      rows.push([pair, `¶ ${pair.slice(1)} · ${said.length > most ? `${said.slice(0, most)}…` : said}`]);
    }
    return rows;
  };

  /** Levels to be chosen: [value, label] each, value list:level, for words above it. */
  Reader.levels = (data, any) => {
    const rows = (data?.lists ?? []).flatMap(([name, title, labels]) => labels.slice(0, -1).map((label, at) => [`${name}:${at + 1}`, `${title} ${label}`]));
    return rows.length ? [["", any], ...rows] : [];
  };
})();
