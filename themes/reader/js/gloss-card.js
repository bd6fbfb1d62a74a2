/* What the card of a word says, as elements. */
const GlossCard = (() => {
  "use strict";

  const MOST_SPOTS = 12;
  const STATES = { new: "gloss.new", learning: "gloss.learning", known: "gloss.known" };

  /** Everything of a word: `line` is the name of the line it stands in, `beside` what the other languages say there; `turned`
      when the page shows the other script. */
  function content({ data, glosses, place, line, beside, turned }) {
    const { make } = Reader;
    const [text, other] = data.words[place];
    const told = GlossText.meanings(data, glosses.words[place] ?? []);
    const inner = GlossText.inner(data, glosses, place);
    return [
      forms([text, Reader.speaks(data.language)], [other, { lang: data.script }], turned),
      ...readings(GlossText.readings(data, place)),
      ...(told.length ? senses(told) : [make("p", { class: "none" }, Reader.t("gloss.none"))]),
      ...inner.map((one) => within(data, one, !told.length)),
      ...known(text, data.language),
      ...levels(data, place),
      spots(GlossText.spots(data, text), line),
      ...beside.map(([lang, said]) => make("blockquote", Reader.speaks(lang), said)),
    ];
  }

  /** The word in both scripts, that of the page first. */
  function forms(typed, other, turned) {
    const { make } = Reader;
    const [[first, speaks], [second, also]] = turned && other[0] ? [other, typed] : [typed, other];
    return make("p", { class: "forms" }, make("b", speaks, first), ...(second ? [" ", make("span", also, second)] : []));
  }

  function readings(told) {
    if (!told.length) return [];
    const spans = told.map(([scheme, reading]) => Reader.make("span", { class: scheme, lang: scheme === "zhuyin" ? "zh-Bopo" : "zh-Latn" }, reading));
    return [Reader.make("p", { class: "readings" }, ...spans.flatMap((span, at) => (at ? [" ", span] : [span])))];
  }

  /** A list of senses for each reading, with the reading where it is not that of the word. */
  function senses(told) {
    const { make } = Reader;
    return told.flatMap(([reading, ...rows]) => [
      ...(reading ? [make("p", { class: "readings also", lang: "zh-Latn" }, reading)] : []),
      make("ol", { class: "senses", lang: "en" }, ...rows.map((sense) => make("li", {}, sense))),
    ]);
  }

  /** A word inside of the word: closed, unless nothing else says what is meant. */
  function within(data, { word, reading, meanings }, open) {
    const { make } = Reader;
    const summary = make("summary", {}, make("b", Reader.speaks(data.language), word), " ", make("span", { lang: "zh-Latn" }, reading));
    return make("details", open ? { open: "" } : {}, summary, ...senses(meanings.map(([own, ...rows]) => [own === reading ? "" : own, ...rows])));
  }

  function levels(data, place) {
    const { make, t } = Reader;
    const band = data.words[place][4];
    const rows = [...GlossText.levels(data, place), ...(band ? [[t("gloss.band"), `${band}/7`]] : [])];
    if (!rows.length) return [];
    const spans = rows.map(([title, label]) => make("span", {}, `${title} `, make("b", {}, label)));
    return [make("p", { class: "levels" }, ...spans.flatMap((span, at) => (at ? [" ", span] : [span])))];
  }

  /** How often the word stands in the text, and links to where; the place it was opened at needs none. */
  function spots(found, line) {
    const { make, t } = Reader;
    const count = found.reduce((sum, [, each]) => sum + each, 0);
    const links = found.slice(0, MOST_SPOTS).flatMap(([name]) => [" ", name === line ? make("span", { "aria-current": "true" }, shown(name)) : link(name)]);
    const more = found.length > MOST_SPOTS ? ` … ${found.length - MOST_SPOTS}` : "";
    return make("p", { class: "spots" }, `${count} ${t(count === 1 ? "gloss.times-one" : "gloss.times")}`, ...(found.length > 1 ? links : []), more);
  }

  const fragment = (name) => name.split("/")[0];
  const shown = (name) => (name[0] === "n" ? `${Reader.t("note")} ${fragment(name).slice(1)}` : name.slice(1));

  /** A place that is on no part of this page is led to by the front page of the text. */
  function link(name) {
    const id = fragment(name);
    const href = `${document.getElementById(id) ? "" : "index.html"}#${encodeURIComponent(id)}`;
    return Reader.make("a", { href, "data-place": id }, shown(name));
  }

  /** Whether the reader knows the word: a choice of three, where a store of known words is loaded. */
  function known(text, language) {
    if (!Reader.known?.set) return [];
    const { make, t } = Reader;
    const box = make("div", { class: "states", role: "group", "aria-label": t("gloss.state") });
    const show = () => {
      const now = Reader.known.state(text, language) || "new";
      for (const button of box.children) button.setAttribute("aria-pressed", String(button.value === now));
    };
    for (const [state, word] of Object.entries(STATES)) {
      const button = make("button", { type: "button", value: state }, t(word));
      button.addEventListener("click", () => {
        Reader.known.set(text, state, language);
        show();
      });
      box.append(button);
    }
    show();
    return [box];
  }

  return { content };
})();
