/* What a first answer does not wait for: suggestions, and walking from hit to hit, are in a script of their own. */
const SearchMore = (() => {
  "use strict";

  const LATIN = /^[\p{sc=Latn}\p{M}1-5\s'’·:-]+$/u;

  /** A promise that SearchSuggest, SearchMeant, SearchHits and what they need are there. */
  const load = () => Reader.load(document.querySelector("[data-more]").dataset.more.slice(Reader.root.length));

  /** Whether a query has only what pinyin is written with: SearchPinyin knows more. */
  const isLatin = (query) => LATIN.test(query.normalize("NFKC"));

  return { load, isLatin };
})();
