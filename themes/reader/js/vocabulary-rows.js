/* The words on the page, an entry each: picked by a checkbox, put into a state, its places shown on demand. */
const VocabularyRows = (() => {
  "use strict";

  const { make } = Reader;
  const Forms = VocabularyForms;
  const PLACES = 20; // shown at once

  /** An entry. `page` is the element of the page: it knows the words that are picked and what is loaded. */
  function row(word, page) {
    const { table } = page;
    const name = Forms.text(word, table);
    const box = make("input", { type: "checkbox", "aria-label": Forms.say("vocabulary.pick", { word: name }) });
    box.checked = page.isPicked(word);
    const entry = make("li", { id: `w-${word.key}` }, make("label", { class: "pick" }, box));
    entry.append(Forms.form(word, table), " ", Forms.reading(word, table), " ", make("span", { class: "meaning", lang: "en" }, ...Forms.meanings(word, table)), " ");
    entry.append(Forms.level(word, table, page.list), " ", times(word, name), " ", states(word, name, page));
    entry.word = word;
    show(entry, page);
    return entry;
  }

  function times(word, name) {
    const count = word.spots.length;
    const label = Forms.say("vocabulary.places", { word: name, n: count });
    return make("button", { type: "button", class: "times", "aria-expanded": "false", "aria-label": label }, `${count}×`);
  }

  function states(word, name) {
    const options = Reader.known.STATES.map((state) => make("option", { value: state }, Reader.t(`learner.${state}`)));
    return make("select", { class: "state", "aria-label": Forms.say("vocabulary.state-of", { word: name }) }, ...options);
  }

  /** What may change of an entry: its state, and whether it is picked. */
  function show(entry, page) {
    const state = page.stateOf(entry.word);
    entry.dataset.state = state;
    entry.querySelector(".state").value = state;
    entry.querySelector(".pick input").checked = page.isPicked(entry.word);
  }

  /** Show where a word stands, with the translation, or hide it. */
  async function toggle(entry, page) {
    const button = entry.querySelector(".times");
    const open = entry.querySelector(".contexts");
    button.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const list = make("ol", { class: "contexts" }, make("li", {}, Reader.t("search.loading")));
    entry.append(list);
    try {
      const work = await page.work();
      list.replaceChildren(...contexts(entry.word, { work, data: page.data, table: page.table }));
    } catch {
      list.replaceChildren(make("li", {}, Reader.t("search.unavailable")));
    }
  }

  /** The lines that a word stands in, each once. */
  function contexts(word, given) {
    const spots = [...new Map(word.spots.map((spot) => [spot[0], spot])).values()];
    const item = (spot) => make("li", {}, Forms.place(spot[0]), make("div", {}, Forms.sentence(given, spot), ...Forms.translations(given, spot[0])));
    const items = spots.slice(0, PLACES).map(item);
    if (spots.length > PLACES) {
      const more = make("button", { type: "button", class: "link" }, Forms.say("vocabulary.more", { n: spots.length - PLACES }));
      const last = make("li", {}, more);
      more.addEventListener("click", () => {
        const rest = spots.slice(PLACES).map(item);
        last.replaceWith(...rest);
        rest[0].querySelector("a").focus();
      });
      items.push(last);
    }
    return items;
  }

  return { row, show, toggle };
})();
