/* What else a reader may have meant: the query with its misspelt words repaired, Chinese words for its pinyin, the same
   without filters. */
const SearchMeant = (() => {
  "use strict";

  /** Whether a query can be read as pinyin, of two syllables at least. */
  function maybePinyin(query) {
    return SearchPinyin.readings(SearchPinyin.letters(query)).some((syllables) => syllables.length > 1);
  }

  /** Show suggestions in `place`; `ask(query)` searches for one, `widen`, if given, drops the filters. Where something was found,
      only pinyin is suggested. A promise of what is to be said. */
  async function show(place, { query, nothing, current, ask, widen }) {
    const { queries, words } = await SearchTexts.suggest(query).catch(() => ({ queries: [], words: [] }));
    if (!current()) return "";
    const offers = [...(nothing ? queries : []), ...words].filter((text) => text !== query);
    const key = nothing ? "search.meant" : "search.also";
    const parts = [];
    if (offers.length) parts.push(Reader.make("p", {}, Reader.t(key), ...offers.flatMap((text) => [" ", button(text, () => ask(text))])));
    if (widen) parts.push(Reader.make("p", {}, button(Reader.t("search.everywhere"), widen)));
    place.replaceChildren(...parts);
    place.hidden = !parts.length;
    return offers.length && nothing ? `${Reader.t(key)} ${offers.join(", ")}` : "";
  }

  function button(text, act) {
    const made = Reader.make("button", { type: "button", class: "link" }, text);
    made.addEventListener("click", act);
    return made;
  }

  return { maybePinyin, show };
})();
